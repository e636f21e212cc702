import { openArchive } from '../../src/archive/openArchive.ts';
import { packArchive } from '../../src/archive/packArchive.ts';
import { readEntry } from '../../src/archive/readEntry.ts';
import { compile } from '../../src/compile/compile.ts';

export type EpubFileMap = ReadonlyMap<string, Uint8Array>;

/** The parts of a book that defects are planted into, by the paths that this book has for them. */
export interface GoodBook {
  readonly bytes: Uint8Array;
  readonly files: EpubFileMap;
  readonly opf: string;
  readonly nav: string;
  readonly ncx: string;
  readonly css: string;
  readonly cover: string;
  /** Two documents with text, in the order of the spine. */
  readonly chapter: string;
  readonly laterChapter: string;
}

/** One of our own stories as an EPUB, made now. */
export async function buildGoodBook(): Promise<GoodBook> {
  const stories = [{ files: [{ path: 'stories/a-short-history-of-the-hatter.txt' }] }];
  const { artifacts } = await compile({ stories, editions: ['epub'] });
  const bytes = artifacts.find(({ kind }) => kind === 'epub')?.bytes;
  if (bytes === undefined) throw new Error('The story made no EPUB');
  const files = unpack(bytes);
  const pathEndingIn = (end: string) => [...files.keys()].find(path => path.endsWith(end)) ?? `no ${end}`;
  const chapters = [...files.keys()].filter(path => textOf(files, path).includes('epub:type="chapter"')).sort();
  const [chapter = 'no chapter', laterChapter = 'no other chapter'] = chapters;
  return {
    bytes,
    files,
    opf: pathEndingIn('.opf'),
    nav: pathEndingIn('nav.xhtml'),
    ncx: pathEndingIn('.ncx'),
    css: pathEndingIn('.css'),
    cover: pathEndingIn('cover.jpg'),
    chapter,
    laterChapter,
  };
}

export function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  const archive = openArchive(bytes);
  return new Map(archive.entries.map(entry => [entry.path, readEntry(archive, entry)]));
}

export function pack(files: EpubFileMap): Uint8Array {
  return packArchive(
    [...files].map(([path, content]) => ({ path, content, ...(path === 'mimetype' ? { stored: true } : {}) })),
  );
}

export function textOf(files: EpubFileMap, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

/** The files with one changed by a replacement that must hit. */
export function edited(files: EpubFileMap, path: string, from: RegExp, to: string): Map<string, Uint8Array> {
  const before = textOf(files, path);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${path} does not hold ${String(from)}`);
  return new Map(files).set(path, new TextEncoder().encode(after));
}
