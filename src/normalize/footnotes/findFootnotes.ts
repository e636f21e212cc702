import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { type ChapterRange, chapterRanges } from '../edges/chapterRange.ts';
import { type Mark, type Pass, type Reading, withMarks } from '../reading.ts';
import { readLabel } from '../voice/knownLabels.ts';
import { type MarkFamily, marksInText, readTypedMark } from './typedMark.ts';

/**
 * Finds footnotes that are typed as a list at the foot of a chapter: each line starts with a mark that stands exactly
 * once behind a word of the chapter, and the marks come in the same order in both. Anything less certain is left alone.
 */
export const findFootnotes: Pass = {
  name: 'find-footnotes',
  run: reading => {
    const marks = new Map<number, Mark>();
    for (const range of chapterRanges(reading)) markList(reading, range, marks);
    return withMarks(reading, marks);
  },
};

/** What may stand below a list of notes and be no story: a closing line or a name is no longer than this. */
const maxClosingLength = 40;

function markList(reading: Reading, range: ChapterRange, marks: Map<number, Mark>): void {
  const { blocks } = reading.manuscript;
  const list = listAtFoot(reading, range);
  const [first] = list;
  if (first === undefined) return;
  const notes = list.map(index => readTypedMark(blocks[index]?.text ?? ''));
  const family = notes[0]?.family;
  if (family === undefined || notes.some(note => note?.family !== family)) return;
  const typed = notes.flatMap(note => note?.typed ?? []);
  if (!standOnce(typed, blocks.slice(range.start, first), family)) return;
  list.forEach((index, order) => {
    const note = notes[order];
    if (note != null) marks.set(index, { kind: 'footnote', footnote: { label: note.label, typed: note.typed, labelLength: note.length }, rule: 'marked-footnote', confidence: 0.9, why: `The mark ${note.typed} stands once in the chapter, behind the words it is about.` }); // prettier-ignore
  });
  const head = blocks[first - 1];
  if (reading.marks[first - 1] === null && first - 1 > range.start && head !== undefined && headsFootnotes(head.text)) {
    marks.set(first - 1, { kind: 'removed', reason: 'footnote-heading', rule: 'footnote-heading', confidence: 0.9, why: 'It stands over a list of footnotes, which a book shows at their marks.' }); // prettier-ignore
  }
}

/** `FOOTNOTES`, `Fußnoten:`, alone on its line. */
function headsFootnotes(text: string): boolean {
  const label = readLabel(text);
  return label?.value === '' && label.meaning.kind === 'matter' && label.meaning.role === 'other';
}

/** The last run of lines in a chapter that start with marks, if nothing of the story stands below it. */
function listAtFoot({ manuscript, marks }: Reading, { start, end }: ChapterRange): readonly number[] {
  const { blocks } = manuscript;
  const list: number[] = [];
  for (let index = end - 1; index > start; index--) {
    const block = blocks[index];
    if (block === undefined || block.kind === 'rule' || marks[index] != null) continue;
    if (block.kind === 'text' && readTypedMark(block.text) !== null) list.push(index);
    else if (list.length > 0 || !mayFollowNotes(block)) break;
  }
  return list.reverse();
}

function mayFollowNotes({ kind, text }: ManuscriptBlock): boolean {
  return kind === 'text' && (text.length <= maxClosingLength || readLabel(text)?.meaning.kind === 'matter');
}

/** Whether marks stand in blocks each exactly once, in their order; rules are no words. */
function standOnce(typed: readonly string[], blocks: readonly ManuscriptBlock[], family: MarkFamily): boolean {
  const wanted = new Set(typed);
  if (wanted.size !== typed.length) return false;
  const found = blocks.flatMap(block => (block.kind === 'rule' ? [] : marksInText(block.text, family)));
  const own = found.filter(mark => wanted.has(mark.typed));
  return own.length === typed.length && own.every((mark, index) => mark.typed === typed[index]);
}
