/** The kinds of pictures that are read. */
export type ImageKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'tiff' | 'svg';

/** What a picture's bytes are; `null` for what is no picture that is read, whatever it is called. */
export function sniffImage(bytes: Uint8Array): ImageKind | null {
  const start = latin1(bytes.subarray(0, 32));
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (/^RIFF[^]{4}WEBP/.test(start)) return 'webp';
  // The brand of an AVIF stands first or among those that it is compatible with.
  if (/^[^]{4}ftyp(?:avif|avis|mif1[^]{4}[^]*avif)/.test(start)) return 'avif';
  if (/^(?:II\*\0|MM\0\*)/.test(start)) return 'tiff';
  return isSvg(bytes) ? 'svg' : null;
}

/** So far into a file the root of a drawing stands, after a declaration and what the program that wrote it has to say. */
const maxPrologBytes = 4096;

/** Matches a file whose first element is `<svg`, or `<svg:svg`; not a page with a drawing in it. */
function isSvg(bytes: Uint8Array): boolean {
  const start = latin1(bytes.subarray(0, maxPrologBytes)).replace(/^\xef\xbb\xbf/, '');
  const root = start.replace(/<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/gi, '').trimStart();
  return /^<(?:[a-z]+:)?svg[\s>]/i.test(root);
}

/** Bytes as characters of the same numbers; the magic numbers of files are not always text. */
function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
