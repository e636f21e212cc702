import type { DivisionLevel } from '../../text/divisionLevel.ts';
import type { ChapterHeading } from '../reading.ts';

/** A line that may open a chapter, by its own looks. */
export interface HeadingCandidate {
  /** The family the line belongs to; a sequence of chapters mostly keeps to one. */
  readonly style: string;
  /** `number` where no word says what is counted; `named` for a prologue and its like. */
  readonly level: DivisionLevel | 'number' | 'named';
  readonly heading: ChapterHeading;
}

/** The label as the text has it, without ornaments and without what parts it from the title: `~ Chapter 3: Snow` → `Chapter 3`. */
export function labelOf(text: string, title: string): string {
  const label = text.slice(0, text.length - title.length);
  return label
    .replace(/^[\s\-–—~*_=#[<(|]+/, '')
    .replace(title === '' ? /[\s\-–—~*_=#\]>)|]+$/ : /[\s\-–—~*_=#:/.,|]+$/, '');
}

/** Characters of a heading before its title; `null` where there is none with a letter or digit in it. */
export function titleOffset(text: string, title: string): number | null {
  return /[\p{L}\p{N}]/u.test(title) ? text.length - title.length : null;
}
