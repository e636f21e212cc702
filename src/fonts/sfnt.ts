import { refuseFont } from './refuseFont.ts';

/** The tables of a font by their tags, each a view into the file's bytes. */
export type SfntTables = ReadonlyMap<string, DataView>;

/** No font has near as many; a directory that says so is broken. */
const mostTables = 256;

/** A font in a file: of a collection, which one. */
export interface SfntPlace {
  readonly path: string;
  readonly index: number;
}

/** How many fonts the bytes hold: more than one only in a collection, none where they are no font at all. */
export function countFonts(data: Uint8Array): number {
  const signature = signatureOf(data);
  if (signature === 'ttcf') return data.length < 12 ? 0 : viewOf(data).getUint32(8);
  return isFontSignature(signature) ? 1 : 0;
}

/** Matches `\0\u0001\0\0`, `OTTO` and `true`, which the first four bytes of a font are; not `wOFF`, `ttcf`, `PK\u0003\u0004`. */
function isFontSignature(signature: string): boolean {
  return signature === '\u0000\u0001\u0000\u0000' || signature === 'OTTO' || signature === 'true';
}

/** The first four bytes as letters. */
export function signatureOf(data: Uint8Array): string {
  return String.fromCharCode(...data.subarray(0, 4));
}

/**
 * Reads the directory of a font (OpenType 1.9.1, "Organization of an OpenType Font").
 * @throws CompileError `fonts/unreadable` for a table that lies outside of the file.
 */
export function readSfnt(data: Uint8Array, { path, index }: SfntPlace): SfntTables {
  const view = viewOf(data);
  const start = signatureOf(data) === 'ttcf' ? collectionOffset(view, index, path) : 0;
  if (start + 12 > data.length) throw refuseFont(path, `is cut off: it is ${data.length} bytes long`);
  const count = view.getUint16(start + 4);
  if (count === 0 || count > mostTables) throw refuseFont(path, `is broken: its list of tables has ${count} entries`);
  if (start + 12 + count * 16 > data.length) throw refuseFont(path, 'is cut off: its list of tables goes on past its end');
  const tables = new Map<string, DataView>();
  for (let entry = start + 12; entry < start + 12 + count * 16; entry += 16) {
    const tag = String.fromCharCode(...data.subarray(entry, entry + 4));
    const offset = view.getUint32(entry + 8);
    const length = view.getUint32(entry + 12);
    if (offset + length > data.length) {
      throw refuseFont(path, `is cut off or broken: its table "${tag}" ends at byte ${offset + length}, the file at ${data.length}`);
    }
    tables.set(tag, new DataView(data.buffer, data.byteOffset + offset, length));
  }
  return tables;
} // prettier-ignore

function collectionOffset(view: DataView, index: number, path: string): number {
  const at = 12 + index * 4;
  if (at + 4 > view.byteLength) throw refuseFont(path, 'is cut off: its list of fonts goes on past its end');
  return view.getUint32(at);
}

export function viewOf(data: Uint8Array): DataView {
  return new DataView(data.buffer, data.byteOffset, data.byteLength);
}
