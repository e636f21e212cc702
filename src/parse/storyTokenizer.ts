import { Lexer, type Token, Tokenizer, type Tokens } from 'marked';

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

/** Matches the mark `[^1]`, `[^smith-2]`; not `[^1](http://…)`, which is a link, nor a mark of several words. */
const noteMark = /^\[\^([^\]\s[]{1,80})\](?!\()/;

/** Matches the first line of a note, `[^1]: That is …`; the lines that follow it are told by their indentation. */
const noteStart = /^ {0,3}\[\^([^\]\s[]{1,80})\]:[ \t]*(.*)/;

/** Matches what ends a note that no blank line ends: `# Chapter 2`, `> so he said`, `* * *`, a fence; not `- a boat`. */
const opensBlock = /^ {0,3}(?:#{1,6}[ \t]|>|```|~~~|(?:[-*_][ \t]*){3,}$)/;

/** The longest note that may stand in the text itself, `^[A small boat.]`, in characters. */
const maxInlineNote = 2000;

/** A note as the lexer found it; its words are still to be read. */
export interface NoteDefinition {
  readonly label: string;
  /** Its lines without the mark and the indentation of those after the first. */
  readonly text: string;
}

/** Markdown as stories use it: an indented paragraph is a paragraph, only fenced code is code; and no text takes forever. */
export class StoryTokenizer extends Tokenizer {
  /** The notes `[^1]: …` between the paragraphs, by their tokens, in order. */
  readonly definitions = new Map<Token, NoteDefinition>();
  /** The labels of marks that lead to one of them, by their tokens. */
  readonly noteMarks = new Map<Token, string>();
  /** The words of notes that stand in the text itself, by their tokens. */
  readonly inlineNotes = new Map<Token, string>();
  /** Labels of marks that lead nowhere, each once. */
  readonly lostMarks = new Set<string>();
  readonly #labels = new Set<string>();
  readonly #readsNotes: boolean;
  #vainChars = 0;
  #depth = 0;
  #nesting = 0;

  /** `readsNotes` is off for a note that nothing leads to: it is read as the words it is typed in. */
  constructor({ readsNotes = true } = {}) {
    super();
    this.#readsNotes = readsNotes;
  }

  /** The blocks of a note, in which no other note is defined. */
  lexNote(text: string): Token[] {
    return this.#nested(() => new Lexer({ gfm: true, tokenizer: this }).lex(text));
  }

  lexInlines(text: string): Token[] {
    return new Lexer({ gfm: true, tokenizer: this }).inlineTokens(text);
  }

  override code(): undefined {
    return undefined;
  }

  override blockquote(source: string): Tokens.Blockquote | undefined {
    return tooDeep.test(source) ? undefined : this.#nested(() => super.blockquote(source));
  }

  override list(source: string): Tokens.List | undefined {
    return tooDeep.test(source) ? undefined : this.#nested(() => super.list(source));
  }

  /** Takes a note for what it is, which to the lexer is the address of a link or a paragraph. */
  override def(source: string): Tokens.Def | undefined {
    if (!this.#readsNotes && noteStart.test(source)) return undefined;
    const note = this.#nesting === 0 ? readNote(source) : null;
    if (note === null) return super.def(source);
    const { raw, label, text } = note;
    const token: Tokens.Def = { type: 'def', tag: `^${label.toLowerCase()}`, raw, href: '', title: '' };
    this.definitions.set(token, { label, text });
    this.#labels.add(label);
    return token;
  }

  override escape(source: string): Tokens.Escape | undefined {
    const note = this.#readsNotes && source.startsWith('^[') ? inlineNote(source) : null;
    if (note === null) return super.escape(source);
    const token: Tokens.Escape = { type: 'escape', raw: `^[${note}]`, text: note };
    this.inlineNotes.set(token, note);
    return token;
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
    const piece = source.length > maxTextChars ? source.slice(0, textEnd(source)) : source;
    const note = piece.indexOf('^[', 1);
    return super.inlineText(note > 0 ? piece.slice(0, note) : piece);
  }

  override del(source: string, masked: string, previous?: string): Tokens.Del | undefined {
    // One tilde is an ornament, `~Flashback~`; only two strike through.
    return source.startsWith('~~') ? this.#oneDeeper(() => super.del(source, masked, previous)) : undefined;
  }

  override url(source: string): Tokens.Link | undefined {
    return mayOpenAddress.test(source) ? super.url(source) : undefined;
  }

  override link(source: string): Tokens.Link | Tokens.Image | undefined {
    const label = source.startsWith('[^') ? noteMark.exec(source)?.[1] : undefined;
    if (label !== undefined && this.#readsNotes && !this.#labels.has(label)) this.lostMarks.add(label);
    if (label !== undefined && this.#labels.has(label)) {
      const token: Tokens.Link = { type: 'link', raw: `[^${label}]`, href: '', title: null, text: label, tokens: [] };
      this.noteMarks.set(token, label);
      return token;
    }
    return this.#oneDeeper(() => super.link(source));
  }

  #nested<Found>(read: () => Found): Found {
    this.#nesting++;
    const found = read();
    this.#nesting--;
    return found;
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

/**
 * The note at the start of a source: its line, those that go on with it, and paragraphs indented below it.
 * `[^1]: A boat.` and `    With oars.` after a blank line → `A boat.\n\nWith oars.`
 */
function readNote(source: string): (NoteDefinition & { readonly raw: string }) | null {
  const [all, label, first = ''] = noteStart.exec(source) ?? [];
  if (all === undefined || label === undefined) return null;
  const lines = [first];
  let end = all.length;
  let blanks = 0;
  for (let at = end + 1; at < source.length;) {
    const next = source.indexOf('\n', at);
    const lineEnd = next < 0 ? source.length : next;
    const line = source.slice(at, lineEnd);
    if (/^[ \t]*$/.test(line)) blanks++;
    else {
      if (opensBlock.test(line)) break;
      const isIndented = /^(?: {2,}|\t)/.test(line);
      if (blanks > 0 ? !isIndented : noteStart.test(line)) break;
      for (; blanks > 0; blanks--) lines.push('');
      lines.push(line.replace(/^(?: {1,4}|\t)/, ''));
      end = lineEnd;
    }
    at = lineEnd + 1;
  }
  return { raw: source.slice(0, end), label, text: lines.join('\n') };
}

/** The words of `^[A small boat, *moored*.] …`, brackets in pairs; `null` where nothing closes it. */
function inlineNote(source: string): string | null {
  let depth = 0;
  for (let at = 1; at < Math.min(source.length, maxInlineNote); at++) {
    const character = source.charAt(at);
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']') depth--;
    if (depth === 0) return at === 2 ? null : source.slice(2, at);
  }
  return null;
}
