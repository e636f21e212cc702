import { inflateSync } from 'node:zlib';
import { refuseFont } from './refuseFont.ts';
import { viewOf } from './sfnt.ts';

/** Lengths of the parts of both formats. */
const woffHeaderBytes = 44;
const woffEntryBytes = 20;
const sfntHeaderBytes = 12;
const sfntEntryBytes = 16;

/**
 * Unpacks a WOFF file (https://www.w3.org/TR/WOFF/) to the font that it was made of.
 * @param maxBytes the largest font that is unpacked
 * @throws CompileError `fonts/unreadable`
 */
export function unpackWoff(data: Uint8Array, path: string, maxBytes: number): Uint8Array {
  if (data.length < woffHeaderBytes) throw refuseFont(path, `is cut off: it is ${data.length} bytes long`);
  const view = viewOf(data);
  const count = view.getUint16(12);
  if (woffHeaderBytes + count * woffEntryBytes > data.length) throw refuseFont(path, 'is cut off: its list of tables goes on past its end');
  const tables = Array.from({ length: count }, (_, index) => readEntry(data, view, woffHeaderBytes + index * woffEntryBytes, path));
  const start = sfntHeaderBytes + count * sfntEntryBytes;
  const size = tables.reduce((sum, table) => sum + padded(table.length), start);
  if (size > maxBytes) throw refuseFont(path, `unpacks to ${size} bytes; at most ${maxBytes} are read`);
  const font = new Uint8Array(size);
  font.set(data.subarray(4, 8));
  const header = viewOf(font);
  header.setUint16(4, count);
  let offset = start;
  tables.forEach((table, index) => {
    const at = sfntHeaderBytes + index * sfntEntryBytes;
    font.set(table.tag, at);
    header.setUint32(at + 4, table.checksum);
    header.setUint32(at + 8, offset);
    header.setUint32(at + 12, table.length);
    font.set(unpackTable(table, path), offset);
    offset += padded(table.length);
  });
  return font;
} // prettier-ignore

interface WoffTable {
  readonly tag: Uint8Array;
  readonly packed: Uint8Array;
  readonly length: number;
  readonly checksum: number;
}

function readEntry(data: Uint8Array, view: DataView, at: number, path: string): WoffTable {
  const tag = data.subarray(at, at + 4);
  const offset = view.getUint32(at + 4);
  const packedLength = view.getUint32(at + 8);
  const length = view.getUint32(at + 12);
  if (offset + packedLength > data.length || packedLength > length) {
    throw refuseFont(path, `is cut off or broken: its table "${String.fromCharCode(...tag)}" lies outside of the file`);
  }
  return { tag, packed: data.subarray(offset, offset + packedLength), length, checksum: view.getUint32(at + 16) };
}

function unpackTable({ tag, packed, length }: WoffTable, path: string): Uint8Array {
  // What compression did not make smaller is stored.
  if (packed.length === length) return packed;
  const name = String.fromCharCode(...tag);
  let bytes: Uint8Array;
  try {
    bytes = inflateSync(packed, { maxOutputLength: Math.max(length, 1) });
  } catch (cause) {
    throw refuseFont(path, `is broken: its table "${name}" cannot be unpacked`, undefined, cause);
  }
  if (bytes.length === length) return bytes;
  throw refuseFont(path, `is broken: its table "${name}" has ${bytes.length} bytes, and ${length} were stated`);
}

/** Tables start at multiples of four bytes. */
function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
