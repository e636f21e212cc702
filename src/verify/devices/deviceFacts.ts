import { navigationOf } from '../checkContents.ts';
import { coverItemOf } from '../epubPackage.ts';
import type { ExaminedBook } from '../examineEpub.ts';
import { pictureSize } from './pictureSize.ts';
import type { PictureSize } from './pictureSize.ts';

/** What the rules of devices ask of a book. */
export interface DeviceFacts extends ExaminedBook {
  /** The size of the EPUB itself. */
  readonly epubBytes: number;
  readonly pictures: readonly Picture[];
  readonly cover: Picture | null;
  /** How many levels the contents have, in the navigation document or the NCX. */
  readonly contentsDepth: number;
  /** The documents of the spine that are read in order. */
  readonly linearPaths: readonly string[];
}

export interface Picture {
  readonly path: string;
  readonly bytes: number;
  /** `null` for other formats than JPEG, PNG and GIF. */
  readonly size: PictureSize | null;
}

export function deviceFacts(examined: ExaminedBook, epubBytes: number): DeviceFacts {
  const { book, documents, files, ncxes } = examined;
  const items = book.items.filter(item => item.mediaType.startsWith('image/'));
  const pictures = items.flatMap(({ path }) => {
    const bytes = path === null ? null : files.read(path);
    return path === null || bytes === null ? [] : [{ path, bytes: bytes.length, size: pictureSize(bytes) }];
  });
  const coverPath = coverItemOf(book)?.path;
  const pathOf = new Map(book.items.map(item => [item.id, item.path]));
  const linear = book.spine.filter(item => item.isLinear).map(({ idref }) => pathOf.get(idref) ?? null);
  return {
    ...examined,
    epubBytes,
    pictures,
    cover: pictures.find(({ path }) => path === coverPath) ?? null,
    contentsDepth: navigationOf(book, documents)?.contents?.depth ?? Math.max(0, ...ncxes.map(ncx => ncx.depth)),
    linearPaths: linear.filter(path => path !== null),
  };
}
