import { stat } from 'node:fs/promises';
import type { CompileOptions } from '../compile/compileOptions.ts';
import { CompileError } from '../diagnostics/compileError.ts';

/** Refuses to write over a file that a book is made of: it may be the only copy. */
export type SourceGuard = (path: string) => Promise<void>;

/**
 * Remembers the files that books are made of, by what they are on disk and not by how they are named.
 *
 * @returns a guard that throws CompileError `output/not-writable`
 */
export async function guardSources({ stories, book }: CompileOptions): Promise<SourceGuard> {
  const pages = [...(book?.frontMatter ?? []), ...(book?.backMatter ?? [])].map(({ file }) => file);
  const files = [...stories.flatMap(story => story.files), ...pages];
  const paths = files.flatMap(({ path, content }) => (content === undefined ? [path] : []));
  return guardFiles(paths, 'the book is made of the file of that name', 'Name another folder with --out.');
}

/**
 * The same for any files.
 * @param why what a refusal says, without a full stop
 * @returns a guard that throws CompileError `output/not-writable`
 */
export async function guardFiles(paths: readonly string[], why: string, hint: string): Promise<SourceGuard> {
  const sources = new Set<string>();
  for (const path of paths) {
    const identity = await identityOf(path);
    if (identity !== null) sources.add(identity);
  }
  return async path => {
    const identity = await identityOf(path);
    if (identity === null || !sources.has(identity)) return;
    throw new CompileError('output/not-writable', `${path} was not written: ${why}.`, { hint, path });
  };
}

/** Device and number of a file; `null` where there is none to be seen. */
async function identityOf(path: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}
