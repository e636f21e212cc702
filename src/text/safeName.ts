/**
 * Longest name in bytes of UTF-8 before its endings. File systems take 255 and encrypted folders of eCryptfs 143; an edition's
 * name and `.kepub.epub` come behind it.
 */
export const maxNameBytes = 120;

/**
 * Names that Windows keeps for devices, whatever follows a dot: `con`, `AUX.txt`, `com1`, `lpt²`; not `console` or `com10`.
 * learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
const reservedName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)/i;

/** All but letters, marks, digits, spaces and what no file system, and no shell in quotes, gives a meaning: `?`, `🙂`, a newline. */
const unsafeRun = /[^\p{L}\p{M}\p{N} _.,;()[\]'’&+@#=~!-]+/gu;

/**
 * One name of a path, as it may stand on every file system, without an ending: `What? Now.` → `What- Now`, `aux` → `aux-`. A
 * name that is safe stays as it is. What is cut short, or has nothing left, gets a mark of the whole name, so that no two names
 * become one by it.
 *
 * @param markOf eight letters or digits that stand for a text
 */
export function safeName(name: string, markOf: (text: string) => string): string {
  const whole = name.normalize('NFC');
  const plain = trimEnds(whole.replace(unsafeRun, '-').replace(/-{2,}/g, '-'));
  if (!/[\p{L}\p{N}]/u.test(plain)) return `book-${markOf(whole)}`;
  const settled = reservedName.test(plain) ? plain.replace(reservedName, '$&-') : plain;
  return sizeOf(settled) <= maxNameBytes ? settled : `${shorten(settled)}-${markOf(whole)}`;
}

/**
 * What a path is on file systems that do not tell large letters from small ones, or one way to write an accent from another:
 * two paths with one such key are one file there.
 */
export function fileKey(path: string): string {
  return path.normalize('NFD').toUpperCase().toLowerCase().normalize('NFC');
}

/** Windows drops dots and spaces at the end; a dot in front hides a file. A hyphen at an end stands for what was left out. */
function trimEnds(name: string): string {
  return name.replace(/^[\s.\p{M}-]+|[\s.-]+$/gu, '');
}

/** Leaves room for a hyphen and a mark, and cuts between letters as they are seen. */
function shorten(name: string): string {
  let head = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(name)) {
    if (sizeOf(head) + sizeOf(segment) > maxNameBytes - markLength - 1) break;
    head += segment;
  }
  return trimEnds(head);
}

/** Letters and digits of a mark: of 4 billion, two of 10,000 names hardly ever share one. */
export const markLength = 8;

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
