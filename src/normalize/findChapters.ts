import type { ManuscriptBlock } from '../parse/manuscript.ts';
import { type HeadingCandidate, readHeadingCandidate } from './chapterHeading.ts';
import { readLabel } from './knownLabels.ts';
import { isTitleCase } from './titleLine.ts';
import { markupHeading } from './readStatedMarks.ts';
import { type Mark, type MatterMark, type Pass, type Reading, withMarks } from './reading.ts';

interface PlacedCandidate extends HeadingCandidate {
  readonly index: number;
}

/**
 * Finds where chapters start, by the fit of the whole sequence: candidates of one style are taken together or not at
 * all. A Markdown heading is meant as one; a plain line has to be one of a consistent series, or the first of its kind.
 */
export const findChapters: Pass = {
  name: 'find-chapters',
  run: reading => {
    const { blocks } = reading.manuscript;
    if (blocks.some(block => block.stated?.kind === 'heading')) return reading;
    const marked = blocks.some(block => block.kind === 'heading') ? markHeadings(reading) : reading;
    // Where the markup has headings for the title only, chapters may be plain lines.
    return marked.marks.some(mark => mark?.kind === 'heading') ? marked : markPlainLines(marked, candidatesOf(blocks));
  },
};

function candidatesOf(blocks: readonly ManuscriptBlock[]): PlacedCandidate[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'text' || block.span.lines[0] !== block.span.lines[1]) return [];
    const candidate = readHeadingCandidate(block.text);
    return candidate === null || !standsAlone(blocks, index) ? [] : [{ ...candidate, index }];
  });
}

/** Whether a line is apart from the text around it: blank lines, rules or the ends of the file on both sides. */
function standsAlone(blocks: readonly ManuscriptBlock[], index: number): boolean {
  const block = blocks[index];
  const inSameFile = (other: ManuscriptBlock | undefined) =>
    other?.span.file === block?.span.file ? other : undefined;
  const [previous, next] = [inSameFile(blocks[index - 1]), inSameFile(blocks[index + 1])];
  const isApartBefore = previous === undefined || previous.kind === 'rule' || (block?.blankLinesBefore ?? 0) > 0;
  const isApartAfter = next === undefined || next.kind === 'rule' || next.blankLinesBefore > 0;
  return isApartBefore && (isApartAfter || readHeadingCandidate(next.kind === 'text' ? next.text : '') === null);
}

/** So many headings in a row, with nothing between them, are a list of contents. */
const minContentsRun = 3;

function markPlainLines(reading: Reading, candidates: readonly PlacedCandidate[]): Reading {
  const contents = contentsRuns(candidates);
  const inText = candidates.filter(candidate => !contents.has(candidate.index));
  const chosen = chooseSequence(inText, reading.manuscript.blocks);
  const titles = followingTitles(reading.manuscript.blocks, chosen);
  const marks = new Map<number, Mark>();
  for (const index of contents) {
    marks.set(index, { kind: 'contents', rule: 'contents-list', confidence: 0.85, why: 'It is one of several headings in a row with no text between them.' }); // prettier-ignore
  }
  for (const candidate of chosen) {
    const confidence = sequenceConfidence(candidate, chosen);
    marks.set(candidate.index, {
      kind: 'heading',
      heading: candidate.heading,
      rule: `chapter-sequence:${candidate.style}`,
      confidence,
      why: `It stands alone and is ${chosen.length === 1 ? 'the only heading' : `one of ${chosen.length} headings`} in this style.`,
    });
  }
  for (const index of titles) {
    marks.set(index, { kind: 'chapterTitle', rule: 'title-under-label', confidence: 0.85, why: 'A short line follows each chapter’s label.' }); // prettier-ignore
  }
  return withMarks(reading, marks);
}

function contentsRuns(candidates: readonly PlacedCandidate[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let start = 0; start < candidates.length;) {
    let end = start + 1;
    while (candidates[end]?.index === (candidates[end - 1]?.index ?? 0) + 1) end++;
    if (end - start >= minContentsRun) candidates.slice(start, end).forEach(candidate => found.add(candidate.index));
    start = end;
  }
  return found;
}

function chooseSequence(
  candidates: readonly PlacedCandidate[],
  blocks: readonly ManuscriptBlock[],
): readonly PlacedCandidate[] {
  const specials = candidates.filter(candidate => candidate.style === 'special');
  let best: readonly PlacedCandidate[] = [];
  for (const style of new Set(candidates.map(candidate => candidate.style))) {
    if (style === 'special') continue;
    const sequence = consistentSequence(
      candidates.filter(candidate => candidate.style === style),
      style,
    );
    const isBelievable =
      style.startsWith('word:') ||
      isOpening(sequence[0], blocks) ||
      (sequence.length > 1 && holdsProse(sequence, blocks));
    if (isBelievable && sequence.length > best.length) best = sequence;
  }
  const isSpecialBelievable = best.length > 0 || specials.some(candidate => isOpening(candidate, blocks));
  const all = isSpecialBelievable ? [...best, ...specials] : [...best];
  return all.sort((left, right) => left.index - right.index);
}

/**
 * The headings of one style that count on from each other. "Chapter 7" means it whatever came before; a bare number
 * has to be the next one, starting from 1.
 */
function consistentSequence(candidates: readonly PlacedCandidate[], style: string): readonly PlacedCandidate[] {
  if (style.startsWith('word:')) return candidates;
  const sequence: PlacedCandidate[] = [];
  for (const candidate of candidates) {
    if (candidate.heading.number === sequence.length + 1) sequence.push(candidate);
  }
  return sequence;
}

/** Between bare numbers a list has lines, and a story has prose: at least so many characters on average. */
const minCharsBetweenNumbers = 150;

function holdsProse(sequence: readonly PlacedCandidate[], blocks: readonly ManuscriptBlock[]): boolean {
  const first = sequence[0]?.index ?? 0;
  const chars = blocks.slice(first, sequence.at(-1)?.index).reduce((sum, block) => sum + block.text.length, 0);
  return chars >= minCharsBetweenNumbers * (sequence.length - 1);
}

/** How many blocks of a story's header may stand before its first heading. */
const maxHeaderBlocks = 30;

/** Whether a lone heading stands where a story begins: with no prose of any length told before it in speech. */
function isOpening(candidate: PlacedCandidate | undefined, blocks: readonly ManuscriptBlock[]): boolean {
  if (candidate === undefined || candidate.index > maxHeaderBlocks) return false;
  if (candidate.heading.number !== null && candidate.heading.number !== 1) return false;
  return !blocks.slice(0, candidate.index).some(block => block.kind === 'text' && /^["“«]/.test(block.text));
}

function sequenceConfidence(candidate: PlacedCandidate, chosen: readonly PlacedCandidate[]): number {
  const isWord = candidate.style.startsWith('word:');
  if (chosen.length === 1) return isWord ? 0.9 : 0.7;
  return isWord ? 0.97 : 0.9;
}

/** Short lines right under bare labels, where every chapter or nearly every one has such a line. */
function followingTitles(blocks: readonly ManuscriptBlock[], chosen: readonly PlacedCandidate[]): ReadonlySet<number> {
  const bare = chosen.filter(candidate => candidate.heading.titleOffset === null);
  const under = bare.map(candidate => candidate.index + 1).filter(index => looksLikeTitle(blocks[index]));
  return bare.length >= 2 && under.length >= bare.length * 0.8 ? new Set(under) : new Set();
}

/** Longest line taken for a chapter's title under its label, in characters. */
const maxTitleLength = 70;

function looksLikeTitle(block: ManuscriptBlock | undefined): boolean {
  if (block?.kind !== 'text' || block.text.length > maxTitleLength) return false;
  const isQuestion = block.text.endsWith('?');
  return (
    /^[\p{Lu}\p{N}\p{Lo}]/u.test(block.text) &&
    !/[.,;:!。！？”」]$/.test(block.text) &&
    (!isQuestion || isTitleCase(block.text))
  );
}

/** Markdown: the highest level that is used more than once, or the only one, is the chapters'; deeper ones are sections. */
function markHeadings(reading: Reading): Reading {
  const { blocks } = reading.manuscript;
  const headings = blocks.flatMap((block, index) => (block.kind === 'heading' ? [{ block, index }] : []));
  const titleIndex = titleHeadingIndex(
    reading,
    headings.map(({ block }) => block.depth),
    headings[0]?.index,
  );
  const chapterDepth = Math.min(
    ...headings
      .filter(({ block, index }) => index !== titleIndex && !isNoteHeading(block))
      .map(({ block }) => block.depth),
  );
  const marks = new Map<number, Mark>();
  markNoteHeadings(
    blocks,
    headings.map(({ index }) => index).filter(index => index !== titleIndex),
    marks,
  );
  for (const { block, index } of headings) {
    if (marks.has(index)) continue;
    if (index === titleIndex) {
      marks.set(index, { kind: 'title', rule: 'top-heading', confidence: 0.95, why: 'It is the only heading of its level and opens the file.' }); // prettier-ignore
    } else if (block.depth === chapterDepth) {
      marks.set(index, { kind: 'heading', heading: markupHeading(block.text), rule: 'markup-heading', confidence: 0.97, why: 'The file marks it as a heading.' }); // prettier-ignore
    }
  }
  return withMarks(reading, marks);
}

/** Whether a heading is the label of a note, `## Author's Note`, and no chapter. */
function isNoteHeading(block: ManuscriptBlock): boolean {
  const label = readLabel(block.text);
  return block.kind === 'heading' && label?.meaning.kind === 'matter' && label.value === '';
}

/** Notes under headings of their own: what follows, up to the next heading, belongs to them. */
function markNoteHeadings(
  blocks: readonly ManuscriptBlock[],
  headings: readonly number[],
  marks: Map<number, Mark>,
): void {
  const isNote = (index: number) => blocks[index] !== undefined && isNoteHeading(blocks[index]);
  const chapters = headings.filter(index => !isNote(index));
  for (const index of headings.filter(isNote)) {
    const meaning = readLabel(blocks[index]?.text ?? '')?.meaning;
    const role = meaning?.kind === 'matter' ? meaning.role : 'authorsNote';
    const place = notePlace(index, chapters);
    const end = headings.find(heading => heading > index) ?? blocks.length;
    const because = {
      rule: 'note-under-heading',
      confidence: 0.9,
      why: 'It stands under a heading that names a note.',
    };
    for (let at = index; at < end; at++) {
      const labelLength = at === index ? (blocks[at]?.text.length ?? 0) : 0;
      marks.set(at, { kind: 'matter', ...because, matter: { role, place, isStart: at === index, labelLength } });
    }
  }
}

function notePlace(index: number, chapters: readonly number[]): MatterMark['place'] {
  if (chapters.every(chapter => chapter > index)) return 'front';
  return chapters.every(chapter => chapter < index) ? 'back' : 'closing';
}

function titleHeadingIndex(reading: Reading, depths: readonly number[], first: number | undefined): number | undefined {
  const [depth = 0, ...others] = depths;
  const isOnlyOfItsLevel = others.every(other => other > depth);
  const opens = first !== undefined && reading.manuscript.blocks.slice(0, first).every(block => block.kind === 'rule');
  if (!isOnlyOfItsLevel || !opens) return undefined;
  const text = reading.manuscript.blocks[first]?.text ?? '';
  const isChapterNumber = readHeadingCandidate(text) !== null;
  return isChapterNumber || (others.length === 0 && reading.title !== null && reading.title.text !== text)
    ? undefined
    : first;
}
