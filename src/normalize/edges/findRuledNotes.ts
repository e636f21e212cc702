import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { type Mark, type Pass, type Reading, withMarks } from '../reading.ts';

/** Rules of one kind part notes from the story where they do so this often, and nearly always. */
const minRules = 4;
const ruleShare = 0.8;

/** A note without a label at a chapter's foot is no longer than this, in blocks and characters. */
const maxNoteBlocks = 4;
const maxNoteChars = 600;

/**
 * In a file whose rules part the author's notes from every chapter, what stands under such a rule at a chapter's very end
 * is a note as well, though no label says so. A scene at the end of a chapter is longer, or somebody speaks in it.
 */
export const findRuledNotes: Pass = {
  name: 'find-ruled-notes',
  run: reading => {
    const { blocks } = reading.manuscript;
    const byKind = new Map<string, { all: number; atNotes: number }>();
    blocks.forEach((block, index) => {
      if (block.kind !== 'rule') return;
      const counts = byKind.get(kindOf(block)) ?? { all: 0, atNotes: 0 };
      byKind.set(kindOf(block), counts);
      counts.all++;
      if (reading.marks[index - 1]?.kind === 'matter' || reading.marks[index + 1]?.kind === 'matter') counts.atNotes++;
    });
    const marks = new Map<number, Mark>();
    blocks.forEach((block, index) => {
      if (block.kind !== 'rule' || reading.marks[index] !== null) return;
      const { all, atNotes } = byKind.get(kindOf(block)) ?? { all: 0, atNotes: 0 };
      if (atNotes < minRules || atNotes < all * ruleShare) return;
      const end = noteEnd(reading, index + 1);
      if (end === null) return;
      marks.set(index, { kind: 'separator', rule: 'rule-before-note', confidence: 0.7, why: 'Such rules part notes from the story in this file.' }); // prettier-ignore
      const place = end < blocks.length ? 'closing' : 'back';
      for (let at = index + 1; at < end; at++) {
        const matter = { role: 'authorsNote', place, isStart: at === index + 1, labelLength: 0 } as const;
        marks.set(at, { kind: 'matter', matter, rule: 'note-under-rule', confidence: 0.65, why: 'It stands at the chapter’s end under a rule like those that part notes in this file.' }); // prettier-ignore
      }
    });
    return withMarks(reading, marks);
  },
};

/** Rules of one kind are made of the same sign. */
function kindOf(rule: ManuscriptBlock): string {
  return (rule.text[0] ?? '').toLowerCase();
}

/** Where a note that starts with a block ends, at the next chapter or the end; `null` where it is too long or somebody speaks. */
function noteEnd({ manuscript: { blocks }, marks }: Reading, start: number): number | null {
  let chars = 0;
  for (let index = start; index <= start + maxNoteBlocks; index++) {
    const [block, mark] = [blocks[index], marks[index] ?? null];
    if (block === undefined || mark?.kind === 'heading' || mark?.kind === 'part') return index > start ? index : null;
    chars += block.text.length;
    if (mark !== null || block.kind !== 'text' || chars > maxNoteChars || /["“”«»„]/.test(block.text)) return null;
  }
  return null;
}
