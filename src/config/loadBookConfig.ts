import { readFileSync } from 'node:fs';
import { CompileError } from '../diagnostics/compileError.ts';
import { type BookConfig, parseBookConfig } from './bookConfig.ts';

/**
 * Loads a `book.yaml`.
 * @throws CompileError `config/not-found`, `config/invalid-yaml` or `config/invalid`.
 */
export function loadBookConfig(path: string): BookConfig {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new CompileError('config/not-found', `The book file ${path} cannot be read.`, {
      hint: 'Name story files or a folder instead, or make one with "fascicle init".',
      path,
      cause,
    });
  }
  return parseBookConfig(source, path);
}
