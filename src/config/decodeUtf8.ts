import { CompileError } from '../diagnostics/compileError.ts';

/**
 * The text of a file of settings. Guessing an encoding would put wrong letters into a title; such a file is short, and its
 * writer is here.
 * @throws CompileError `config/invalid-yaml`.
 */
export function decodeUtf8(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CompileError('config/invalid-yaml', `${path} is not UTF-8 text.`, {
      hint: 'Save it as UTF-8 in your editor.',
      path,
      cause,
    });
  }
}
