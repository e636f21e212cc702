import { readFileSync } from 'node:fs';
import { CompileError } from '../diagnostics/compileError.ts';
import { decodeUtf8 } from './decodeUtf8.ts';
import { parseShelfConfig, type ShelfConfig } from './shelfConfig.ts';

/**
 * Loads a `fascicle.yaml`.
 * @throws CompileError `config/not-found`, `config/invalid-yaml` or `config/invalid`.
 */
export function loadShelfConfig(path: string): ShelfConfig {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new CompileError('config/not-found', `The shelf ${path} cannot be read.`, {
      hint: 'Name a fascicle.yaml, or a folder that holds one.',
      path,
      cause,
    });
  }
  return parseShelfConfig(decodeUtf8(bytes, path), path);
}
