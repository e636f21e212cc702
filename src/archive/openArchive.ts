import { CompileError } from '../diagnostics/compileError.ts';
import {
  centralHeaderSignature,
  centralHeaderSize,
  endRecordSignature,
  endRecordSize,
  flagEncrypted,
} from './zipFormat.ts';

/** What an archive may hold before it is refused. */
export interface ArchiveLimits {
  readonly maxEntries: number;
  /** Of all entries inflated, in bytes. */
  readonly maxTotalBytes: number;
  /** Of one entry inflated, in bytes. */
  readonly maxEntryBytes: number;
  /** Inflated size by deflated size of one entry of more than a mebibyte. */
  readonly maxRatio: number;
}

/**
 * Well above any book: the largest have some thousands of files and some hundred mebibytes of pictures. Prose deflates to a third and a page of
 * blanks to a thousandth; over a mebibyte nothing but an attack goes beyond a two-hundredth.
 */
export const defaultArchiveLimits: ArchiveLimits = {
  maxEntries: 20_000,
  maxTotalBytes: 1024 ** 3,
  maxEntryBytes: 256 * 1024 ** 2,
  maxRatio: 200,
};

const ratioMattersFromBytes = 1024 ** 2;

/** The zip format's marks for "see the ZIP64 record". */
const zip64Mark16 = 0xffff;
const zip64Mark32 = 0xffffffff;

export interface ArchiveEntry {
  /** As the archive states it, so it may be absolute, climb with `..` or stand there twice: never write to it unchecked. */
  readonly path: string;
  readonly isDirectory: boolean;
  /** Inflated, in bytes, as the archive states it. */
  readonly size: number;
  readonly packedSize: number;
  /** The compression method's number: 0 is stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Where the entry's local header starts, in bytes from the start of the archive. */
  readonly offset: number;
}

export interface Archive {
  readonly bytes: Uint8Array;
  /** In the order of the central directory. */
  readonly entries: readonly ArchiveEntry[];
}

/**
 * Lists the entries of a zip without inflating any.
 *
 * @throws CompileError `archive/not-a-zip`, `archive/damaged`, `archive/unsupported` or `archive/too-large`.
 */
export function openArchive(bytes: Uint8Array, limits: ArchiveLimits = defaultArchiveLimits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndRecord(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === zip64Mark16 || size === zip64Mark32 || start === zip64Mark32) {
    throw new CompileError('archive/unsupported', 'The archive is a ZIP64, which no e-book needs to be.');
  }
  if (count > limits.maxEntries) {
    const message = `The archive has ${String(count)} entries, more than the ${String(limits.maxEntries)} that are read.`;
    throw new CompileError('archive/too-large', message);
  }
  // Something may stand before the archive proper; then every offset counts from where the archive starts.
  const archiveStart = end - size - start;
  if (archiveStart < 0) throw damaged('its list of entries would start before the file');
  const entries = readCentralDirectory(view, { start: archiveStart + start, end, count, archiveStart });
  refuseBombs(entries, limits);
  return { bytes, entries };
}

function damaged(found: string): CompileError {
  return new CompileError('archive/damaged', `The archive is damaged: ${found}.`, { hint: 'Get the file anew.' });
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEndRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endRecordSize - 0xffff);
  for (let offset = view.byteLength - endRecordSize; offset >= lowest; offset--) {
    if (view.getUint32(offset, true) === endRecordSignature) return offset;
  }
  // Matches "PK", with which every entry begins.
  const startsLikeZip = view.byteLength >= 2 && view.getUint16(0) === 0x504b;
  if (startsLikeZip) throw damaged('it ends before its list of entries');
  throw new CompileError('archive/not-a-zip', 'The file is not a zip archive.');
}

interface CentralDirectory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly archiveStart: number;
}

function readCentralDirectory(view: DataView, directory: CentralDirectory): ArchiveEntry[] {
  const entries: ArchiveEntry[] = [];
  let offset = directory.start;
  for (let index = 0; index < directory.count; index++) {
    if (offset + centralHeaderSize > directory.end || view.getUint32(offset, true) !== centralHeaderSignature) {
      throw damaged(`entry ${String(index + 1)} of ${String(directory.count)} is missing from its list`);
    }
    const nameLength = view.getUint16(offset + 28, true);
    const next =
      offset + centralHeaderSize + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
    if (next > directory.end) throw damaged(`entry ${String(index + 1)} runs over the end of its list`);
    entries.push(readCentralHeader(view, offset, nameLength, directory.archiveStart));
    offset = next;
  }
  return entries;
}

function readCentralHeader(view: DataView, offset: number, nameLength: number, archiveStart: number): ArchiveEntry {
  const nameBytes = new Uint8Array(view.buffer, view.byteOffset + offset + centralHeaderSize, nameLength);
  const path = new TextDecoder().decode(nameBytes);
  if ((view.getUint16(offset + 8, true) & flagEncrypted) !== 0) {
    throw new CompileError('archive/unsupported', `The archive's entry ${path} is encrypted.`);
  }
  return {
    path,
    isDirectory: path.endsWith('/'),
    method: view.getUint16(offset + 10, true),
    crc: view.getUint32(offset + 16, true),
    packedSize: view.getUint32(offset + 20, true),
    size: view.getUint32(offset + 24, true),
    offset: archiveStart + view.getUint32(offset + 42, true),
  };
}

/** Entries may overlap, so the sizes that they state are what counts, not the archive's own. */
function refuseBombs(entries: readonly ArchiveEntry[], limits: ArchiveLimits): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > limits.maxTotalBytes) {
    const message = `The archive unpacks to ${String(total)} bytes, more than the ${String(limits.maxTotalBytes)} that are read.`;
    throw new CompileError('archive/too-large', message);
  }
  for (const entry of entries) {
    const isBomb = entry.size > ratioMattersFromBytes && entry.size > entry.packedSize * limits.maxRatio;
    if (entry.size > limits.maxEntryBytes || isBomb) {
      const message = `The archive's entry ${entry.path} unpacks to ${String(entry.size)} bytes from ${String(entry.packedSize)}, as no book does.`;
      throw new CompileError('archive/too-large', message);
    }
  }
}
