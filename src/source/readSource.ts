import { readFile, stat } from 'node:fs/promises';
import { CompileError } from '../diagnostics/compileError.ts';
import type { SourceBytes } from './sourceText.ts';

/** The largest file read, in bytes; the longest novels on the web are below 30 MB. */
export const maxSourceBytes = 64 * 1024 * 1024;

/**
 * Reads one story file.
 * @throws CompileError `source/missing-path`, `source/not-a-file`, `source/not-readable` or `source/too-large`.
 */
export async function readSource(
  path: string,
  { maxBytes = maxSourceBytes }: { readonly maxBytes?: number | undefined } = {},
): Promise<SourceBytes> {
  try {
    const info = await stat(path);
    if (!info.isFile()) throw notAFile(path, info.isDirectory());
    if (info.size > maxBytes) throw tooLarge(path, info.size, maxBytes);
    return { path, bytes: await readFile(path) };
  } catch (cause) {
    throw cause instanceof CompileError ? cause : readFailure(path, cause);
  }
}

/** The {@link CompileError} for a failed read of a file or folder. */
export function readFailure(path: string, cause: unknown): CompileError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new CompileError('source/missing-path', `There is no file or folder ${path}.`, {
      hint: 'Check the spelling and the folder you are in.',
      path,
      cause,
    });
  }
  return new CompileError('source/not-readable', `${path} cannot be read: ${describeSystemError(code, cause)}.`, {
    hint: 'Check its permissions.',
    path,
    cause,
  });
}

function describeSystemError(code: unknown, cause: unknown): string {
  if (code === 'EACCES' || code === 'EPERM') return 'permission is denied';
  return cause instanceof Error ? cause.message : String(cause);
}

function notAFile(path: string, isFolder: boolean): CompileError {
  return new CompileError(
    'source/not-a-file',
    `${path} is ${isFolder ? 'a folder' : 'no regular file'}; a story file was expected.`,
    {
      hint: isFolder
        ? 'To take every story in it, name the folder itself as an input.'
        : 'Name a file with text in it.',
      path,
    },
  );
}

function tooLarge(path: string, size: number, maxBytes: number): CompileError {
  const megabytes = (bytes: number) => String(Math.round(bytes / (1024 * 1024)));
  return new CompileError(
    'source/too-large',
    `${path} has ${megabytes(size)} MB; at most ${megabytes(maxBytes)} MB are read.`,
    {
      hint: 'Split it into several files, or allow more with --max-size.',
      path,
    },
  );
}
