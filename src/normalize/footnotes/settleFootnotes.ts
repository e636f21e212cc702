import { mapBlockInlines } from '../../book/mapBlockInlines.ts';
import { mapReferences } from '../../book/mapReferences.ts';
import { mapStoryInlines, type WordedParts } from '../../book/mapStoryInlines.ts';
import { mergeTexts } from '../../book/mergeTexts.ts';
import type { Block, Footnote, Inline, MatterSection } from '../../book/tree.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { ManuscriptNote } from '../../parse/manuscript.ts';

/** A story's parts with references that lead to its notes, and to nothing else. */
export interface SettledFootnotes {
  readonly parts: WordedParts;
  readonly footnotes: readonly Footnote[];
}

/**
 * Brings references and notes together: notes are numbered in the order in which a reader comes upon them, a reference
 * without a note is the words that were typed, and so is a note that nothing leads to, at the end of the story.
 */
export function settleFootnotes(
  parts: WordedParts,
  notes: readonly ManuscriptNote[],
  typedMarks: ReadonlyMap<string, string>,
  report: Report,
): SettledFootnotes {
  if (notes.length === 0 && typedMarks.size === 0) return { parts, footnotes: [] };
  const byId = new Map(notes.map(note => [note.id, note]));
  const found: ManuscriptNote[] = [];
  const numbers = new Map<string, number>();
  const lost = new Set<string>();
  const asTyped = (noteId: string) => typedMarks.get(noteId) ?? `[^${noteId}]`;
  const reference = (noteId: string): Inline => {
    const note = byId.get(noteId);
    if (note === undefined) {
      const typed = asTyped(noteId);
      if (!lost.has(noteId)) report({ code: 'parse/footnote-without-text', severity: 'info', message: `The mark ${typed} leads to no note, and stays as it is typed.` }); // prettier-ignore
      lost.add(noteId);
      return { type: 'text', value: typed };
    }
    const number = numbers.get(noteId) ?? found.push(note);
    numbers.set(noteId, number);
    return { type: 'footnoteReference', noteId: footnoteId(number) };
  };
  const inlines = (own: readonly Inline[]) => mapReferences(own, reference);
  const linked = mapStoryInlines(parts, { inlines });
  const footnotes: Footnote[] = [];
  // A note may lead to others, which come after it.
  for (let index = 0; index < found.length; index++) {
    const note = found[index];
    if (note === undefined) break;
    const { label, blocks, span } = note;
    footnotes.push({ id: footnoteId(index + 1), label, blocks: mapBlockInlines(blocks, inlines), span });
  }
  const left = notes.filter(({ id }) => !numbers.has(id));
  for (const { typedLabel, span } of left) {
    report({ code: 'parse/footnote-without-mark', severity: 'info', message: `Nothing in the story leads to the note ${typedLabel.trim()}, which stays as it is typed.`, span }); // prettier-ignore
  }
  // Notes that lead only to each other are reached from nowhere, so that their marks stay typed, too.
  const known = (noteId: string): Inline => {
    const number = numbers.get(noteId);
    return number === undefined
      ? { type: 'text', value: asTyped(noteId) }
      : { type: 'footnoteReference', noteId: footnoteId(number) };
  };
  return { parts: withTypedNotes(linked, left, known), footnotes };
}

/** Unique in the story; counts from 1. */
export function footnoteId(number: number): string {
  return `note-${number}`;
}

/** The words of notes that nothing leads to, after the last chapter. */
function withTypedNotes(
  parts: WordedParts,
  notes: readonly ManuscriptNote[],
  reference: (noteId: string) => Inline,
): WordedParts {
  const [first] = notes;
  if (first === undefined) return parts;
  const blocks = notes.flatMap(note => typedNote(note));
  const own = mapBlockInlines(blocks, inlines => mapReferences(inlines, reference));
  const section: MatterSection = { type: 'matterSection', role: 'other', title: [], blocks: own, span: first.span };
  const last = parts.chapters.at(-1);
  if (last === undefined) return { ...parts, backMatter: [...parts.backMatter, section] };
  const chapters = [...parts.chapters.slice(0, -1), { ...last, closingNotes: [...last.closingNotes, section] }];
  return { ...parts, chapters };
}

/** A note with its label before its first words, as the file has it. */
function typedNote({ typedLabel, blocks, span }: ManuscriptNote): readonly Block[] {
  const label: Inline = { type: 'text', value: typedLabel };
  const [first, ...others] = blocks;
  if (first?.type === 'paragraph') return [{ ...first, children: mergeTexts([label, ...first.children]) }, ...others];
  return [{ type: 'paragraph', children: [{ type: 'text', value: typedLabel.trim() }], span }, ...blocks];
}
