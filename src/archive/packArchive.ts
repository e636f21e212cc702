import type { ArchiveFile } from './archiveFile.ts';
import { checksum, deflate } from './deflate.ts';
import {
  centralHeaderSignature,
  centralHeaderSize,
  endRecordSignature,
  endRecordSize,
  flagUtf8,
  localHeaderSignature,
  localHeaderSize,
  methodDeflated,
  methodStored,
} from './zipFormat.ts';

/** 1980-01-01 00:00, the first moment the format can hold, as MS-DOS date and time. */
const constantDate = (0 << 9) | (1 << 5) | 1;
const constantTime = 0;

/** Version 2.0: what deflate needs. */
const versionNeeded = 20;

/** A file as an archive holds it. */
export interface PackedEntry {
  readonly path: string;
  readonly name: Uint8Array;
  readonly data: Uint8Array;
  readonly method: number;
  readonly size: number;
  readonly crc: number;
}

/**
 * Packs files into a zip: a file named `mimetype` first, the others by path in code unit order, no directory entries,
 * no extra fields and one constant time, so that the same files always give the same bytes.
 *
 * @throws Error when two files have the same path: a bug in what made them.
 */
export function packArchive(files: readonly ArchiveFile[]): Uint8Array {
  return joinEntries(inArchiveOrder(files).map(file => packEntry(file)));
}

/** A zip of entries in the order in which they are given. */
export function joinEntries(entries: readonly PackedEntry[]): Uint8Array {
  const localSize = entries.reduce((sum, entry) => sum + localHeaderSize + entry.name.length + entry.data.length, 0);
  const centralSize = entries.reduce((sum, entry) => sum + centralHeaderSize + entry.name.length, 0);
  const bytes = new Uint8Array(localSize + centralSize + endRecordSize);
  const view = new DataView(bytes.buffer);

  let localOffset = 0;
  let centralOffset = localSize;
  for (const entry of entries) {
    writeCentralHeader(view, centralOffset, entry, localOffset);
    bytes.set(entry.name, centralOffset + centralHeaderSize);
    centralOffset += centralHeaderSize + entry.name.length;

    writeLocalHeader(view, localOffset, entry);
    bytes.set(entry.name, localOffset + localHeaderSize);
    bytes.set(entry.data, localOffset + localHeaderSize + entry.name.length);
    localOffset += localHeaderSize + entry.name.length + entry.data.length;
  }
  writeEndRecord(view, centralOffset, entries.length, centralSize, localSize);
  return bytes;
}

/**
 * Files in the order in which an archive has them.
 *
 * @throws Error when two have the same path.
 */
export function inArchiveOrder(files: readonly ArchiveFile[]): ArchiveFile[] {
  const rank = (file: ArchiveFile) => (file.path === 'mimetype' ? 0 : 1);
  const ordered = [...files].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  const twice = ordered.find((file, index) => file.path === ordered[index + 1]?.path);
  if (twice !== undefined) throw new Error(`Two files of an archive have the path ${twice.path}`);
  return ordered;
}

/**
 * What deflating has to save before it pays. Photographs and fonts that are packed already save a hundredth or nothing,
 * and every reader would unpack them for it; drawn covers save a fifth, prose three fifths.
 */
const worthwhileSaving = 0.03;

/** Deflates a file, or stores it where it shall be or where deflating does not pay. */
export function packEntry(file: ArchiveFile): PackedEntry {
  const { path, content } = file;
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  const deflated = file.stored === true ? bytes : deflate(bytes);
  const isStored = deflated.length >= bytes.length * (1 - worthwhileSaving);
  return {
    path,
    name: encoder.encode(path),
    data: isStored ? bytes : deflated,
    method: isStored ? methodStored : methodDeflated,
    size: bytes.length,
    crc: checksum(bytes),
  };
}

const encoder = new TextEncoder();

/** The fields that a local and a central header share: from "version needed" to "extra field length", 26 bytes. */
function writeSharedFields(view: DataView, offset: number, entry: PackedEntry): void {
  const isAscii = entry.name.every(byte => byte < 0x80);
  view.setUint16(offset, versionNeeded, true);
  view.setUint16(offset + 2, isAscii ? 0 : flagUtf8, true);
  view.setUint16(offset + 4, entry.method, true);
  view.setUint16(offset + 6, constantTime, true);
  view.setUint16(offset + 8, constantDate, true);
  view.setUint32(offset + 10, entry.crc, true);
  view.setUint32(offset + 14, entry.data.length, true);
  view.setUint32(offset + 18, entry.size, true);
  view.setUint16(offset + 22, entry.name.length, true);
  view.setUint16(offset + 24, 0, true);
}

function writeLocalHeader(view: DataView, offset: number, entry: PackedEntry): void {
  view.setUint32(offset, localHeaderSignature, true);
  writeSharedFields(view, offset + 4, entry);
}

function writeCentralHeader(view: DataView, offset: number, entry: PackedEntry, localOffset: number): void {
  view.setUint32(offset, centralHeaderSignature, true);
  view.setUint16(offset + 4, versionNeeded, true);
  writeSharedFields(view, offset + 6, entry);
  view.setUint32(offset + 42, localOffset, true);
}

function writeEndRecord(view: DataView, offset: number, count: number, size: number, start: number): void {
  view.setUint32(offset, endRecordSignature, true);
  view.setUint16(offset + 8, count, true);
  view.setUint16(offset + 10, count, true);
  view.setUint32(offset + 12, size, true);
  view.setUint32(offset + 16, start, true);
}
