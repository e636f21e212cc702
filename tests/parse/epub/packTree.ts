import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packArchive } from '../../../src/archive/packArchive.ts';

/** An EPUB of files by their paths. */
export function packEpub(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const others = Object.entries(files).map(([path, content]) => ({ path, content }));
  return packArchive([{ path: 'mimetype', content: 'application/epub+zip', stored: true }, ...others]);
}

/** An EPUB of the files below a folder. */
export function packTree(folder: string): Uint8Array {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return packEpub(Object.fromEntries(paths.map(path => [path, readFileSync(join(folder, path))])));
}
