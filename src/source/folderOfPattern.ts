import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isDynamicPattern } from 'tinyglobby';

/**
 * The folder in which files that an input names may come and go, and whether folders in it may hold some, too: of
 * `saved/*.txt` it is `saved`, of `books/**` all of `books`; `null` for one file.
 */
export function folderOfPattern(input: string): { readonly path: string; readonly isDeep: boolean } | null {
  if (!isDynamicPattern(input)) return isFolder(input) ? { path: input, isDeep: false } : null;
  const parts = input.split('/');
  const first = parts.findIndex(part => isDynamicPattern(part));
  const path = first === 0 ? '.' : join(input.startsWith('/') ? '/' : '', ...parts.slice(0, first));
  return { path, isDeep: first < parts.length - 1 || parts[first]?.includes('**') === true };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
