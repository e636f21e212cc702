import type { MatterRole } from '../book/tree.ts';
import type { ManuscriptBlock } from '../parse/manuscript.ts';
import { authorVoice, isHandOff } from './authorVoice.ts';
import { type FooterLine, looksLikeArchiveName, readFooterLine } from './footerLine.ts';
import { readLabel } from './knownLabels.ts';
import { type Mark, type MatterMark, type Pass, type Reading, withMarks } from './reading.ts';

/** A chapter's blocks: from after its heading to before the next. */
interface ChapterRange {
  readonly start: number;
  readonly end: number;
  readonly isLast: boolean;
  readonly hasHeading: boolean;
}

/** Finds notes, closing lines and furniture at the head and the foot of every chapter. */
export const findChapterEdges: Pass = {
  name: 'find-chapter-edges',
  run: reading => {
    const marks = new Map<number, Mark>();
    for (const range of chapterRanges(reading)) {
      const bodyEnd = markFoot(reading, range, marks);
      if (range.hasHeading) markHead(reading, { ...range, end: bodyEnd }, marks);
    }
    return withMarks(reading, marks);
  },
};

function chapterRanges(reading: Reading): ChapterRange[] {
  const { marks } = reading;
  const count = marks.length;
  const headings = marks.flatMap((mark, index) => (mark?.kind === 'heading' ? [index] : []));
  const firstHeading = headings[0] ?? count;
  const headerEnd = marks.findIndex((mark, index) => mark === null && index < firstHeading);
  const unmarked = headerEnd >= 0 && headerEnd < firstHeading ? [headerEnd - 1] : [];
  const starts = [...unmarked, ...headings, ...fileStarts(reading)].sort((left, right) => left - right);
  return starts.map((start, order) => ({
    start: start + 1,
    end: starts[order + 1] ?? count,
    isLast: order === starts.length - 1,
    hasHeading: marks[start]?.kind === 'heading',
  }));
}

/** Another file of the story starts another chapter, whether or not it says so: the indices before its first block. */
function fileStarts({ manuscript, marks }: Reading): number[] {
  return manuscript.blocks.flatMap((block, index) => {
    const previous = manuscript.blocks[index - 1];
    const isStart = previous !== undefined && previous.span.file !== block.span.file;
    return isStart && marks[index]?.kind !== 'heading' ? [index - 1] : [];
  });
}

/** Notes at a chapter's foot are looked for in so many blocks before its end. */
const footLength = 25;

/** Marks what follows the story in a chapter; returns where its text ends. */
function markFoot(reading: Reading, range: ChapterRange, marks: Map<number, Mark>): number {
  const { blocks } = reading.manuscript;
  const isOpen = (index: number) => reading.marks[index] == null;
  const from = Math.max(range.start + 1, range.end - footLength);
  let bodyEnd = range.end;
  for (let index = range.end - 1; index >= from; index--) {
    const block = blocks[index];
    if (isSetAside(reading.marks[index])) {
      bodyEnd = index;
      continue;
    }
    if (block === undefined || !isOpen(index)) break;
    const isNote = block.kind === 'text' && opensNote(blocks, index, range);
    const footer = block.kind === 'text' && !isNote ? readFooterLine(block.text) : null;
    if (footer !== null) marks.set(index, footerMark(footer, range.isLast));
    else if (isNote) markNote(blocks, index, bodyEnd, range, marks);
    else if (block.kind !== 'rule' && !mayBelongToFooter(blocks, index, from, range)) break;
    if (footer !== null || isNote) bodyEnd = index;
  }
  return markBetween(blocks, bodyEnd, range, marks);
}

/** Whether the reader says that a block is no story, so that the foot goes on above it. */
function isSetAside(mark: Mark | null | undefined): boolean {
  return mark?.rule === 'override' && mark.kind !== 'body' && mark.kind !== 'break';
}

/** So many paragraphs of a note at a chapter's foot may lack the author's voice; a letter or a list in a story has more. */
const maxUnvoiced = 2;

/**
 * Whether the block is a labelled note that stands after the story: a label for matter, nothing like speech after it, and
 * the author's voice in what follows. A label that is an ordinary word, `Note:` or `For --`, may be a letter's: it needs
 * the voice itself. A note in brackets ends with its paragraph: with more story after it, it stays where it is.
 */
function opensNote(blocks: readonly ManuscriptBlock[], index: number, range: ChapterRange): boolean {
  const text = blocks[index]?.text ?? '';
  const label = readLabel(text);
  if (label?.meaning.kind !== 'matter') return false;
  const rest = blocks.slice(index + 1, range.end).filter(block => block.kind !== 'rule');
  if (rest.some(block => isSpoken(block.text))) return false;
  const unvoiced = rest.filter(block => authorVoice(block.text) === 0 && readLabel(block.text) === null && readFooterLine(block.text) === null && !looksLikeArchiveName(block.text)); // prettier-ignore
  if (label.isBracketed) return unvoiced.length === 0;
  if (label.isOrdinaryWord && authorVoice(text) === 0 && blocks[index - 1]?.kind !== 'rule') return false;
  return unvoiced.length <= maxUnvoiced;
}

/** Matches `"Yes."`, `‘Read it,’`, `— No.`, `- No.`; speech is never a note. */
function isSpoken(text: string): boolean {
  return /^(?:["“«„]|['‘](?!(?:tis|twas|em|cause)\b)|[—–-]\s)/i.test(text);
}

/** A block without marks of its own may go on with a note or footer that stands above it in the foot. */
function mayBelongToFooter(
  blocks: readonly ManuscriptBlock[],
  index: number,
  from: number,
  range: ChapterRange,
): boolean {
  for (let above = index - 1; above >= Math.max(from, index - 8); above--) {
    const block = blocks[above];
    if (block?.kind !== 'text') continue;
    if (opensNote(blocks, above, range)) return true;
    if (readFooterLine(block.text) !== null) return looksLikeArchiveName(blocks[index]?.text ?? '') || authorVoice(blocks[index]?.text ?? '') > 0; // prettier-ignore
  }
  return false;
}

function footerMark(footer: FooterLine, isLast: boolean): Mark {
  const because = { rule: footer.rule, confidence: footer.confidence };
  switch (footer.kind) {
    case 'closingLine':
      return { kind: 'closingLine', ...because, why: 'The author says here that it ends.' };
    case 'removed':
      return { kind: 'removed', reason: footer.reason, ...because, why: 'It belongs to the page it came from, not to the story.' }; // prettier-ignore
    case 'matter':
      return { kind: 'matter', ...because, why: 'The author asks readers for a word.', matter: closing(footer.role, isLast, true, 0) }; // prettier-ignore
  }
}

function closing(role: MatterRole, isLast: boolean, isStart: boolean, labelLength: number): MatterMark {
  return { role, place: isLast ? 'back' : 'closing', isStart, labelLength };
}

function markNote(
  blocks: readonly ManuscriptBlock[],
  start: number,
  end: number,
  range: ChapterRange,
  marks: Map<number, Mark>,
): void {
  const label = readLabel(blocks[start]?.text ?? '');
  const role = label?.meaning.kind === 'matter' ? label.meaning.role : 'authorsNote';
  for (let index = start; index < end; index++) {
    if (marks.has(index)) continue;
    const isStart = index === start;
    marks.set(index, {
      kind: 'matter',
      rule: isStart ? 'labelled-note' : 'note-continues',
      confidence: isStart ? 0.92 : 0.8,
      why: isStart
        ? `It opens with the label “${label?.label ?? ''}”.`
        : 'It follows the note with nothing of the story between.',
      matter: closing(role, range.isLast, isStart, isStart ? (label?.labelLength ?? 0) : 0),
    });
  }
}

/** What stands between footer lines: rules part them; a name among them is the archive's. */
function markBetween(
  blocks: readonly ManuscriptBlock[],
  bodyEnd: number,
  range: ChapterRange,
  marks: Map<number, Mark>,
): number {
  for (let index = bodyEnd; index < range.end; index++) {
    if (marks.has(index)) continue;
    const text = blocks[index]?.text ?? '';
    if (blocks[index]?.kind === 'rule') {
      marks.set(index, { kind: 'separator', rule: 'rule-in-footer', confidence: 0.85, why: 'A rule parts the lines of the footer.' }); // prettier-ignore
    } else if (looksLikeArchiveName(text) && index > bodyEnd) {
      marks.set(index, { kind: 'removed', reason: 'archive-name', rule: 'archive-name', confidence: 0.75, why: 'A name stands alone among the lines of the footer.' }); // prettier-ignore
    } else {
      marks.set(index, { kind: 'matter', rule: 'among-footers', confidence: 0.6, why: 'It stands between lines of the footer.', matter: closing('other', range.isLast, true, 0) }); // prettier-ignore
    }
  }
  let end = bodyEnd;
  while (blocks[end - 1]?.kind === 'rule' && end - 1 >= range.start && bodyEnd < range.end) {
    end--;
    marks.set(end, { kind: 'separator', rule: 'rule-before-footer', confidence: 0.85, why: 'A rule parts the story from what follows it.' }); // prettier-ignore
  }
  return end;
}

/** Marks labelled notes right after a chapter's heading. */
function markHead(reading: Reading, range: ChapterRange, marks: Map<number, Mark>): void {
  const { blocks } = reading.manuscript;
  let role: MatterRole | null = null;
  for (let index = range.start; index < range.end; index++) {
    const block = blocks[index];
    const known = reading.marks[index];
    if (known?.kind === 'matter') role = known.matter.role;
    if (known != null) continue;
    if (block === undefined) return;
    if (block.kind === 'rule') {
      marks.set(index, { kind: 'separator', rule: 'rule-under-heading', confidence: 0.85, why: 'A rule right after a heading or its notes is no scene break.' }); // prettier-ignore
      role = null;
      continue;
    }
    const mark: Mark | null = block.kind === 'text' ? headMark(blocks, index, role) : null;
    if (mark?.kind !== 'matter') return;
    role = mark.matter.role;
    marks.set(index, mark);
  }
}

function headMark(blocks: readonly ManuscriptBlock[], index: number, role: MatterRole | null): Mark | null {
  const text = blocks[index]?.text ?? '';
  const label = readLabel(text);
  const opening = (of: MatterRole, isStart: boolean, labelLength: number): MatterMark => ({ role: of, place: 'opening', isStart, labelLength }); // prettier-ignore
  const isNote =
    label?.meaning.kind === 'matter' && (!label.isOrdinaryWord || label.value === '' || authorVoice(text) > 0);
  if (isNote) {
    return { kind: 'matter', rule: 'labelled-note', confidence: 0.92, why: `It opens with the label “${label.label}”.`, matter: opening(label.meaning.role, true, label.labelLength) }; // prettier-ignore
  }
  if (role === null) return null;
  const previous = blocks[index - 1];
  const isUnderBareLabel = previous?.kind === 'text' && readLabel(previous.text)?.value === '';
  if (!isHandOff(text) && !isUnderBareLabel && authorVoice(text) < 2) return null;
  return { kind: 'matter', rule: 'note-continues', confidence: 0.8, why: 'The note goes on: the author still speaks of the story.', matter: opening(role, false, 0) }; // prettier-ignore
}
