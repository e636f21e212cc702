import { mergeTexts } from './mergeTexts.ts';
import type { Inline } from './tree.ts';

/** Inlines with each mark of a footnote as something else; the same array where there is none. */
export function mapReferences(inlines: readonly Inline[], change: (noteId: string) => Inline): readonly Inline[] {
  if (!inlines.some(holdsReference)) return inlines;
  return mergeTexts(
    inlines.map((inline): Inline => {
      if (inline.type === 'footnoteReference') return change(inline.noteId);
      return 'children' in inline ? { ...inline, children: mapReferences(inline.children, change) } : inline;
    }),
  );
}

function holdsReference(inline: Inline): boolean {
  return inline.type === 'footnoteReference' || ('children' in inline && inline.children.some(holdsReference));
}
