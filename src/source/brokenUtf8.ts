import { decodeAs } from './encodings.ts';

/** A text that is UTF-8 but for a few bytes. */
export interface BrokenUtf8 {
  readonly text: string;
  readonly brokenBytes: number;
  /** Surrogates written as three bytes each, which UTF-8 does not allow; each is read as U+FFFD. */
  readonly surrogates: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** With fewer bytes above ASCII than this no other encoding can be told from them. */
export const fewBytes = 12;

/**
 * Reads bytes that are UTF-8 but for a few: every byte that belongs to no valid sequence is taken as Windows-1252, every
 * surrogate as U+FFFD. `null` when the file is not mostly UTF-8, that is, when broken bytes are as many as whole sequences;
 * in a file of ASCII with a handful of others, sequences of three bytes are enough, since they hardly stand by accident.
 */
export function decodeBrokenUtf8(bytes: Uint8Array): BrokenUtf8 | null {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let [plainFrom, sequences, longSequences, brokenBytes, surrogates, line, firstLine, lastLine] = [
    0, 0, 0, 0, 0, 1, 0, 0,
  ];
  let highBytes = 0;
  for (let index = 0; index < bytes.length;) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) {
      if (byte === 0x0a) line++;
      index++;
      continue;
    }
    const validLength = utf8SequenceLength(bytes, index);
    const isSurrogate = validLength === 0 && isSurrogateAt(bytes, index);
    const length = validLength > 0 ? validLength : isSurrogate ? 3 : 1;
    highBytes += length;
    if (validLength > 0) {
      sequences++;
      if (length > 2) longSequences++;
    } else {
      parts.push(
        utf8.decode(bytes.subarray(plainFrom, index)),
        isSurrogate ? '\ufffd' : decodeAs('windows-1252', bytes.subarray(index, index + 1)),
      );
      if (isSurrogate) surrogates++;
      else brokenBytes++;
      firstLine ||= line;
      lastLine = line;
      plainFrom = index + length;
    }
    index += length;
  }
  const whole = longSequences + surrogates;
  const isEnough = highBytes < fewBytes && whole > 0 && whole >= brokenBytes;
  if (!isEnough && sequences + surrogates <= brokenBytes) return null;
  parts.push(utf8.decode(bytes.subarray(plainFrom)));
  return { text: parts.join(''), brokenBytes, surrogates, firstLine, lastLine };
}

/** Whether three bytes are one half of a pair of UTF-16, as programs write it that take UTF-16 for characters (CESU-8). */
function isSurrogateAt(bytes: Uint8Array, index: number): boolean {
  const [second = 0, third = 0] = bytes.subarray(index + 1, index + 3);
  return bytes[index] === 0xed && second >= 0xa0 && second <= 0xbf && (third & 0xc0) === 0x80;
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
