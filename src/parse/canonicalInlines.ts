import type { Inline } from '../book/tree.ts';
import { foreignLanguage } from './foreignLanguage.ts';
import { imageOfToken, imageToken } from './imageToken.ts';

/** A mark that is open: its kind, and what stands in it so far. */
interface Frame {
  readonly kind: ContainerKind | 'code' | 'brackets' | 'root';
  /** What is shown of it if nothing closes it. */
  readonly mark: string;
  readonly children: Inline[];
}

type ContainerKind = 'emphasis' | 'strong' | 'strikethrough' | 'superscript' | 'subscript';

const tagKinds: Readonly<Record<string, ContainerKind | 'code'>> = {
  em: 'emphasis', strong: 'strong', del: 'strikethrough', sup: 'superscript', sub: 'subscript', code: 'code',
}; // prettier-ignore

/** Marks nested deeper than this are words. */
const maxFrames = 40;

/**
 * What may be a mark, besides pictures: an escape, a hard break, a line's end, a code span, a tag, asterisks, the mark of a
 * footnote, brackets with what follows them. Everything else is words.
 */
const mark =
  /\\(?<escaped>[!-/:-@[-`{-~ \t])|(?<hardBreak>\\\n|<br>)|(?<softBreak>[ \t]*\n[ \t]*)|`(?<code>[^`\n]+)`|<(?<close>\/?)(?<tag>em|strong|del|sup|sub|code)>|(?<stars>\*{1,2})|\[\^(?<reference>\d{1,9})\]|(?<open>\[)|\](?:\((?<url>(?:\\.|[^\\)[\]\s])*)\)|\{(?<note>\.note)\}|\{lang=(?<lang>[A-Za-z\d-]{1,80})\})|(?<shut>\])/;
const token = new RegExp(`${imageToken.source}|${mark.source}`, 'g');

/** Reads the inlines of canonical Markdown; a mark that nothing closes is words. */
export function readCanonicalInlines(text: string): readonly Inline[] {
  const reader = new InlineReader();
  let from = 0;
  for (const match of text.matchAll(token)) {
    reader.words(text.slice(from, match.index));
    reader.mark(match, text);
    from = match.index + match[0].length;
  }
  reader.words(text.slice(from));
  return reader.finish();
}

class InlineReader {
  readonly #frames: Frame[] = [{ kind: 'root', mark: '', children: [] }];

  words(value: string): void {
    const children = this.#top().children;
    const last = children.at(-1);
    if (value === '') return;
    if (last?.type === 'text') children.splice(-1, 1, { type: 'text', value: last.value + value });
    else children.push({ type: 'text', value });
  }

  mark(match: RegExpExecArray, text: string): void {
    const { escaped, hardBreak, softBreak, code, close, tag, stars, reference, open, url, note, lang, source } =
      match.groups ?? {};
    if (source !== undefined) this.#top().children.push(imageOfToken(match.groups ?? {}));
    else if (escaped !== undefined) this.words(escaped);
    else if (hardBreak !== undefined) this.#top().children.push({ type: 'hardBreak' });
    else if (softBreak !== undefined) this.words(' ');
    else if (code !== undefined) this.#top().children.push({ type: 'inlineCode', value: code });
    else if (tag !== undefined) this.#takeTag(tagKinds[tag] ?? 'code', close === '/', match[0]);
    else if (stars !== undefined) this.#takeStars(stars, text, match.index);
    else if (reference !== undefined) this.#top().children.push({ type: 'footnoteReference', noteId: reference });
    else if (open !== undefined) this.#open('brackets', match[0]);
    else this.#shut(match[0], url, note, lang === undefined ? null : foreignLanguage(lang));
  }

  finish(): readonly Inline[] {
    this.#dropTo(0);
    return this.#top().children;
  }

  #top(): Frame {
    return this.#frames.at(-1) ?? { kind: 'root', mark: '', children: [] };
  }

  #open(kind: Frame['kind'], mark: string): void {
    if (this.#frames.length >= maxFrames) this.words(mark);
    else this.#frames.push({ kind, mark, children: [] });
  }

  #takeTag(kind: ContainerKind | 'code', isClosing: boolean, mark: string): void {
    if (!isClosing) this.#open(kind, mark);
    else if (!this.#close(kind)) this.words(mark);
  }

  /** Asterisks close what they opened; else they open, if a word follows. */
  #takeStars(mark: string, text: string, index: number): void {
    const kind = mark === '*' ? 'emphasis' : 'strong';
    const isAfterSpace = index === 0 || /\s/.test(text.charAt(index - 1));
    if (!isAfterSpace && this.#close(kind, mark)) return;
    const isBeforeWord = /\S/.test(text.charAt(index + mark.length));
    if (isBeforeWord) this.#open(kind, mark);
    else this.words(mark);
  }

  /** The end of brackets: a link's, a note's, foreign words', or that of mere words. */
  #shut(mark: string, url: string | undefined, note: string | undefined, lang: string | null): void {
    const index = this.#frames.findLastIndex(frame => frame.kind === 'brackets');
    const isLink = url !== undefined && /^(?:https?:\/\/|mailto:)/i.test(url);
    if (index < 0 || !(isLink || note !== undefined || lang !== null)) {
      this.words(mark);
      return;
    }
    this.#dropTo(index);
    const { children } = this.#frames.pop() ?? this.#top();
    if (isLink) this.#top().children.push({ type: 'link', url: url.replace(/\\(.)/g, '$1'), children });
    else if (lang !== null) this.#top().children.push({ type: 'foreign', lang, children });
    else this.#top().children.push({ type: 'inlineNote', children });
  }

  #close(kind: Frame['kind'], mark?: string): boolean {
    const index = this.#frames.findLastIndex(frame => frame.kind === kind && (mark === undefined || frame.mark === mark));
    if (index < 0) return false;
    this.#dropTo(index);
    const { children } = this.#frames.pop() ?? this.#top();
    if (kind === 'code') {
      const value = children.map(child => (child.type === 'text' ? child.value : '')).join('');
      this.#top().children.push({ type: 'inlineCode', value });
    } else if (kind !== 'root' && kind !== 'brackets') this.#top().children.push({ type: kind, children });
    return true;
  } // prettier-ignore

  /** Makes words of the marks above a frame, which nothing has closed. */
  #dropTo(index: number): void {
    while (this.#frames.length > index + 1) {
      const { mark, children } = this.#frames.pop() ?? this.#top();
      this.words(mark);
      for (const child of children) {
        if (child.type === 'text') this.words(child.value);
        else this.#top().children.push(child);
      }
    }
  }
}
