import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { readHeadingCandidate } from './chapterHeading.ts';
import type { HeadingCandidate } from './headingCandidate.ts';
import { prefixedHeadings } from './prefixedHeading.ts';
import { readerSays } from '../corrections/overrideMark.ts';
import type { Mark, Reading } from '../reading.ts';

/** A candidate with its place in the manuscript. */
export interface PlacedHeading extends HeadingCandidate {
  readonly index: number;
  /** Whether the file's own list of contents names it. */
  readonly isListed: boolean;
}

/** The blocks of a reading as the search for headings sees them. */
export interface HeadingView {
  readonly blocks: readonly ManuscriptBlock[];
  /** Whether a block is still to be decided about. */
  readonly isOpen: (index: number) => boolean;
  /** What a line may be by its own looks, one entry a block; `null` for what is no single line of text. */
  readonly candidates: readonly (HeadingCandidate | null)[];
  /** Characters of text before each block, and in all. */
  readonly charsBefore: readonly number[];
  /** Whether paragraphs stand line by line, with hardly a blank line in the file. */
  readonly isDense: boolean;
}

/** Files with fewer blank lines than one in so many blocks do not part their paragraphs by them. */
const denseShare = 0.1;

export function viewHeadings({ manuscript: { blocks }, marks }: Reading): HeadingView {
  const charsBefore = [0];
  blocks.forEach((block, index) => charsBefore.push((charsBefore[index] ?? 0) + block.text.length));
  const isOpen = (index: number) => isOpenToHeadings(marks[index] ?? null);
  const prefixed = prefixedHeadings(blocks);
  const candidates = blocks.map((block, index) =>
    isOpen(index) && block.kind === 'text' && block.span.lines[0] === block.span.lines[1]
      ? (readHeadingCandidate(block.text) ?? prefixed.get(index) ?? null)
      : null,
  );
  const parted = blocks.filter(block => block.blankLinesBefore > 0 || block.kind === 'rule').length;
  return { blocks, isOpen, candidates, charsBefore, isDense: parted < blocks.length * denseShare };
}

/** What a reader may say of a line that is part of the headings: it stands among the others as evidence, and stays what the reader says. */
const kindsOfHeadings: ReadonlySet<Mark['kind']> = new Set(['heading', 'chapterTitle', 'part', 'section', 'contents', 'removed', 'separator']); // prettier-ignore

function isOpenToHeadings(mark: Mark | null): boolean {
  return mark === null || (mark.rule === readerSays.rule && kindsOfHeadings.has(mark.kind));
}

/** Characters of text from the end of one block to the start of another. */
export function charsBetween(view: HeadingView, from: number, to: number): number {
  return (view.charsBefore[to] ?? 0) - (view.charsBefore[from + 1] ?? 0);
}

/** Whether a line is apart from the text around it: blank lines, rules or the ends of the file on both sides. */
export function standsAlone(view: HeadingView, index: number): boolean {
  const { blocks, candidates, isDense } = view;
  const block = blocks[index];
  const inSameFile = (other: ManuscriptBlock | undefined) =>
    other?.span.file === block?.span.file ? other : undefined;
  const [previous, next] = [inSameFile(blocks[index - 1]), inSameFile(blocks[index + 1])];
  if (isDense || previous === undefined || next === undefined) return true;
  const isApartBefore = previous.kind === 'rule' || (block?.blankLinesBefore ?? 0) > 0;
  const isApartAfter = next.kind === 'rule' || next.blankLinesBefore > 0;
  return isApartBefore && (isApartAfter || candidates[index + 1] === null);
}

/** Whether the block after one is parted from it: by a blank line, a rule, or the end of the text. */
export function isApartAfter({ blocks }: HeadingView, index: number): boolean {
  const next = blocks[index + 1];
  return next === undefined || next.kind === 'rule' || next.blankLinesBefore > 0;
}

/** Matches `-------`, `=====`, `~~~~`, `*****` of one sign, right under a line. */
const underline = /^([-=~_*#^])\1{2,}$/;

/** The index of the rule drawn right under a line, as plain text underlines its headings; `null` where there is none. */
export function underlineOf({ blocks }: HeadingView, index: number): number | null {
  const next = blocks[index + 1];
  return next?.kind === 'rule' && next.blankLinesBefore === 0 && underline.test(next.text) ? index + 1 : null;
}

/** The letters of a title, by which two ways to write it are compared. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
