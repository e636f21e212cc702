import type { Repair } from './manuscript.ts';
import type { Row } from './row.ts';

/** Edges without white space, and one space for every run of it inside. */
export function tidy(line: string): string {
  return line.replace(/[\s\u0000-\u001f\u0085\u200b\ufeff]+/g, ' ').trim();
}

/** How a wrapped line is joined to the next. */
export interface LineJoint {
  /** The line without a hyphen that only its end asked for. */
  readonly line: string;
  readonly space: '' | ' ';
  readonly repair: Omit<Repair, 'span'> | null;
}

/** So much of a line's end holds any word that a line can break. */
const tailLength = 60;

/**
 * Joins a wrapped line to the next. A hyphen at the end is kept without a space ("well-" + "known"), and dropped only
 * when the file writes the joined word elsewhere ("bed-" + "room" → "bedroom"); a dash keeps its words close. East Asian
 * lines are joined without a space.
 */
export function joinLines(line: string, next: string, words: ReadonlySet<string>): LineJoint {
  const end = line.slice(-tailLength);
  if (/(?:--|[—–])$/.test(end) || (eastAsian.test(end.slice(-1)) && eastAsian.test(next.charAt(0)))) {
    return { line, space: '', repair: null };
  }
  const before = /(?<!\p{L})(\p{L}+)-$/u.exec(end)?.[1];
  const after = /^\p{Ll}+/u.exec(next.slice(0, tailLength))?.[0];
  if (before === undefined || after === undefined) return { line, space: ' ', repair: null };
  const joined = before + after;
  if (!words.has(joined.toLowerCase())) return { line, space: '', repair: null };
  return {
    line: line.slice(0, -1),
    space: '',
    repair: { kind: 'joined-hyphen', before: `${before}-/${after}`, after: joined },
  };
}

/** Matches ideographs, kana and their marks, between which no space is written. */
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;

/** The words that a text writes, in lower case, but for those that a line's end breaks; none where no line breaks a word. */
export function wordsOf(rows: readonly Row[]): ReadonlySet<string> {
  const words = new Set<string>();
  if (!rows.some(({ text }) => /\p{L}-\s*$/u.test(text.slice(-tailLength)))) return words;
  for (const { text } of rows) {
    for (const word of text.toLowerCase().match(/\p{L}+(?!\p{L}*-$)/gu) ?? []) words.add(word);
  }
  return words;
}
