import type JSZip from 'jszip';
import type { ArchiveFile } from './archiveFile.ts';
import { inArchiveOrder, joinEntries, packEntry } from './packArchive.ts';
import { methodStored } from './zipFormat.ts';

/** The one time that every entry carries; JSZip writes it in UTC. */
const constantTime = new Date('1980-01-01T00:00:00Z');

/** Enough that loading costs next to nothing, and few enough that their contents weigh little beside the book. */
const filesAtATime = 64;

/**
 * Puts finished files into a JSZip, which already holds `mimetype` where it matters that it comes first.
 *
 * JSZip deflates in JavaScript, several times slower than zlib. It leaves an entry that was loaded from a zip as it is,
 * so the files go in as zips that zlib has deflated, some at a time: of each only what is packed stays in memory.
 *
 * @throws Error when two files have the same path.
 */
export async function fillContainer(zip: JSZip, files: readonly ArchiveFile[]): Promise<void> {
  const ordered = inArchiveOrder(files);
  for (let start = 0; start < ordered.length; start += filesAtATime) {
    const entries = ordered.slice(start, start + filesAtATime).map(file => packEntry(file));
    await zip.loadAsync(joinEntries(entries), { createFolders: false });
    for (const { path, method } of entries) if (method === methodStored) keepStored(zip, path);
  }
}

/** JSZip deflates what it was given stored, unless the file itself asks otherwise. */
function keepStored(zip: JSZip, path: string): void {
  const entry = zip.file(path);
  if (entry !== null) entry.options.compression = 'STORE';
}

/** Puts a file in uncompressed; a file of the same path keeps its place. */
export function storeInContainer(zip: JSZip, path: string, text: string): void {
  zip.file(path, text, { compression: 'STORE', createFolders: false, date: constantTime });
}

/** The container's bytes, in the order in which the files went in. */
export async function containerBytes(zip: JSZip): Promise<Uint8Array> {
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' });
}
