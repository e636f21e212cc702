import { rmSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CompileError } from '../diagnostics/compileError.ts';

/** Files that are being written under another name. */
const unfinished = new Set<string>();

/** Removes what is half written, when the program is told to stop. */
export function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
}

/**
 * Writes a file whole or not at all: beside its place under another name, then renamed. Other files stay untouched.
 * @throws CompileError `output/not-writable` or `output/disk-full`.
 */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.fascicle-${process.pid}.part`);
  unfinished.add(temporary);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeFailure(path, cause);
  } finally {
    unfinished.delete(temporary);
  }
}

function writeFailure(path: string, cause: unknown): CompileError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new CompileError('output/disk-full', `${path} could not be written: the disk is full.`, {
      hint: 'Make room, or name another folder with --out.',
      path,
      cause,
    });
  }
  const reason =
    code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'permission is denied' : reasonOf(code, cause);
  return new CompileError('output/not-writable', `${path} could not be written: ${reason}.`, {
    hint: 'Name a folder you may write to with --out.',
    path,
    cause,
  });
}

function reasonOf(code: unknown, cause: unknown): string {
  if (code === 'EEXIST' || code === 'ENOTDIR') return 'a file stands where a folder is needed';
  if (code === 'EISDIR') return 'a folder has that name';
  return cause instanceof Error ? cause.message : String(cause);
}
