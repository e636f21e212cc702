import { inlineText } from './plainText.ts';
import type { Inline } from './tree.ts';

/**
 * Inlines parted before a character of their text, as `inlineText` counts it; marks are closed and opened again around it.
 * Every node goes to one side: what has no length, a footnote's mark for instance, to the side that it stands on when it
 * is read, and a picture to the side of its description's first letter.
 */
export function splitInlines(inlines: readonly Inline[], offset: number): readonly [before: Inline[], after: Inline[]] {
  const before: Inline[] = [];
  const after: Inline[] = [];
  let start = 0;
  for (const inline of inlines) {
    const { length } = inlineText([inline]);
    const end = start + length;
    if (after.length > 0 || start > offset || (start === offset && length > 0)) after.push(inline);
    else if (end <= offset || !('children' in inline || 'value' in inline)) before.push(inline);
    else {
      const [left, right] = splitOne(inline, offset - start);
      before.push(left);
      after.push(right);
    }
    start = end;
  }
  return [before, after];
}

function splitOne(
  inline: Extract<Inline, { readonly children: readonly Inline[] } | { readonly value: string }>,
  offset: number,
): readonly [Inline, Inline] {
  if ('value' in inline) {
    return [
      { ...inline, value: inline.value.slice(0, offset) },
      { ...inline, value: inline.value.slice(offset) },
    ];
  }
  const [left, right] = splitInlines(inline.children, offset);
  return [
    { ...inline, children: left },
    { ...inline, children: right },
  ];
}
