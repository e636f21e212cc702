import type JSZip from 'jszip';
import type { ArchiveFile } from './archiveFile.ts';
import { packArchive } from './packArchive.ts';

/** The one time that every entry carries; JSZip writes it in UTC. */
const constantTime = new Date('1980-01-01T00:00:00Z');

/**
 * Puts finished files into a JSZip, which already holds `mimetype` where it matters that it comes first.
 *
 * JSZip deflates in JavaScript, several times slower than zlib. It leaves an entry that was loaded from a zip as it is,
 * so the files go in as a zip that zlib has deflated.
 */
export async function fillContainer(zip: JSZip, files: readonly ArchiveFile[]): Promise<void> {
  await zip.loadAsync(packArchive(files), { createFolders: false });
}

/** Puts a file in uncompressed; a file of the same path keeps its place. */
export function storeInContainer(zip: JSZip, path: string, text: string): void {
  zip.file(path, text, { compression: 'STORE', createFolders: false, date: constantTime });
}

/** The container's bytes, in the order in which the files went in. */
export async function containerBytes(zip: JSZip): Promise<Uint8Array> {
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' });
}
