import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import type { SourceText } from '../../source/sourceText.ts';
import type { Override } from './override.ts';

/** The lines an override speaks of. */
export interface OverriddenLines {
  readonly path: string;
  readonly lines: readonly [first: number, last: number];
}

/** Where an override applies; or why it applies nowhere, as the end of a sentence. */
export type FoundLines =
  { readonly ok: true; readonly places: readonly OverriddenLines[] } | { readonly ok: false; readonly reason: string };

/** Finds the lines that overrides speak of, by number and by text. */
export class OverriddenLineFinder {
  readonly #sources: readonly SourceText[];
  readonly #blocks: readonly ManuscriptBlock[];
  readonly #isChanged: boolean;
  #blocksAt: ReadonlyMap<string, readonly ManuscriptBlock[]> | null = null;
  #byText: ReadonlyMap<string, readonly OverriddenLines[]> | null = null;

  /** @param isChanged whether the sources have changed since the overrides were written, so that numbers count for nothing */
  constructor(sources: readonly SourceText[], blocks: readonly ManuscriptBlock[], isChanged: boolean) {
    this.#sources = sources;
    this.#blocks = blocks;
    this.#isChanged = isChanged;
  }

  find({ lines, text }: Override): FoundLines {
    const [only, ...others] = this.#sources;
    if (only === undefined) return { ok: false, reason: 'is about no file of the story' };
    if (lines !== undefined && text === undefined) {
      if (this.#isChanged) return { ok: false, reason: 'names lines only, and the story has changed since' };
      if (others.length > 0) return { ok: false, reason: 'names lines only, and the story has several files' };
      return inFile(only, lines);
    }
    if (text === undefined) return { ok: false, reason: 'names neither lines nor a text' };
    if (lines !== undefined && others.length === 0 && this.#startsAt(only, lines[0], text)) return inFile(only, lines);
    return this.#findText(text, lines);
  }

  /** Whether a line, or a paragraph that begins on it, starts with a text. */
  #startsAt({ path, lines }: SourceText, line: number, text: string): boolean {
    const wanted = comparable(text);
    if (comparable(lines[line - 1] ?? '').startsWith(wanted)) return true;
    this.#blocksAt ??= blocksByPlace(this.#blocks);
    const own = this.#blocksAt.get(`${line} ${path}`) ?? [];
    return own.some(block => comparable(block.text).startsWith(wanted));
  }

  /** Every line that is the text; else the one line that starts with it. */
  #findText(text: string, lines: Override['lines']): FoundLines {
    const wanted = comparable(text);
    const exact = this.#index().get(wanted) ?? [];
    if (lines === undefined && exact.length > 0) return { ok: true, places: exact };
    const found = exact.length > 0 ? exact : this.#startingWith(wanted);
    const [only, ...others] = found;
    if (only === undefined) return { ok: false, reason: this.#noLine(wanted) };
    if (others.length > 0) {
      const numbers = found.slice(0, 5).map(place => place.lines[0]);
      return { ok: false, reason: `matches several lines (${numbers.join(', ')}${found.length > 5 ? ', …' : ''})` };
    }
    if (lines === undefined) return { ok: true, places: [only] };
    const height = lines[1] - lines[0];
    return { ok: true, places: [{ path: only.path, lines: [only.lines[0], only.lines[0] + height] }] };
  }

  /** Why a text matches nothing: words inside a line are often named by mistake. */
  #noLine(wanted: string): string {
    for (const [text, [place]] of this.#index()) {
      if (place !== undefined && text.includes(wanted)) {
        return `stands inside line ${place.lines[0]}, and a text must be how its line begins`;
      }
    }
    return 'matches no line of the story';
  }

  #index(): ReadonlyMap<string, readonly OverriddenLines[]> {
    if (this.#byText !== null) return this.#byText;
    const byText = new Map<string, OverriddenLines[]>();
    const add = (text: string, place: OverriddenLines) => {
      const key = comparable(text);
      const same = byText.get(key);
      if (same === undefined) byText.set(key, [place]);
      else if (!isSamePlace(same.at(-1), place)) same.push(place);
    };
    for (const { path, lines } of this.#sources) {
      lines.forEach((line, index) => {
        add(line, { path, lines: [index + 1, index + 1] });
      });
    }
    const paths = new Set(this.#sources.map(source => source.path));
    for (const { span, text } of this.#blocks) {
      if (paths.has(span.file)) add(text, { path: span.file, lines: span.lines });
    }
    this.#byText = byText;
    return byText;
  }

  /** A paragraph of several lines that starts so is meant as a whole. */
  #startingWith(wanted: string): readonly OverriddenLines[] {
    const found = new Map<string, OverriddenLines>();
    for (const [text, places] of this.#index()) {
      if (!text.startsWith(wanted)) continue;
      for (const place of places) {
        const key = `${place.path}\n${place.lines[0]}`;
        const other = found.get(key);
        if (other === undefined || other.lines[1] < place.lines[1]) found.set(key, place);
      }
    }
    return [...found.values()];
  }
}

function inFile({ path, lines }: SourceText, [first, last]: readonly [number, number]): FoundLines {
  if (first > lines.length) return { ok: false, reason: `is about line ${first}, and the file has ${lines.length}` };
  return { ok: true, places: [{ path, lines: [first, Math.min(last, lines.length)] }] };
}

function blocksByPlace(blocks: readonly ManuscriptBlock[]): ReadonlyMap<string, readonly ManuscriptBlock[]> {
  const byPlace = new Map<string, ManuscriptBlock[]>();
  for (const block of blocks) {
    const key = `${block.span.lines[0]} ${block.span.file}`;
    const own = byPlace.get(key);
    if (own === undefined) byPlace.set(key, [block]);
    else own.push(block);
  }
  return byPlace;
}

function isSamePlace(one: OverriddenLines | undefined, other: OverriddenLines): boolean {
  return one?.path === other.path && one.lines[0] === other.lines[0] && one.lines[1] === other.lines[1];
}

/** Words as they are compared, without what is easily lost in copying: the kind of quotation mark, and how much white space. */
export function comparable(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201a`\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\s\u0000-\u001f\u0085\u200b\ufeff]+/g, ' ')
    .trim();
}
