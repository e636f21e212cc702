import { mapBlockInlines } from '../../book/mapBlockInlines.ts';
import { mapReferences } from '../../book/mapReferences.ts';
import { mapStoryInlines, type WordedParts } from '../../book/mapStoryInlines.ts';
import { mergeTexts } from '../../book/mergeTexts.ts';
import type { Block, Footnote, Inline, MatterSection } from '../../book/tree.ts';
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
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
  const typed = new Set<string>();
  const reference = (noteId: string): Inline => {
    const note = byId.get(noteId);
    if (note === undefined) {
      const mark = typedMarks.get(noteId) ?? `[^${noteId}]`;
      if (!lost.has(noteId)) report({ code: 'parse/footnote-without-text', severity: 'info', message: `The mark ${mark} leads to no note, and stays as it is typed.` }); // prettier-ignore
      lost.add(noteId);
      return { type: 'text', value: mark };
    }
    if (typed.has(noteId)) return { type: 'text', value: typedMarks.get(noteId) ?? note.label };
    const number = numbers.get(noteId) ?? found.push(note);
    numbers.set(noteId, number);
    return { type: 'footnoteReference', noteId: footnoteId(number) };
  };
  const inlines = (own: readonly Inline[]) => mapReferences(own, reference);
  const linked = mapStoryInlines(parts, { inlines });
  const footnotes: Footnote[] = [];
  // A note may lead to others, which come after it.
  const settleFound = () => {
    for (let note = found[footnotes.length]; note !== undefined; note = found[footnotes.length]) {
      const { label, blocks, span } = note;
      footnotes.push({ id: footnoteId(footnotes.length + 1), label, blocks: mapBlockInlines(blocks, inlines), span });
    }
  };
  settleFound();
  const left = rootsFirst(notes.filter(({ id }) => !numbers.has(id)));
  const blocks: Block[] = [];
  for (const note of left) {
    if (numbers.has(note.id)) continue;
    const { id, typedLabel, span } = note;
    report({ code: 'parse/footnote-without-mark', severity: 'info', message: `Nothing in the story leads to the note ${typedLabel.trim()}, which stays as it is typed.`, span }); // prettier-ignore
    typed.add(id);
    blocks.push(...mapBlockInlines(typedNote(note), inlines));
    settleFound();
  }
  return { parts: withTypedNotes(linked, blocks, left[0]?.span), footnotes };
}

/** Notes to which no other leads before those to which one does, so that these can stay notes. */
function rootsFirst(notes: readonly ManuscriptNote[]): readonly ManuscriptNote[] {
  const led = new Set<string>();
  for (const { id, blocks } of notes) {
    const note = (noteId: string): Inline => {
      if (noteId !== id) led.add(noteId);
      return { type: 'footnoteReference', noteId };
    };
    mapBlockInlines(blocks, own => mapReferences(own, note));
  }
  return [...notes.filter(({ id }) => !led.has(id)), ...notes.filter(({ id }) => led.has(id))];
}

/** Unique in the story; counts from 1. */
export function footnoteId(number: number): string {
  return `note-${number}`;
}

/** The words of notes that nothing leads to, after the last chapter. */
function withTypedNotes(parts: WordedParts, blocks: readonly Block[], span: SourceSpan | undefined): WordedParts {
  if (blocks.length === 0) return parts;
  const section: MatterSection = {
    type: 'matterSection',
    role: 'other',
    title: [],
    blocks,
    ...(span === undefined ? {} : { span }),
  };
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
