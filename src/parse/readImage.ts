import type { Image, Inline } from '../book/tree.ts';

/** Matches a description that is an emoji, as weblogs draw them: `😀`, `❤️`; not `7`, `A lamp`. */
const emoji = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3)+$/u;

/** Matches what no address holds: control characters and the ends of lines. */
const unwritable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/**
 * A picture of a source as an inline: one without an address is the words of its description, and so is one that stands
 * for a letter. `null` when nothing of it can be shown.
 *
 * @param alt the description; `null` where the source gives none
 */
export function readImage(address: string, alt: string | null): Image | Extract<Inline, { type: 'text' }> | null {
  const url = address.replace(unwritable, '').trim();
  const description = alt === null ? null : alt.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
  if (url !== '' && !emoji.test(description ?? '')) return { type: 'image', url, alt: description };
  return description === null || description === '' ? null : { type: 'text', value: description };
}
