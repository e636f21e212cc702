import type { Report } from '../diagnostics/diagnostic.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { type BrokenUtf8, decodeBrokenUtf8 } from './brokenUtf8.ts';
import { sha256Hex } from './digest.ts';
import { declaredCharset } from './declaredCharset.ts';
import { decodeAs, isReadable, knownEncoding } from './encodings.ts';
import { guessEncoding } from './guessEncoding.ts';
import { refuseBinary } from './refuseBinary.ts';
import { formatOf, type SourceBytes, type SourceFormat, type SourceText } from './sourceText.ts';
import { encodingByNuls } from './unmarkedUtf16.ts';

/** What the reader says of a file's bytes. */
export interface DecodeSettings {
  /** The encoding, where the reader knows it; overrules the file. */
  readonly encoding?: string | undefined;
  /** The format, where it is known otherwise than by the file's name. */
  readonly format?: SourceFormat | undefined;
}

/**
 * Decodes a file, judging on all of its bytes: a byte-order mark, else UTF-16 that has none, else strict UTF-8, else UTF-8
 * with a few broken bytes (kept as Windows-1252 letters and reported), else the encoding in which its words read best.
 * @throws CompileError `source/empty-file`, `source/binary-file`, `source/unknown-format` or `source/unknown-encoding`.
 */
export function decodeSource(source: SourceBytes, report: Report, settings: DecodeSettings = {}): SourceText {
  const { path, bytes } = source;
  const format = settings.format ?? formatOf(path);
  if (format === null) {
    throw new CompileError('source/unknown-format', `${path} is not in a format that is read.`, { path });
  }
  const stated = settings.encoding === undefined ? null : knownEncoding(settings.encoding, path);
  const unicode = stated ?? encodingByMark(bytes) ?? encodingByNuls(bytes);
  refuseBinary(path, bytes, unicode !== null);
  const { encoding, text } =
    unicode === null ? decodeBytes(path, bytes, format, report) : { encoding: unicode, text: decodeAs(unicode, bytes) };
  if (!/[^\s\u0000\u001a\u200b\ufeff]/.test(text)) {
    throw new CompileError('source/empty-file', `${path} has no text in it.`, { hint: 'Remove it or fill it.', path });
  }
  if (stated !== null) reportUnreadable(path, stated, text, report);
  else if (unicode?.startsWith('utf-16') === true) reportHalves(path, unicode, bytes, text, report);
  reportLineEnds(path, text, report);
  return {
    path,
    format,
    encoding,
    byteLength: bytes.length,
    sha256: sha256Hex(bytes),
    lines: text.split(/\r\n|\r|\n/),
  };
}

interface DecodedText {
  readonly encoding: string;
  readonly text: string;
}

function decodeBytes(path: string, bytes: Uint8Array, format: SourceFormat, report: Report): DecodedText {
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const declared = format === 'html' ? declaredCharset(bytes) : null;
    if (declared !== null && declared !== 'utf-8' && isReadable(declared)) {
      return { encoding: declared, text: decodeAs(declared, bytes) };
    }
    const repaired = decodeBrokenUtf8(bytes);
    if (repaired === null) return decodeGuessed(path, bytes, report);
    report({
      code: 'source/invalid-encoding',
      severity: 'warning',
      message: `${path} is UTF-8 with ${describeBroken(repaired)}.`,
      hint: 'Look at the lines named, and save the file as UTF-8.',
      span: { file: path, lines: [repaired.firstLine, repaired.lastLine] },
    });
    return { encoding: 'utf-8', text: repaired.text };
  }
}

function describeBroken({ brokenBytes, surrogates }: BrokenUtf8): string {
  const bytes = `${brokenBytes === 1 ? 'one broken byte' : `${brokenBytes} broken bytes`}, read as Windows-1252`;
  const halves = `${surrogates === 1 ? 'half a character (a lone surrogate)' : `${surrogates} halves of characters (surrogates)`}, shown as \ufffd`;
  if (surrogates === 0) return bytes;
  return brokenBytes === 0 ? halves : `${bytes}, and with ${halves}`;
}

/** Guesses less sure than this are warned of. */
const sureConfidence = 0.75;

/** The most used encoding is taken without a word; any other guess is told. */
function decodeGuessed(path: string, bytes: Uint8Array, report: Report): DecodedText {
  const { encoding, confidence } = guessEncoding(bytes);
  if (encoding !== 'windows-1252' || confidence < 0.5) {
    report({
      code: 'source/guessed-encoding',
      severity: confidence < sureConfidence ? 'warning' : 'info',
      message: `${path} does not say its encoding; it was read as ${encoding} (confidence ${confidence.toFixed(2)}).`,
      hint: 'If letters are wrong, name its encoding.',
    });
  }
  return { encoding, text: decodeAs(encoding, bytes) };
}

function encodingByMark(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'utf-32le' : 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32be';
  return null;
}

/** Tells of characters that the encoding which the reader named does not have. */
function reportUnreadable(path: string, encoding: string, text: string, report: Report): void {
  const count = text.split('\ufffd').length - 1;
  if (count === 0) return;
  report({
    code: 'source/invalid-encoding',
    severity: 'warning',
    message: `${path} does not read as ${encoding} in ${count === 1 ? 'one place' : `${count} places`}, shown as \ufffd.`,
    hint: 'Name another encoding, or none to have it found out.',
  });
}

/** Tells of what is broken in UTF-16: half of a pair (`She ran \ud83d home`), or half a character at the end of a file cut off. */
function reportHalves(path: string, encoding: string, bytes: Uint8Array, text: string, report: Report): void {
  const lone = [...text.matchAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g)];
  const [first] = lone;
  const isCut = bytes.length % 2 === 1;
  if (first === undefined && !isCut) return;
  const count =
    lone.length === 1 ? 'half a character (a lone surrogate)' : `${lone.length} halves of characters (surrogates)`;
  const faults = [
    ...(first === undefined ? [] : [`has ${count}, shown as \ufffd`]),
    ...(isCut ? ['ends in the middle of a character, which is left out'] : []),
  ];
  const line = text.slice(0, first?.index ?? text.length).split(/\r\n|\r|\n/).length;
  report({
    code: 'source/invalid-encoding',
    severity: 'warning',
    message: `${path} is ${encoding.toUpperCase()} and ${faults.join(', and ')}.`,
    hint: 'Look at the line named; the file may have been cut off or damaged on its way.',
    span: { file: path, lines: [line, line] },
  });
}

/** Tells where a file ends its lines in several ways: it was put together from several, or an editor went over part of it. */
function reportLineEnds(path: string, text: string, report: Report): void {
  if (!text.includes('\r')) return;
  const occurrences = (end: string) => text.split(end).length - 1;
  const crlf = occurrences('\r\n');
  const ends = [
    { name: 'CRLF', count: crlf },
    { name: 'LF', count: occurrences('\n') - crlf },
    { name: 'CR', count: occurrences('\r') - crlf },
  ].filter(({ count }) => count > 0);
  if (ends.length < 2) return;
  report({
    code: 'source/mixed-line-ends',
    severity: 'info',
    message: `${path} ends its lines in several ways: ${ends.map(({ name, count }) => `${count} with ${name}`).join(', ')}.`,
  });
}
