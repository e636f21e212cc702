import type { Inline } from './tree.ts';

/** Inlines with neighbouring texts as one. */
export function mergeTexts(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (inline.type === 'text' && last?.type === 'text') {
      merged[merged.length - 1] = { type: 'text', value: last.value + inline.value };
    } else merged.push(inline);
  }
  return merged;
}
