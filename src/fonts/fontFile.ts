import { readFileSync, statSync } from 'node:fs';
import { CompileError } from '../diagnostics/compileError.ts';
import { noteRead } from '../reads/trackReads.ts';
import { fontFormats, refuseFont } from './refuseFont.ts';
import { countFonts, signatureOf } from './sfnt.ts';
import { unpackWoff } from './unpackWoff.ts';
import { unpackWoff2 } from './unpackWoff2.ts';

/** A font file, unpacked. */
export interface FontFile {
  readonly path: string;
  readonly data: Uint8Array;
  /** More than one in a collection. */
  readonly fonts: number;
}

/** The largest fonts there are, those of all Chinese characters in one weight, have 25 million bytes. */
export const mostFontBytes = 64_000_000;

/** No collection in use has half as many. */
const mostFonts = 64;

/**
 * Reads a font file of any format.
 * @throws CompileError `fonts/unreadable`
 */
export async function readFontFile(path: string): Promise<FontFile> {
  const bytes = readBytes(path);
  return signatureOf(bytes) === 'wOF2'
    ? fontFile(path, await unpackWoff2(bytes, path, mostFontBytes))
    : unpackedFile(path, bytes);
}

/**
 * Reads a font file of any format but WOFF2, at once.
 * @throws CompileError `fonts/unreadable`
 */
export function readFontFileNow(path: string): FontFile {
  return unpackedFile(path, readBytes(path));
}

function unpackedFile(path: string, bytes: Uint8Array): FontFile {
  return fontFile(path, signatureOf(bytes) === 'wOFF' ? unpackWoff(bytes, path, mostFontBytes) : bytes);
}

function fontFile(path: string, data: Uint8Array): FontFile {
  const fonts = countFonts(data);
  if (fonts === 0) throw refuseFont(path, describeStranger(data));
  if (fonts > mostFonts) throw refuseFont(path, `is broken: it says that it holds ${fonts} fonts`);
  return { path, data, fonts };
}

/** Reads the bytes of a file that is no larger than a font can be. */
function readBytes(path: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    const status = statSync(path);
    if (!status.isFile()) throw refuseFont(path, 'is no file');
    const { size } = status;
    if (size > mostFontBytes) {
      throw refuseFont(path, `has ${size} bytes; at most ${mostFontBytes} are read`, 'Name a font of one weight, or a part of it.');
    }
    bytes = readFileSync(path);
    noteRead(path, bytes);
  } catch (cause) {
    if (cause instanceof CompileError) throw cause;
    throw refuseFont(path, 'cannot be read', 'Check that the file exists and may be read.', cause);
  }
  if (bytes.length === 0) throw refuseFont(path, 'is empty');
  return bytes;
} // prettier-ignore

/** First bytes by which people know what a file is, where it is no font. */
const strangers: readonly (readonly [start: string, what: string])[] = [
  ['PK\u0003\u0004', 'a zip archive'],
  ['%!PS', 'a PostScript font (Type 1)'],
  ['\u0080\u0001', 'a PostScript font (Type 1)'],
  ['%PDF', 'a PDF'],
  ['<', 'a text with markup'],
  ['\u001f\u008b', 'a compressed file'],
];

function describeStranger(bytes: Uint8Array): string {
  const signature = signatureOf(bytes);
  const stranger = strangers.find(([start]) => signature.startsWith(start));
  if (stranger !== undefined) return `is ${stranger[1]}; ${fontFormats} was expected`;
  const shown = [...bytes.subarray(0, 4)].map(byte => byte.toString(16).padStart(2, '0')).join(' ');
  return `is no font: it begins with the bytes ${shown}; ${fontFormats} was expected`;
}
