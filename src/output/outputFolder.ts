import { existsSync, rmdirSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { claimTemporary, releaseTemporary, removeLeftovers } from './temporaryFile.ts';
import { writeFailure } from './writeFailure.ts';

/** Takes back the folders that were made and are still empty. */
export type RemoveUnused = () => Promise<void>;

/**
 * Makes the folder for the books and tries to write in it, so that a wrong one is found before anything is compiled.
 * @throws CompileError `output/not-writable` or `output/disk-full`; then no folder is left behind.
 */
export async function prepareOutputFolder(folder: string): Promise<RemoveUnused> {
  const made: string[] = [];
  const removeUnused = () => {
    removeEmptyFolders(made);
    return Promise.resolve();
  };
  try {
    await makeFolders(folder, level => void made.push(level));
    await tryToWrite(folder);
  } catch (cause) {
    await removeUnused();
    throw writeFailure(folder, cause);
  }
  return removeUnused;
}

/**
 * Makes a folder and those above it, one level after another: where none can be made, as in `/proc`, Node's recursive
 * `mkdir` never returns.
 * @throws the error of the system.
 */
export async function makeFolders(folder: string, onMade: (level: string) => void = () => undefined): Promise<void> {
  const missing: string[] = [];
  for (let level = resolve(folder); !existsSync(level) && dirname(level) !== level; level = dirname(level)) {
    missing.unshift(level);
  }
  for (const level of missing) {
    try {
      await mkdir(level);
      onMade(level);
    } catch (error) {
      // Another build may have made it meanwhile.
      if (!existsSync(level)) throw error;
    }
  }
}

/** Takes folders back, the outermost first in the list, as far as nothing is in them. */
export function removeEmptyFolders(made: readonly string[]): void {
  for (const level of made.toReversed()) {
    try {
      // `rmdir` refuses a folder with something in it.
      rmdirSync(level);
    } catch {
      // Not empty, or gone already.
    }
  }
}

async function tryToWrite(folder: string): Promise<void> {
  await removeLeftovers(folder);
  const path = claimTemporary(folder);
  try {
    const file = await open(path, 'wx');
    await file.close();
  } finally {
    releaseTemporary(path);
  }
}
