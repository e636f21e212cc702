import type { DeviceFinding, DeviceRule } from './device.ts';
import type { DeviceFacts, Picture } from './deviceFacts.ts';
import { contentsDeeperThan, cover, documentsLargerThan, largerThan, megabyte, pictures } from './ruleFinders.ts';

/** Kobo's "ePub Guidelines". */
const source = { url: 'https://github.com/kobolabs/epub-spec', readOn: '2026-11-28' };

/** Kobo's devices, its apps and its shop. */
export const koboRules: readonly DeviceRule[] = [
  {
    code: 'device/kobo-file-size',
    severity: 'warning',
    says: 'Kobo advises at most 1 GB',
    source,
    basis: 'maker',
    hint: 'Make the pictures smaller, or part the book.',
    find: largerThan(1000 * megabyte),
  },
  {
    code: 'device/kobo-document-size',
    severity: 'warning',
    says: 'Kobo advises at most 10 MB a document',
    source,
    basis: 'maker',
    hint: 'Part the document into several.',
    find: documentsLargerThan(10 * megabyte),
  },
  {
    code: 'device/kobo-image-large',
    severity: 'warning',
    says: 'Kobo advises at most 5 MB a picture',
    source,
    basis: 'maker',
    hint: 'Make the picture smaller.',
    find: pictures(picture => picture.bytes > 5 * megabyte),
  },
  {
    code: 'device/kobo-font-format',
    severity: 'warning',
    says: 'Kobo supports TTF, OTF and WOFF 1.0',
    source,
    basis: 'maker',
    hint: 'Embed the font as TTF, OTF or WOFF 1.0.',
    find: unsupportedFonts,
  },
  {
    code: 'device/kobo-cover-format',
    severity: 'warning',
    says: 'Kobo takes no GIF for a cover',
    source,
    basis: 'maker',
    hint: 'Make the cover a JPEG or a PNG.',
    find: cover(picture => picture.size?.format === 'gif'),
  },
  {
    code: 'device/kobo-cover-large',
    severity: 'info',
    says: 'Kobo advises less than 3 MB for a cover',
    source,
    basis: 'maker',
    hint: 'Make the cover smaller.',
    find: cover(picture => picture.bytes > 3 * megabyte),
  },
  {
    code: 'device/kobo-cover-ratio',
    severity: 'info',
    says: 'Kobo suggests 3 to 4 for width to height',
    source,
    basis: 'maker',
    hint: 'Crop the cover to about 3 to 4.',
    find: cover(picture => isFarFromThreeToFour(picture)),
  },
  {
    code: 'device/kobo-contents-depth',
    severity: 'info',
    says: 'Kobo shows three on phones and none below another on e-ink',
    source,
    basis: 'maker',
    hint: 'Leave lower levels out of the contents.',
    find: contentsDeeperThan(3),
  },
  {
    code: 'device/kobo-script',
    severity: 'info',
    says: 'Kobo runs scripts on Android and iOS only',
    source,
    basis: 'maker',
    hint: 'See that the book reads well without.',
    find: ({ documents }) =>
      [...documents.values()].flatMap(({ path, uses }) =>
        uses.has('scripted') ? [{ found: 'The document has a script', place: { path } }] : [],
      ),
  },
  {
    code: 'device/kobo-first-page',
    severity: 'info',
    says: 'Kobo’s e-ink readers are seen to show the first document without margins',
    source: null,
    basis: 'reports',
    hint: 'Let the spine begin with a title page.',
    find: longFirstPage,
  },
];

/** Kobo's own average is 800 × 1224, 0.65; what our covers and those of shops have, 0.625, is still about as high. */
const widestRatio = 0.85;
const narrowestRatio = 0.6;

function isFarFromThreeToFour({ size }: Picture): boolean {
  if (size === null) return false;
  const ratio = size.widthPx / size.heightPx;
  return ratio < narrowestRatio || ratio > widestRatio;
}

/** "wOF2", with which a WOFF 2.0 font begins. */
const woff2Signature = [0x77, 0x4f, 0x46, 0x32];

function unsupportedFonts({ book, files }: DeviceFacts): readonly DeviceFinding[] {
  return book.items.flatMap(({ path, mediaType }) => {
    if (path === null || !/font|woff/i.test(mediaType)) return [];
    const bytes = files.read(path);
    const isWoff2 = bytes !== null && woff2Signature.every((byte, index) => bytes[index] === byte);
    return isWoff2 ? [{ found: 'The font is WOFF 2.0', place: { path } }] : [];
  });
}

/** A title page has some words; a page of text has more characters than this without its spaces. */
const titlePageCharacters = 1000;

function longFirstPage({ documents, linearPaths }: DeviceFacts): readonly DeviceFinding[] {
  const path = linearPaths[0] ?? '';
  const length = documents.get(path)?.textLength ?? 0;
  return length > titlePageCharacters ? [{ found: 'The book begins with a page full of text', place: { path } }] : [];
}
