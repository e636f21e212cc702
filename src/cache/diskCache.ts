import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, lstat, utimes, writeFile } from 'node:fs/promises';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { ByteStore } from './byteStore.ts';
import { cacheLayout } from './cacheLayout.ts';
import type { CacheSettings } from './cacheSettings.ts';
import { addToSize, pruneIfLarge } from './pruneCache.ts';
import { codeOf, discard, readIfThere, writeWhole } from './wholeFiles.ts';
import { whyNotOurs } from './whyNotOurs.ts';

/**
 * What earlier runs kept on disk: files by the digest of their bytes, and small things under keys. Every read is checked; what
 * is broken is removed and is as if it had never been there. Two runs may use one folder at once, and the folder may go at
 * any moment.
 */
export interface DiskCache extends ByteStore {
  /** The bytes of a kept file; `null` when it is not kept. */
  readonly readFile: (sha256: string) => Promise<Uint8Array | null>;
  /** Keeps a copy of a file. */
  readonly keepFile: (path: string, file: { readonly sha256: string; readonly bytes: number }) => Promise<void>;
  /** Writes down how much was kept since the last time; nothing else of it is told before. */
  readonly settle: () => Promise<void>;
  /** Ends a run that kept something, in this process or in others: lets go of what is too much, and tells why nothing was kept. */
  readonly finish: () => Promise<readonly Diagnostic[]>;
}

/** Opens a cache; nothing is made on disk before something is kept. */
export async function openDiskCache(settings: CacheSettings): Promise<DiskCache> {
  const layout = cacheLayout(settings.folder);
  let problem: string | null = settings.isUsual ? await whyNotOurs(settings.folder) : null;
  const isClosed = problem !== null;
  let addedBytes = 0;
  const put = async (path: string, bytes: number, fill: (temporary: string) => Promise<void>): Promise<void> => {
    // What failed once is not tried a thousand times; a full disk is left to the books.
    if (problem !== null) return;
    try {
      await writeWhole(path, fill);
      addedBytes += bytes;
    } catch (error) {
      problem = reasonOf(error);
    }
  };
  const write = (path: string, content: Uint8Array): Promise<void> =>
    put(path, content.length, temporary => writeFile(temporary, content, { flag: 'wx', mode: 0o600 }));
  return {
    read: async key => {
      const path = layout.entry(key);
      const entry = isClosed ? null : await readIfThere(path);
      if (entry === null) return null;
      const content = entry.subarray(digestLength);
      if (digestOfEntry(key, content) === asText(entry.subarray(0, digestLength))) return used(path, content);
      await discard(path);
      return null;
    },
    write: (key, content) =>
      write(layout.entry(key), Buffer.concat([Buffer.from(digestOfEntry(key, content)), content])),
    readFile: async sha256 => {
      const path = layout.file(sha256);
      const content = isClosed ? null : await readIfThere(path);
      if (content === null || digestOf(content) === sha256) return content && used(path, content);
      await discard(path);
      return null;
    },
    keepFile: async (source, { sha256, bytes }) => {
      const path = layout.file(sha256);
      if (problem !== null) return;
      if (await isKept(path, bytes)) await used(path, null);
      else await put(path, bytes, temporary => copyFile(source, temporary, copyNew));
    },
    settle: async () => {
      if (addedBytes === 0) return;
      await addToSize(layout, addedBytes);
      addedBytes = 0;
    },
    finish: async () => {
      if (!isClosed) {
        await write(layout.tag, Buffer.from(tagText));
        await addToSize(layout, addedBytes);
        await pruneIfLarge(layout, settings.limitBytes);
      }
      return problem === null ? [] : [notKept(settings.folder, problem)];
    },
  };
}

/** Never over what is there; without copying where the file system can share what two files have in common. */
const copyNew = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;

/** SHA-256 in hexadecimal. */
const digestLength = 64;

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Its key belongs to what is checked: an entry under another's name is broken. */
function digestOfEntry(key: string, content: Uint8Array): string {
  return createHash('sha256').update(key).update(content).digest('hex');
}

function asText(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** Marks as used now what was read: the least recently used goes first. */
async function used<Value>(path: string, value: Value): Promise<Value> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
  return value;
}

/** Whether a file of that size is kept; one that is broken is found when it is read. */
async function isKept(path: string, bytes: number): Promise<boolean> {
  return lstat(path).then(
    info => info.isFile() && info.size === bytes,
    () => false,
  );
}

/**
 * Programs that make backups leave out what holds this file, by these first characters (https://bford.info/cachedir/).
 */
const tagText =
  'Signature: 8a477f597d28d172789f06886806bc55\n# What fascicle keeps for later runs. It can be removed.\n';

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return 'the disk is full';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'permission is denied';
  if (code === 'EEXIST' || code === 'ENOTDIR') return 'a file stands where a folder is needed';
  if (code === 'ENOENT') return 'the folder is not there, and cannot be made';
  return error instanceof Error ? error.message : String(error);
}

function notKept(folder: string, reason: string): Diagnostic {
  return {
    code: 'cache/not-kept',
    severity: 'warning',
    message: `Nothing more was kept for later builds in ${folder}: ${reason}.`,
    hint: 'Name another folder with --cache, or build with --no-cache.',
  };
}
