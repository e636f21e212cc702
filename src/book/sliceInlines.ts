import { inlineText } from './plainText.ts';
import type { Inline } from './tree.ts';

/** The characters `from` to `to` of inlines, counted in their words as `inlineText` gives them; marks are kept around what is left. */
export function sliceInlines(inlines: readonly Inline[], from: number, to: number): Inline[] {
  const kept: Inline[] = [];
  let start = 0;
  for (const inline of inlines) {
    const length = inlineText([inline]).length;
    const slice =
      length === 0
        ? sliceWordless(inline, from - start, to - start, start === 0)
        : sliceInline(inline, from - start, to - start, length);
    if (slice !== null) kept.push(slice);
    start += length;
  }
  return kept;
}

/** What has no words, a picture without a description, goes with the words before it; at the very start, with those after it. */
function sliceWordless(inline: Inline, from: number, to: number, isFirst: boolean): Inline | null {
  const isInside = isFirst ? from <= 0 && to > 0 : from < 0 && to >= 0;
  return isInside ? inline : null;
}

function sliceInline(inline: Inline, from: number, to: number, length: number): Inline | null {
  if (from <= 0 && to >= length) return inline;
  if (from >= length || to <= 0 || inline.type === 'hardBreak') return null;
  // A picture is shown whole or not at all.
  if (inline.type === 'image' || inline.type === 'footnoteReference') return from <= 0 ? inline : null;
  if (inline.type === 'text' || inline.type === 'inlineCode') {
    return { ...inline, value: inline.value.slice(Math.max(0, from), Math.max(0, to)) };
  }
  return { ...inline, children: sliceInlines(inline.children, from, to) };
}
