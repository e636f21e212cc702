import { randomUUID } from 'node:crypto';
import { existsSync, lstat, readFile } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';

// Node's functions with a callback take half the time of those with a promise, which counts for thousands of small files.
const readWhole = promisify(readFile);
const lookAt = promisify(lstat);

/** Reads a file of the cache; `null` where there is none, and whatever else stands in its place is taken away. */
export async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    // A pipe would be read for ever, and a link may lead anywhere.
    if ((await lookAt(path)).isFile()) return await readWhole(path);
    await discard(path);
  } catch {
    // It is not there, or may not be read.
  }
  return null;
}

/** Removes what is broken, if it can be. */
export async function discard(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}

/**
 * Writes a file whole or not at all: under another name beside its place, then renamed.
 * @param fill writes the file whose name it is given, which is not there
 * @throws the error of the system
 */
export async function writeWhole(path: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  try {
    await writeOnce(path, fill);
  } catch (error) {
    const code = codeOf(error);
    // The folder is not made yet, or somebody removed it; or a folder stands in the file's place.
    if (code === 'ENOENT') await makePrivateFolders(dirname(path));
    else if (code !== undefined && inTheWay.has(code)) await discard(path);
    else throw error;
    await writeOnce(path, fill);
  }
}

const inTheWay: ReadonlySet<string> = new Set(['EISDIR', 'ENOTEMPTY', 'EEXIST']);

async function writeOnce(path: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    await fill(temporary);
    await rename(temporary, path);
  } catch (error) {
    await discard(temporary);
    throw error;
  }
}

/**
 * Makes a folder that only its user may look into, and those above it, one level after another: where none can be made, as
 * in `/proc`, Node's recursive `mkdir` never returns.
 * @throws the error of the system
 */
export async function makePrivateFolders(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let level = resolve(folder); !existsSync(level) && dirname(level) !== level; level = dirname(level)) {
    missing.unshift(level);
  }
  for (const level of missing) {
    await mkdir(level, { mode: 0o700 }).catch((error: unknown) => {
      // Another build may have made it meanwhile.
      if (!existsSync(level)) throw error;
    });
  }
}

/** `ENOENT`, of an error of the system. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
