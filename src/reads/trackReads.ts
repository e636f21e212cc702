import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';

/** Something on disk that a piece of work depended on, and what it was then. */
export interface Read {
  /** As it was named, from the folder of the process. */
  readonly path: string;
  /** A file's bytes, the names in a folder, whether something is there at all, or where links lead. */
  readonly kind: 'file' | 'folder' | 'presence' | 'target';
  /** SHA-256 in hexadecimal; `null` where nothing was there. */
  readonly digest: string | null;
}

/** What a piece of work came to, and what it read for it. */
export interface Tracked<Value> {
  readonly value: Value;
  /** In the order of paths; `null` for work that came by what no disk holds, such as a fetched picture. */
  readonly reads: readonly Read[] | null;
}

interface Notebook {
  readonly reads: Map<string, Read>;
  isRepeatable: boolean;
}

const notebooks = new AsyncLocalStorage<Notebook>();

/** Runs a piece of work and tells all that it read of the user's files, as `noteRead` and the others were told. */
export async function trackReads<Value>(work: () => Promise<Value>): Promise<Tracked<Value>> {
  const notebook: Notebook = { reads: new Map(), isRepeatable: true };
  const value = await notebooks.run(notebook, work);
  const reads = [...notebook.reads].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, read]) => read);
  return { value, reads: notebook.isRepeatable ? reads : null };
}

/** Notes that a file was read, or was looked for and not found. */
export function noteRead(path: string, bytes: Uint8Array | null): void {
  note(path, 'file', () => (bytes === null ? null : digestOf(bytes)));
}

/** Notes that a folder was listed, or was looked for and not found. */
export function noteListing(path: string, names: readonly string[] | null): void {
  note(path, 'folder', () => (names === null ? null : digestOfNames(names)));
}

/** Notes that somebody looked whether something is there. */
export function notePresence(path: string, isThere: boolean): void {
  note(path, 'presence', () => (isThere ? presentDigest : null));
}

/** Notes where a path leads when all links in it are followed: a link may come to lead elsewhere. */
export function noteTarget(path: string, target: string): void {
  note(path, 'target', () => digestOfText(target));
}

/** Notes that the work depends on what cannot be looked at again, so that nothing it makes may be kept for later. */
export function noteUnrepeatable(): void {
  const notebook = notebooks.getStore();
  if (notebook !== undefined) notebook.isRepeatable = false;
}

/** Notes what a piece of work within this one read; `null` as `trackReads` tells it. */
export function noteReads(reads: readonly Read[] | null): void {
  if (reads === null) noteUnrepeatable();
  else for (const { path, kind, digest } of reads) note(path, kind, () => digest);
}

function note(path: string, kind: Read['kind'], digestNow: () => string | null): void {
  const notebook = notebooks.getStore();
  if (notebook === undefined) return;
  const key = `${path}\n${kind}`;
  const known = notebook.reads.get(key);
  const digest = digestNow();
  if (known === undefined) notebook.reads.set(key, { path, kind, digest });
  // Somebody wrote it while it was read: what was made is made of both.
  else if (known.digest !== digest) notebook.isRepeatable = false;
}

/** SHA-256 of a file's bytes, in hexadecimal. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** SHA-256 of a text, in hexadecimal. */
export function digestOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** SHA-256 of the names in a folder, whatever order they come in. */
export function digestOfNames(names: readonly string[]): string {
  return digestOfText(JSON.stringify(names.toSorted()));
}

/** Stands for something that is there. */
export const presentDigest = digestOfText('there');
