import { CompileError } from '../diagnostics/compileError.ts';

/** The {@link CompileError} for a file or folder that could not be written. */
export function writeFailure(path: string, cause: unknown): CompileError {
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
  if (code === 'ENOENT') return 'no folder can be made there';
  if (code === 'EISDIR') return 'a folder has that name';
  return cause instanceof Error ? cause.message : String(cause);
}
