import { mergeTexts } from './mergeTexts.ts';
import type { Inline } from './tree.ts';

/** Inlines with each picture's description in its place, for titles: a list of contents and a running head show no pictures. */
export function imagesAsWords(inlines: readonly Inline[]): readonly Inline[] {
  return holdsImage(inlines) ? mergeTexts(inlines.flatMap(inline => asWords(inline))) : inlines;
}

function holdsImage(inlines: readonly Inline[]): boolean {
  return inlines.some(inline => inline.type === 'image' || ('children' in inline && holdsImage(inline.children)));
}

function asWords(inline: Inline): Inline[] {
  if (inline.type === 'image') return inline.alt === null || inline.alt === '' ? [] : [{ type: 'text', value: inline.alt }]; // prettier-ignore
  return 'children' in inline ? [{ ...inline, children: imagesAsWords(inline.children) }] : [inline];
}
