import { CompileError } from '../diagnostics/compileError.ts';
import { checksum, inflate } from './deflate.ts';
import type { Archive, ArchiveEntry } from './openArchive.ts';
import { localHeaderSignature, localHeaderSize, methodDeflated, methodStored } from './zipFormat.ts';

/**
 * An entry's contents, never more than the size that it states.
 *
 * @throws CompileError `archive/damaged` or `archive/unsupported`.
 */
export function readEntry(archive: Archive, entry: ArchiveEntry): Uint8Array {
  const packed = packedBytes(archive, entry);
  const content = unpack(entry, packed);
  if (content.length !== entry.size || checksum(content) !== entry.crc) {
    throw damagedEntry(entry, 'its contents are not what its checksum says');
  }
  return content;
}

/** The length of the extra field before an entry's data, in bytes; EPUB wants none before `mimetype`. */
export function localExtraLength(archive: Archive, entry: ArchiveEntry): number {
  return localHeader(archive, entry).getUint16(28, true);
}

function localHeader(archive: Archive, entry: ArchiveEntry): DataView {
  const { bytes } = archive;
  if (entry.offset + localHeaderSize > bytes.length) throw damagedEntry(entry, 'it lies beyond the end of the file');
  const header = new DataView(bytes.buffer, bytes.byteOffset + entry.offset, localHeaderSize);
  if (header.getUint32(0, true) !== localHeaderSignature) throw damagedEntry(entry, 'it is not where the list says');
  return header;
}

function packedBytes(archive: Archive, entry: ArchiveEntry): Uint8Array {
  const header = localHeader(archive, entry);
  const start = entry.offset + localHeaderSize + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + entry.packedSize > archive.bytes.length) throw damagedEntry(entry, 'it runs over the end of the file');
  return archive.bytes.subarray(start, start + entry.packedSize);
}

function unpack(entry: ArchiveEntry, packed: Uint8Array): Uint8Array {
  if (entry.method === methodStored) return packed;
  if (entry.method !== methodDeflated) {
    const message = `The archive's entry ${entry.path} is compressed by method ${String(entry.method)}, which e-books do not use.`;
    throw new CompileError('archive/unsupported', message);
  }
  try {
    return inflate(packed, entry.size);
  } catch (cause) {
    throw damagedEntry(entry, 'it does not unpack', cause);
  }
}

function damagedEntry(entry: ArchiveEntry, found: string, cause?: unknown): CompileError {
  const message = `The archive's entry ${entry.path} is damaged: ${found}.`;
  return new CompileError('archive/damaged', message, { hint: 'Get the file anew.', cause });
}
