import { existsSync, rmSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CompileError } from '../diagnostics/compileError.ts';

/**
 * Writes a file whole or not at all: beside its place under another name, then renamed. Other files stay untouched.
 * @throws CompileError `output/not-writable` or `output/disk-full`.
 */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.fascicle-${process.pid}.part`);
  const removeTemporary = () => {
    if (existsSync(temporary)) rmSync(temporary, { force: true });
  };
  // An interrupted run ends through here, too.
  process.once('exit', removeTemporary);
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
    removeTemporary();
    throw writeFailure(path, cause);
  } finally {
    process.off('exit', removeTemporary);
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
