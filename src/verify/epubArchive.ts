import { openArchive } from '../archive/openArchive.ts';
import type { Archive, ArchiveEntry } from '../archive/openArchive.ts';
import { localExtraLength, readEntry } from '../archive/readEntry.ts';
import { localHeaderSize } from '../archive/zipFormat.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { BookPlace, EpubCode } from '../diagnostics/diagnostic.ts';
import type { ReportDefect } from './epubFindings.ts';

/** The files of an EPUB by path; `read` gives `null` for one that is not there or is damaged, which is then reported. */
export interface EpubFiles {
  readonly paths: ReadonlySet<string>;
  readonly read: (path: string) => Uint8Array | null;
  /** Unpacked, in bytes, as the archive states it; 0 for one that is not there. */
  readonly sizeOf: (path: string) => number;
}

const codes: Readonly<Record<string, EpubCode>> = {
  'archive/not-a-zip': 'epub/not-a-zip',
  'archive/damaged': 'epub/damaged-archive',
  'archive/unsupported': 'epub/unsupported-archive',
  'archive/too-large': 'epub/too-large',
};

/** Opens the container and checks what EPUB asks of it beyond being a zip; `null` when it cannot be opened at all. */
export function openEpub(bytes: Uint8Array, report: ReportDefect): EpubFiles | null {
  const archive = attempt(() => openArchive(bytes), report);
  if (archive === null) return null;
  const entries = archive.entries.filter(entry => !entry.isDirectory);
  const byPath = new Map(entries.map(entry => [entry.path, entry]));
  checkPaths(archive.entries, report);
  checkOverlaps(entries, report);
  checkMimetype(archive, report);
  return {
    paths: new Set(byPath.keys()),
    read: path => {
      const entry = byPath.get(path);
      return entry === undefined ? null : attempt(() => readEntry(archive, entry), report, { path });
    },
    sizeOf: path => byPath.get(path)?.size ?? 0,
  };
}

/** The result, or `null` after reporting the archive's own error; anything else that is thrown is a bug. */
function attempt<Result>(open: () => Result, report: ReportDefect, place?: BookPlace): Result | null {
  try {
    return open();
  } catch (error) {
    const code = error instanceof CompileError ? codes[error.code] : undefined;
    if (!(error instanceof CompileError) || code === undefined) throw error;
    report(code, error.message, place);
    return null;
  }
}

function checkPaths(entries: readonly ArchiveEntry[], report: ReportDefect): void {
  const seen = new Set<string>();
  for (const { path } of entries) {
    if (seen.has(path)) report('epub/duplicate-entry', 'The archive has two files of this name.', { path });
    seen.add(path);
    if (isUnsafe(path)) report('epub/unsafe-path', 'The path leads out of the archive.', { path });
  }
}

/**
 * A zip whose entries share their bytes unpacks to many times what it holds.
 *
 * @see https://www.bamsoftware.com/hacks/zipbomb/
 */
function checkOverlaps(entries: readonly ArchiveEntry[], report: ReportDefect): void {
  const byOffset = [...entries].sort((one, other) => one.offset - other.offset);
  for (const [index, entry] of byOffset.entries()) {
    const next = byOffset[index + 1];
    if (next === undefined || entry.offset + localHeaderSize + entry.packedSize <= next.offset) continue;
    report('epub/overlapping-entries', `The file lies over ${next.path} in the archive.`, { path: entry.path });
  }
}

/** Matches `/etc/passwd`, `C:\x`, `a/../b`, `a\b`; not `OEBPS/a..b.xhtml`. */
function isUnsafe(path: string): boolean {
  return /^\/|^[a-z]:|\\|\0/i.test(path) || path.split('/').includes('..');
}

/**
 * A reader knows an EPUB by its first bytes: `mimetype` first, stored, without an extra field.
 *
 * @see https://www.w3.org/TR/epub-33/#sec-zip-container-mime
 */
function checkMimetype(archive: Archive, report: ReportDefect): void {
  const entry = archive.entries.find(({ path }) => path === 'mimetype');
  if (entry === undefined) {
    report('epub/mimetype-missing', 'The archive has no file named mimetype.');
    return;
  }
  const place = { path: entry.path };
  if (entry.offset !== 0) report('epub/mimetype-not-first', 'It is not the first file of the archive.', place);
  if (entry.method !== 0) report('epub/mimetype-compressed', 'It is compressed.', place);
  const content = attempt(
    () => ({ extra: localExtraLength(archive, entry), bytes: readEntry(archive, entry) }),
    report,
  );
  if (content === null) return;
  if (content.extra > 0) report('epub/mimetype-extra-field', 'It has an extra field in the archive.', place);
  const stated = new TextDecoder().decode(content.bytes.subarray(0, 80));
  if (stated !== 'application/epub+zip') {
    report('epub/mimetype-wrong', `It says ${JSON.stringify(stated)} instead of application/epub+zip.`, place);
  }
}
