import type { ManuscriptBlock } from '../parse/manuscript.ts';
import { readHeadingCandidate } from './chapterHeading.ts';
import { readLabel } from './knownLabels.ts';
import { type Mark, type MatterMark, type Reading, withMarks } from './reading.ts';
import { markupHeading } from './readStatedMarks.ts';

/** Markdown: the highest level that is used more than once, or the only one, is the chapters'; deeper ones are sections. */
export function markMarkupHeadings(reading: Reading): Reading {
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
