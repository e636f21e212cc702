import { mapBlockInlines } from '../../book/mapBlockInlines.ts';
import type { Block, Inline } from '../../book/tree.ts';
import { marksInText, readTypedMark } from './typedMark.ts';

/** A note that was found at the foot of a chapter, and the mark in the chapter's text. */
export interface MarkedNote {
  readonly id: string;
  readonly typed: string;
}

/** Makes references of the marks of notes in a chapter's body, in their order; a mark that is not there is passed over. */
export function linkTypedMarks(body: readonly Block[], notes: readonly MarkedNote[]): readonly Block[] {
  const open = [...notes].reverse();
  const link = (inlines: readonly Inline[]): readonly Inline[] =>
    open.length === 0
      ? inlines
      : inlines.flatMap((inline): readonly Inline[] => {
          if (inline.type === 'text') return linkText(inline.value, open);
          return 'children' in inline ? [{ ...inline, children: link(inline.children) }] : [inline];
        });
  return mapBlockInlines(body, link);
}

/** Takes the notes whose marks it finds from the end of those that are open. */
function linkText(value: string, open: MarkedNote[]): readonly Inline[] {
  const next = open.at(-1);
  const family = next === undefined ? undefined : readTypedMark(`${next.typed} x`)?.family;
  if (next === undefined || family === undefined) return [{ type: 'text', value }];
  const linked: Inline[] = [];
  let from = 0;
  for (const { typed, at } of marksInText(value, family)) {
    const note = open.at(-1);
    if (note === undefined || note.typed !== typed) continue;
    open.pop();
    linked.push({ type: 'text', value: value.slice(from, at).trimEnd() }, { type: 'footnoteReference', noteId: note.id });
    from = at + typed.length;
  }
  const rest = value.slice(from);
  return linked.length > 0 && rest === '' ? linked : [...linked, { type: 'text', value: rest }];
}
