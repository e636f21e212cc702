import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CompileError } from '../diagnostics/compileError.ts';
import { type BookConfig, parseBookConfig } from './bookConfig.ts';
import { decodeUtf8 } from './decodeUtf8.ts';

/**
 * Loads a `book.yaml`.
 * @throws CompileError `config/not-found`, `config/invalid-yaml` or `config/invalid`.
 */
export function loadBookConfig(path: string): BookConfig {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new CompileError('config/not-found', describeFailure(path, cause), {
      hint: 'Name story files or a folder instead, or make one with "fascicle init".',
      path,
      cause,
    });
  }
  return parseBookConfig(decodeUtf8(bytes, path), path);
}

function describeFailure(path: string, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return path === basename(path) ? `There is no ${path} in this folder.` : `There is no book file ${path}.`;
  }
  if (code === 'EISDIR') return `${path} is a folder; a book file was expected.`;
  const reason = code === 'EACCES' ? 'permission is denied' : cause instanceof Error ? cause.message : String(cause);
  return `The book file ${path} cannot be read: ${reason}.`;
}
