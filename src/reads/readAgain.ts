import { existsSync, readdir, readFile, realpath } from 'node:fs';
import { promisify } from 'node:util';
import { digestOf, digestOfNames, digestOfText, presentDigest, type Read } from './trackReads.ts';

// Node's functions with a callback take half the time of those with a promise, which counts for thousands of small files.
const readWhole = promisify(readFile);
const listNames = promisify(readdir);
const followLinks = promisify(realpath);

/** Looks again at what a piece of work once read, one after another; nothing of it fails. */
export async function readAgain(reads: readonly Read[]): Promise<Read[]> {
  const now: Read[] = [];
  for (const { path, kind } of reads) now.push({ path, kind, digest: await lookAgain(path, kind).catch(() => null) });
  return now;
}

async function lookAgain(path: string, kind: Read['kind']): Promise<string | null> {
  switch (kind) {
    case 'file':
      return digestOf(await readWhole(path));
    case 'folder':
      return digestOfNames(await listNames(path));
    case 'presence':
      return existsSync(path) ? presentDigest : null;
    case 'target':
      return digestOfText(await followLinks(path));
  }
}
