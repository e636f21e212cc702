import { readFile, stat } from 'node:fs/promises';
import { CompileError } from '../diagnostics/compileError.ts';
import { noteRead } from '../reads/trackReads.ts';
import type { SourceBytes } from './sourceText.ts';

/** The largest file read, in bytes; the longest novels on the web are below 30 MB. */
export const maxSourceBytes = 64 * 1024 * 1024;

export interface ReadSettings {
  /** {@link maxSourceBytes} when it is not given. */
  readonly maxBytes?: number | undefined;
}

/**
 * Reads one story file.
 * @throws CompileError `source/missing-path`, `source/not-a-file`, `source/not-readable` or `source/too-large`.
 */
export async function readSource(path: string, settings: ReadSettings = {}): Promise<SourceBytes> {
  const maxBytes = settings.maxBytes ?? maxSourceBytes;
  try {
    const info = await stat(path);
    if (!info.isFile()) throw notAFile(path, info.isDirectory());
    if (info.size > maxBytes) throw tooLarge(path, info.size, maxBytes);
    const bytes = await readFile(path);
    noteRead(path, bytes);
    return { path, bytes };
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
    hint: code === 'ELOOP' ? 'Remove the link, or let it lead to a file.' : 'Check its permissions.',
    path,
    cause,
  });
}

function describeSystemError(code: unknown, cause: unknown): string {
  if (code === 'EACCES' || code === 'EPERM') return 'permission is denied';
  if (code === 'ELOOP') return 'links lead in a circle';
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
  return new CompileError(
    'source/too-large',
    `${path} has ${megabytes(size, 'up')} MB; at most ${megabytes(maxBytes, 'down')} MB are read.`,
    {
      hint: 'Split it into several files, or allow more with --max-size.',
      path,
    },
  );
}

/** Megabytes with a decimal below ten; a size that is too large never reads the same as what is allowed. */
function megabytes(bytes: number, direction: 'up' | 'down'): string {
  const value = bytes / (1024 * 1024);
  const factor = value < 10 ? 10 : 1;
  return String((direction === 'up' ? Math.ceil(value * factor) : Math.floor(value * factor)) / factor);
}
