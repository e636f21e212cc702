import iconv from 'iconv-lite';
import { CompileError } from '../diagnostics/compileError.ts';
import { nearestWord } from '../text/nearestWord.ts';

/** The encodings that stories come in, as the reader may name them. */
export const usualEncodings = [
  'utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'iso-8859-1',
  'iso-8859-2', 'iso-8859-7', 'koi8-r', 'mac-roman', 'cp437', 'cp850', 'gb18030', 'big5', 'shift_jis', 'euc-kr',
] as const; // prettier-ignore

/** Decodes bytes; a byte-order mark is left out. Node's own decoder takes Windows-1252 for Latin-1 and loses the quotation marks. */
export function decodeAs(encoding: string, bytes: Uint8Array): string {
  return iconv.decode(bytes, encoding);
}

/**
 * The name of an encoding in lower case, when it is one that can be read.
 * @throws CompileError `source/unknown-encoding`.
 */
export function knownEncoding(name: string, path: string): string {
  const encoding = name.trim().toLowerCase();
  if (isReadable(encoding)) return encoding;
  const meant = nearestWord(encoding, usualEncodings);
  throw new CompileError('source/unknown-encoding', `There is no encoding "${name}" to read ${path} in.`, {
    hint: `${meant === null ? 'Use one of the usual names' : `Did you mean ${meant}? The usual names`}: ${usualEncodings.join(', ')}.`,
    path,
  });
}

/** Whether a name in lower case is that of an encoding of text. */
export function isReadable(encoding: string): boolean {
  return encoding !== '' && iconv.encodingExists(encoding) && !notCharacters.has(encoding);
}

/** Names the library takes for encodings that are none of text. */
const notCharacters: ReadonlySet<string> = new Set(['base64', 'hex', 'binary', 'internal']);
