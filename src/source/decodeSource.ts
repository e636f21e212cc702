import iconv from 'iconv-lite';
import type { Report } from '../diagnostics/diagnostic.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { formatOf, type SourceBytes, type SourceText } from './sourceText.ts';
import { sha256Hex } from './digest.ts';

/**
 * Decodes a file, judging on all of its bytes: a byte-order mark, else UTF-16 that has none, else strict UTF-8, else UTF-8 with a few broken bytes
 * (kept as Windows-1252 letters and reported), else Windows-1252.
 * @throws CompileError `source/empty-file`, `source/binary-file` or `source/unknown-format`.
 */
export function decodeSource(
  source: SourceBytes,
  report: Report,
  { encoding: given }: DecodeSettings = {},
): SourceText {
  const { path, bytes } = source;
  const format = formatOf(path);
  if (format === null) {
    throw new CompileError('source/unknown-format', `${path} is not in a format that is read.`, { path });
  }
  refuseBinary(path, bytes);
  const { encoding, text } = given === undefined ? decodeBytes(path, bytes, report) : decodeAs(path, bytes, given);
  if (!/[^\s\u0000\u001a\u200b\ufeff]/.test(text)) {
    throw new CompileError('source/empty-file', `${path} has no text in it.`, { hint: 'Remove it or fill it.', path });
  }
  return {
    path,
    format,
    encoding,
    byteLength: bytes.length,
    sha256: sha256Hex(bytes),
    lines: text.split(/\r\n|\r|\n/),
  };
}

/** What is known of a file's encoding besides its bytes. */
export interface DecodeSettings {
  /** Its name, `windows-1252` for instance; found out where it is not given. */
  readonly encoding?: string | undefined;
}

/** Whether there is an encoding of that name. */
export function isEncoding(name: string): boolean {
  return iconv.encodingExists(name);
}

function decodeAs(path: string, bytes: Uint8Array, encoding: string): DecodedText {
  if (isEncoding(encoding)) return { encoding: encoding.toLowerCase(), text: iconv.decode(bytes, encoding) };
  throw new CompileError('config/usage', `There is no encoding "${encoding}".`, {
    hint: 'Name one such as utf-8, windows-1252 or gbk.',
    path,
  });
}

interface DecodedText {
  readonly encoding: string;
  readonly text: string;
}

function decodeBytes(path: string, bytes: Uint8Array, report: Report): DecodedText {
  const marked = encodingByMark(bytes) ?? encodingByNuls(bytes);
  if (marked !== null) return { encoding: marked, text: new TextDecoder(marked).decode(bytes) };
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const repaired = decodeBrokenUtf8(bytes);
    if (repaired === null) return { encoding: 'windows-1252', text: decodeWindows1252(bytes) };
    report({
      code: 'source/invalid-encoding',
      severity: 'warning',
      message: `${path} is UTF-8 with ${repaired.brokenBytes === 1 ? 'one broken byte' : `${repaired.brokenBytes} broken bytes`}, read as Windows-1252.`,
      hint: 'Look at the lines named, and save the file as UTF-8.',
      span: { file: path, lines: [repaired.firstLine, repaired.lastLine] },
    });
    return { encoding: 'utf-8', text: repaired.text };
  }
}

/** Node 20's own decoder takes Windows-1252 for Latin-1 and loses the quotation marks. */
function decodeWindows1252(bytes: Uint8Array): string {
  return iconv.decode(bytes, 'windows-1252');
}

function encodingByMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** So many bytes tell whether a file is UTF-16 without a mark. */
const sampleBytes = 4096;

/** UTF-16 without a mark: in texts of the Latin script nearly every other byte is zero, and none of the rest. */
function encodingByNuls(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, sampleBytes);
  const nuls = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  });
  const isMost = (count = 0) => count > sample.length * 0.35;
  if (isMost(nuls[1]) && nuls[0] === 0) return 'utf-16le';
  if (isMost(nuls[0]) && nuls[1] === 0) return 'utf-16be';
  return null;
}

interface BrokenUtf8 {
  readonly text: string;
  readonly brokenBytes: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/**
 * Reads bytes that are UTF-8 but for a few: every byte that belongs to no valid sequence is taken as Windows-1252.
 * `null` when the file is not mostly UTF-8, that is, when broken bytes are as many as whole sequences.
 */
function decodeBrokenUtf8(bytes: Uint8Array): BrokenUtf8 | null {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let [plainFrom, sequences, brokenBytes, line, firstLine, lastLine] = [0, 0, 0, 1, 0, 0];
  for (let index = 0; index < bytes.length;) {
    const byte = bytes[index] ?? 0;
    if (byte === 0x0a) line++;
    const length = utf8SequenceLength(bytes, index);
    if (length === 0) {
      parts.push(utf8.decode(bytes.subarray(plainFrom, index)), decodeWindows1252(bytes.subarray(index, index + 1)));
      brokenBytes++;
      firstLine ||= line;
      lastLine = line;
      plainFrom = index + 1;
    } else if (length > 1) {
      sequences++;
    }
    index += Math.max(1, length);
  }
  if (sequences <= brokenBytes) return null;
  parts.push(utf8.decode(bytes.subarray(plainFrom)));
  return { text: parts.join(''), brokenBytes, firstLine, lastLine };
}

/** The length in bytes of the valid UTF-8 sequence at an index; 0 when there is none (Unicode Standard, table 3-7). */
function utf8SequenceLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] ?? 0;
  if (lead < 0x80) return 1;
  const second = bytes[index + 1] ?? 0;
  const isTail = (offset: number) => ((bytes[index + offset] ?? 0) & 0xc0) === 0x80;
  if (lead >= 0xc2 && lead <= 0xdf) return isTail(1) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    const isInRange = (lead !== 0xe0 || second >= 0xa0) && (lead !== 0xed || second <= 0x9f);
    return isTail(1) && isTail(2) && isInRange ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const isInRange = (lead !== 0xf0 || second >= 0x90) && (lead !== 0xf4 || second <= 0x8f);
    return isTail(1) && isTail(2) && isTail(3) && isInRange ? 4 : 0;
  }
  return 0;
}

/** First bytes of files that are often given a text file's name, and what to say of them. */
const signatures: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a zip archive (EPUB and DOCX are such)' },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], name: 'a PDF' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG image' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG image' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Word document' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
];

/** More than this share of control bytes is no text: prose has none, a binary file has one in eight. */
const maxControlShare = 0.02;

function refuseBinary(path: string, bytes: Uint8Array): void {
  const signature = signatures.find(candidate => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (
    signature === undefined &&
    ((encodingByMark(bytes) ?? encodingByNuls(bytes)) !== null || controlShare(bytes) <= maxControlShare)
  )
    return;
  throw new CompileError('source/binary-file', `${path} is ${signature?.name ?? 'a binary file'}, not text.`, {
    hint: 'Save the story as plain text or Markdown and name that file.',
    path,
  });
}

function controlShare(bytes: Uint8Array): number {
  let control = 0;
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) control++;
  }
  return bytes.length === 0 ? 0 : control / bytes.length;
}
