/** Longest slug in bytes of UTF-8; leaves room for an edition, `.kepub.epub` and a number within the 255 of any file system. */
const maxSlugBytes = 120;

/** Letters that carry no combining mark to strip, and what stands for them in an ASCII name. */
const asciiLetters: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', å: 'a', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i',
}; // prettier-ignore

/** Names Windows reserves whatever the extension. */
const reservedName = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/**
 * A name for files and anchors: lower-case letters and digits joined by hyphens, "L'été, déjà!" → `l-ete-deja`.
 * Letters outside Latin stay as they are. Empty when the text has no letter or digit.
 *
 * @param maxBytes the longest, in bytes of UTF-8
 */
export function slugify(text: string, maxBytes = maxSlugBytes): string {
  const plain = text
    .toLowerCase()
    .replace(/['’]s\b/g, 's')
    .replace(/[ßæœøåđðþłı]/g, letter => asciiLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
  const slug = shorten(plain, maxBytes);
  return reservedName.test(slug) ? `${slug}-` : slug;
}

/** Cuts at a hyphen where there is one, so that no word is left half. */
function shorten(slug: string, maxBytes: number): string {
  const size = (text: string) => new TextEncoder().encode(text).length;
  if (size(slug) <= maxBytes) return slug;
  let head = '';
  for (const character of slug) {
    if (size(head) + size(character) > maxBytes) break;
    head += character;
  }
  return head.includes('-') ? head.slice(0, head.lastIndexOf('-')) : head;
}
