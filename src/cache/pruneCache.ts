import { appendFile, lstat, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CacheLayout, homeName } from './cacheLayout.ts';
import { discard, writeWhole } from './wholeFiles.ts';

/** A thing that is kept. */
interface KeptThing {
  readonly path: string;
  readonly bytes: number;
  /** When it was last used, in milliseconds; counts for nothing but the order in which things go. */
  readonly usedMs: number;
}

/** How much is kept. */
export interface CacheContents {
  readonly entries: number;
  readonly bytes: number;
}

/** Writes down that something was added; lines that two runs add at once both stay. */
export async function addToSize({ size }: CacheLayout, bytes: number): Promise<void> {
  if (bytes > 0) await appendFile(size, `${bytes}\n`, { mode: 0o600 }).catch(() => undefined);
}

/** So much is left after too much was kept, so that the next build does not count all of it again. */
const keptShare = 0.9;

/** Lets go of the least recently used, when there is more than is allowed. */
export async function pruneIfLarge(layout: CacheLayout, limitBytes: number): Promise<void> {
  const known = await writtenSize(layout);
  if (known !== null && known <= limitBytes) return;
  const things = await listThings(layout);
  let bytes = sumOf(things);
  if (bytes > limitBytes) {
    for (const thing of things.toSorted((one, other) => one.usedMs - other.usedMs || byPath(one, other))) {
      if (bytes <= limitBytes * keptShare) break;
      await discard(thing.path);
      bytes -= thing.bytes;
    }
  }
  await writeWhole(layout.size, path => writeFile(path, `total ${bytes}\n`, { flag: 'wx', mode: 0o600 })).catch(
    () => undefined,
  );
}

/** A file with more lines is summed up anew. */
const mostLines = 10_000;

/** The sum of what was written down; `null` when all has to be counted. */
async function writtenSize({ size }: CacheLayout): Promise<number | null> {
  const text = await readFile(size, 'utf8').catch(() => '');
  const [, total, added = ''] = /^total (\d{1,15})\n((?:\d{1,15}\n)*)$/.exec(text) ?? [];
  if (total === undefined) return null;
  const lines = added.split('\n').slice(0, -1);
  return lines.length > mostLines ? null : lines.reduce((sum, line) => sum + Number(line), Number(total));
}

/** Counts what is kept. */
export async function measureCache(layout: CacheLayout): Promise<CacheContents> {
  const things = await listThings(layout);
  return { entries: things.length, bytes: sumOf(things) };
}

/** Removes all that is kept, in older layouts too, and nothing else that may be in the folder; tells how much it was. */
export async function cleanCache(layout: CacheLayout): Promise<CacheContents> {
  const contents = await measureCache(layout);
  for (const name of await readdir(layout.folder).catch(() => [])) {
    if (homeName.test(name)) await rm(join(layout.folder, name), { recursive: true, force: true });
  }
  await rm(layout.tag, { force: true });
  // Refuses a folder with something in it.
  await rmdir(layout.folder).catch(() => undefined);
  return contents;
}

/** Everything in the folders of a 256th, half-written files of runs that were killed included. */
async function listThings({ home }: CacheLayout): Promise<KeptThing[]> {
  const things: KeptThing[] = [];
  for (const kind of ['files', 'entries']) {
    for (const shard of await readdir(join(home, kind)).catch(() => [])) {
      const folder = join(home, kind, shard);
      for (const name of await readdir(folder).catch(() => [])) {
        const path = join(folder, name);
        const info = await lstat(path).catch(() => null);
        if (info !== null) things.push({ path, bytes: info.size, usedMs: info.mtimeMs });
      }
    }
  }
  return things;
}

function sumOf(things: readonly KeptThing[]): number {
  return things.reduce((sum, { bytes }) => sum + bytes, 0);
}

function byPath(one: KeptThing, other: KeptThing): number {
  return one.path < other.path ? -1 : 1;
}
