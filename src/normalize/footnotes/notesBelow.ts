import { mapBlockInlines } from '../../book/mapBlockInlines.ts';
import { mapReferences } from '../../book/mapReferences.ts';
import type { Block, Footnote, Inline } from '../../book/tree.ts';
import type { ManuscriptNote } from '../../parse/manuscript.ts';
import { settleFootnotes } from './settleFootnotes.ts';

/**
 * A text that belongs to no story, with its notes below it as it is printed: `word[^1]` becomes `word` with a raised 1, and
 * the note a paragraph behind the text that begins with the same mark. What leads nowhere stays as it is typed.
 */
export function notesBelow(
  blocks: readonly Block[],
  notes: readonly ManuscriptNote[],
  typedMarks: ReadonlyMap<string, string>,
): readonly Block[] {
  if (notes.length === 0 && typedMarks.size === 0) return blocks;
  const text = { type: 'matterSection' as const, role: 'other' as const, title: [], blocks };
  const { parts, footnotes } = settleFootnotes(
    { frontMatter: [text], chapters: [], backMatter: [] },
    notes,
    typedMarks,
    () => undefined,
  );
  const labels = new Map(footnotes.map(({ id, label }) => [id, label]));
  const marked = (own: readonly Inline[]) => mapReferences(own, noteId => raised(labels.get(noteId) ?? ''));
  const told = [...parts.frontMatter, ...parts.backMatter].flatMap(section => section.blocks);
  const below = footnotes.flatMap(note => withLabel(note));
  return mapBlockInlines([...told, ...below], marked);
}

function withLabel({ label, blocks }: Footnote): readonly Block[] {
  const [first, ...others] = blocks;
  const mark: readonly Inline[] = [raised(label), { type: 'text', value: '\u00a0' }];
  if (first?.type === 'paragraph') return [{ ...first, children: [...mark, ...first.children] }, ...others];
  return [{ type: 'paragraph', children: [raised(label)] }, ...blocks];
}

function raised(label: string): Inline {
  return { type: 'superscript', children: [{ type: 'text', value: label }] };
}
