/** A table of a font file. */
export interface SfntTable {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** The tables of a font file by their tags. */
export type SfntTables = ReadonlyMap<string, SfntTable>;

/** The first four bytes of a font with TrueType outlines: version 1.0, or Apple's `true`. */
const trueTypeVersions: ReadonlySet<number> = new Set([0x00010000, 0x74727565]);

/**
 * Finds the tables of a TrueType font; `null` for any other file, or one whose tables lie outside of it.
 * @see https://learn.microsoft.com/typography/opentype/spec/otff#table-directory
 */
export function readSfntTables(data: Uint8Array): SfntTables | null {
  const file = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < 12 || !trueTypeVersions.has(file.getUint32(0))) return null;
  const tables = new Map<string, SfntTable>();
  for (let index = 0; index < file.getUint16(4); index++) {
    const record = 12 + index * 16;
    if (record + 16 > data.length) return null;
    const [offset, length] = [file.getUint32(record + 8), file.getUint32(record + 12)];
    if (offset + length > data.length) return null;
    // Not `subarray`: that of a Buffer is a Buffer, whose `slice` is no copy.
    const bytes = new Uint8Array(data.buffer, data.byteOffset + offset, length);
    tables.set(tagAt(data, record), { bytes, view: new DataView(data.buffer, data.byteOffset + offset, length) });
  }
  return tables;
}

function tagAt(data: Uint8Array, offset: number): string {
  return String.fromCharCode(...data.subarray(offset, offset + 4));
}

/** Writes tables as a font file, in the order of their tags, each at a multiple of four bytes, with its sum. */
export function writeSfnt(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([left], [right]) => (left < right ? -1 : 1));
  const start = 12 + sorted.length * 16;
  const size = sorted.reduce((sum, [, bytes]) => sum + paddedLength(bytes), start);
  const data = new Uint8Array(size);
  const file = new DataView(data.buffer);
  writeHeader(file, sorted.length);
  let offset = start;
  sorted.forEach(([tag, bytes], index) => {
    const record = 12 + index * 16;
    data.set(bytes, offset);
    for (let letter = 0; letter < 4; letter++) data[record + letter] = tag.charCodeAt(letter);
    file.setUint32(record + 4, checksum(file, offset, paddedLength(bytes)));
    file.setUint32(record + 8, offset);
    file.setUint32(record + 12, bytes.length);
    offset += paddedLength(bytes);
  });
  return data;
}

function writeHeader(file: DataView, tableCount: number): void {
  const power = Math.floor(Math.log2(tableCount));
  file.setUint32(0, 0x00010000);
  file.setUint16(4, tableCount);
  file.setUint16(6, 2 ** power * 16);
  file.setUint16(8, power);
  file.setUint16(10, tableCount * 16 - 2 ** power * 16);
}

function paddedLength({ length }: Uint8Array): number {
  return (length + 3) & ~3;
}

function checksum(file: DataView, start: number, length: number): number {
  let sum = 0;
  for (let offset = start; offset < start + length; offset += 4) sum = (sum + file.getUint32(offset)) >>> 0;
  return sum;
}
