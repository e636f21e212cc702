import { decodeAs } from './encodings.ts';

/** A text that is UTF-8 but for a few bytes. */
export interface BrokenUtf8 {
  readonly text: string;
  readonly brokenBytes: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/**
 * Reads bytes that are UTF-8 but for a few: every byte that belongs to no valid sequence is taken as Windows-1252.
 * `null` when the file is not mostly UTF-8, that is, when broken bytes are as many as whole sequences.
 */
export function decodeBrokenUtf8(bytes: Uint8Array): BrokenUtf8 | null {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let [plainFrom, sequences, brokenBytes, line, firstLine, lastLine] = [0, 0, 0, 1, 0, 0];
  for (let index = 0; index < bytes.length;) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) {
      if (byte === 0x0a) line++;
      index++;
      continue;
    }
    const length = utf8SequenceLength(bytes, index);
    if (length === 0) {
      parts.push(
        utf8.decode(bytes.subarray(plainFrom, index)),
        decodeAs('windows-1252', bytes.subarray(index, index + 1)),
      );
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
