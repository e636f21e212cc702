import { Tokenizer, type Tokens } from 'marked';

/** Deeper nesting than this is no story's; each level costs the parser a level of its stack. */
const maxDepth = 40;

/** Matches a line that opens forty block quotes or lists at once, `> > > …`; not `> - quoted item`. */
const tooDeep = new RegExp(String.raw`^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){${maxDepth}}`);

/**
 * So many characters may be searched in vain for the end of an emphasis, about half a second's work; a mark without an
 * end costs the length of its paragraph, so that a hostile text would take hours.
 */
const maxVainChars = 40_000_000;

/**
 * The longest heading with a line under it, in characters; the lexer would look for the line to the end of the paragraph,
 * and has no stack for one of ten megabytes.
 */
const maxHeadingChars = 2000;

/**
 * Words are read in pieces of so many characters, which the lexer joins again: it looks for a mail address from every
 * mark on to the end of the word, and a word of a megabyte, `!!!…` or `a*a*a…`, would take it minutes.
 */
const maxTextChars = 400;

/** Where a piece of words may end: before white space, so that no address is parted; anywhere when there is none. */
function textEnd(source: string): number {
  const gap = source.slice(1, maxTextChars).search(/\s+\S*$/);
  return gap < 0 ? maxTextChars : gap + 1;
}

/** Matches `https://…`, `www.…`, `nell@…`; marked looks for the `@` through all of a word, however long, at every place in it. */
const mayOpenAddress = /^(?:https?:|ftp:|www\.|mailto:|xmpp:|[\w.+-]{1,254}@)/i;

/** Markdown as stories use it: an indented paragraph is a paragraph, only fenced code is code; and no text takes forever. */
export class StoryTokenizer extends Tokenizer {
  #vainChars = 0;
  #depth = 0;

  override code(): undefined {
    return undefined;
  }

  override blockquote(source: string): Tokens.Blockquote | undefined {
    return tooDeep.test(source) ? undefined : super.blockquote(source);
  }

  override list(source: string): Tokens.List | undefined {
    return tooDeep.test(source) ? undefined : super.list(source);
  }

  override emStrong(source: string, masked: string, previous?: string): Tokens.Em | Tokens.Strong | undefined {
    if (!/^[*_]/.test(source) || this.#vainChars > maxVainChars) return undefined;
    const found = this.#oneDeeper(() => super.emStrong(source, masked, previous));
    if (found === undefined) this.#vainChars += source.length;
    return found;
  }

  override lheading(source: string): Tokens.Heading | undefined {
    if (source.length <= maxHeadingChars) return super.lheading(source);
    const end = source.slice(0, maxHeadingChars).lastIndexOf('\n') + 1;
    return end === 0 ? undefined : super.lheading(source.slice(0, end));
  }

  override inlineText(source: string): Tokens.Text | undefined {
    return super.inlineText(source.length > maxTextChars ? source.slice(0, textEnd(source)) : source);
  }

  override del(source: string, masked: string, previous?: string): Tokens.Del | undefined {
    // One tilde is an ornament, `~Flashback~`; only two strike through.
    return source.startsWith('~~') ? this.#oneDeeper(() => super.del(source, masked, previous)) : undefined;
  }

  override url(source: string): Tokens.Link | undefined {
    return mayOpenAddress.test(source) ? super.url(source) : undefined;
  }

  override link(source: string): Tokens.Link | Tokens.Image | undefined {
    return this.#oneDeeper(() => super.link(source));
  }

  /** Reads what may hold others of its kind; nested too deep, its marks are words. */
  #oneDeeper<Found>(read: () => Found | undefined): Found | undefined {
    if (this.#depth >= maxDepth) return undefined;
    this.#depth++;
    const found = read();
    this.#depth--;
    return found;
  }
}
