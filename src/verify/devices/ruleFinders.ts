import type { DeviceFinding } from './device.ts';
import type { DeviceFacts, Picture } from './deviceFacts.ts';

type Find = (facts: DeviceFacts) => readonly DeviceFinding[];

/** Decimal megabytes, as makers count them. */
export const megabyte = 1_000_000;

/** Finds an EPUB larger than so many bytes. */
export function largerThan(maxBytes: number): Find {
  return ({ epubBytes }) => (epubBytes > maxBytes ? [{ found: `The book has ${megabytes(epubBytes)}` }] : []);
}

/** Finds documents larger than so many bytes. */
export function documentsLargerThan(maxBytes: number): Find {
  return ({ documents, files }) =>
    [...documents.keys()].filter(path => files.sizeOf(path) > maxBytes)
      .map(path => ({ found: `The document has ${megabytes(files.sizeOf(path))}`, place: { path } })); // prettier-ignore
}

/** Finds pictures by their weight, their size or their format. */
export function pictures(isMeant: (picture: Picture) => boolean): Find {
  return facts => facts.pictures.filter(isMeant).map(picture => describePicture(picture, 'The picture'));
}

/** Finds the cover when it is there and is meant. */
export function cover(isMeant: (picture: Picture) => boolean): Find {
  return facts => (facts.cover !== null && isMeant(facts.cover) ? [describePicture(facts.cover, 'The cover')] : []);
}

/** Finds that there is no cover. */
export const noCover: Find = ({ cover: picture, book }) =>
  picture === null ? [{ found: 'The book has no cover', place: { path: book.path } }] : [];

/** Finds contents of more levels than so many. */
export function contentsDeeperThan(levels: number): Find {
  return ({ contentsDepth }) =>
    contentsDepth > levels ? [{ found: `The contents have ${String(contentsDepth)} levels` }] : [];
}

export function pixelsOf({ size }: Picture): number {
  return size === null ? 0 : size.widthPx * size.heightPx;
}

/** The shorter side in pixels; without bound for a format that is not read. */
export function shortSideOf({ size }: Picture): number {
  return size === null ? Infinity : Math.min(size.widthPx, size.heightPx);
}

/** The longer side in pixels; 0 for a format that is not read. */
export function longSideOf({ size }: Picture): number {
  return size === null ? 0 : Math.max(size.widthPx, size.heightPx);
}

function describePicture({ path, bytes, size }: Picture, subject: string): DeviceFinding {
  const pixels = size === null ? '' : `${String(size.widthPx)} × ${String(size.heightPx)} pixels and `;
  return { found: `${subject} has ${pixels}${megabytes(bytes)}`, place: { path } };
}

function megabytes(bytes: number): string {
  return bytes < megabyte ? `${String(Math.ceil(bytes / 1000))} kB` : `${(bytes / megabyte).toFixed(1)} MB`;
}
