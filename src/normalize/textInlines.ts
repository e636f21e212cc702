import type { Inline } from '../book/tree.ts';

/**
 * `*word*`, `_words_`, `**word**` as plain texts mark emphasis: an opening mark stands after a space, bracket, dash or
 * quote, a closing one before a space or punctuation. Matches `_not_ now`, `(*really*)`; not `Dormouse_in_Situ`,
 * `assh*le`, `2 * 3 * 4`, `***`.
 */
const emphasis =
  /(?<=^|[\s("'“‘«[—–-])(?<mark>\*{1,2}|_{1,2})(?![\s*_])(?<words>[^*_\n]{1,400}?|[^*_\n]{1,200}(?<=\w)_(?=\w)[^*_\n]{1,200}?)(?<![\s*_])\k<mark>(?=$|[\s.,;:!?)"'”’»\]…—–-])/gu;

/** Reads the emphasis that a plain text writes with asterisks and underscores. */
export function readTextInlines(text: string): Inline[] {
  if (!text.includes('*') && !text.includes('_')) return [{ type: 'text', value: text }];
  const inlines: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(emphasis)) {
    const { mark = '', words = '' } = match.groups ?? {};
    if (match.index > from) inlines.push({ type: 'text', value: text.slice(from, match.index) });
    inlines.push({
      type: mark.length === 2 && mark.startsWith('*') ? 'strong' : 'emphasis',
      children: [{ type: 'text', value: words }],
    });
    from = match.index + match[0].length;
  }
  if (from < text.length) inlines.push({ type: 'text', value: text.slice(from) });
  return inlines;
}
