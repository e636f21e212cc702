import { openArchive, type Archive, type ArchiveEntry } from '../../archive/openArchive.ts';
import { readEntry } from '../../archive/readEntry.ts';
import { CompileError } from '../../diagnostics/compileError.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { sha256Hex } from '../../source/digest.ts';
import type { SourceBytes } from '../../source/sourceText.ts';
import { parseXml, type XmlHandlers } from '../../xml/parseXml.ts';

/** An EPUB that was opened: its files by path, none inflated before it is asked for. */
export interface EpubFile {
  /** As the user named the EPUB. */
  readonly path: string;
  readonly sha256: string;
  readonly has: (path: string) => boolean;
  /** The inflated size that a file states, in bytes; 0 where it is not there. */
  readonly sizeOf: (path: string) => number;
  /** A file's bytes; `null` where it is not there. @throws CompileError `archive/damaged` or `archive/unsupported`. */
  readonly read: (path: string) => Uint8Array | null;
  /** Reads a file as XML and goes on after what is broken in it, which is reported; `false` where it cannot be had at all. */
  readonly readXml: (path: string, handlers: XmlHandlers) => boolean;
}

const hints: Readonly<Record<string, string>> = {
  'archive/not-a-zip': 'Get the file anew; if it is a text or a page, give it the ending of one: .txt, .html.',
  'archive/damaged': 'Get the file anew.',
  'archive/unsupported': 'Get a copy that is neither encrypted nor packed in an unusual way.',
  'archive/too-large': 'Nothing was unpacked; get the file from somebody you trust.',
};

/** Well above any package document or contents; those of books with 5,000 chapters have 2 MB. */
const maxXmlBytes = 32 * 1024 ** 2;

/**
 * Opens an EPUB within the limits of its archive; nothing of it is ever written to disk, so that names such as
 * `../../x` lead nowhere.
 * @throws CompileError `source/invalid-epub`.
 */
export function openEpub({ path, bytes }: SourceBytes, report: Report): EpubFile {
  const archive = openZip(path, bytes);
  const entries = new Map<string, ArchiveEntry>();
  let repeated = 0;
  for (const entry of archive.entries) {
    if (entry.isDirectory) continue;
    if (entries.has(entry.path)) repeated++;
    else entries.set(entry.path, entry);
  }
  if (repeated > 0) {
    report({
      code: 'parse/epub-damaged',
      severity: 'warning',
      message: `${path} has ${repeated === 1 ? 'a file' : `${repeated} files`} under a name that is taken; the first of each name was read.`,
      hint: 'Compare the story with the original.',
    });
  }
  const read = (inside: string): Uint8Array | null => {
    const entry = entries.get(inside);
    return entry === undefined ? null : readEntry(archive, entry);
  };
  return {
    path,
    sha256: sha256Hex(bytes),
    has: inside => entries.has(inside),
    sizeOf: inside => entries.get(inside)?.size ?? 0,
    read,
    readXml: (inside, handlers) => {
      const size = entries.get(inside)?.size ?? 0;
      const content = size > maxXmlBytes ? null : readOrNull(read, inside);
      const problem = content === null ? null : parseXml(content, handlers, { goesOn: true });
      const found = problem?.found ?? (size > maxXmlBytes ? `it has ${size} bytes` : 'it does not unpack');
      if (entries.has(inside) && (content === null || problem !== null)) reportBroken(path, inside, found, report);
      return content !== null;
    },
  };
}

function openZip(path: string, bytes: Uint8Array): Archive {
  try {
    return openArchive(bytes);
  } catch (cause) {
    if (!(cause instanceof CompileError)) throw cause;
    const why = cause.message.charAt(0).toLowerCase() + cause.message.slice(1);
    throw new CompileError('source/invalid-epub', `${path} cannot be read as an EPUB: ${why}`, {
      hint: hints[cause.code] ?? 'Get the file anew.',
      path,
      cause,
    });
  }
}

/** A file's bytes; `null` where they are not there, or are damaged. */
export function readOrNull(read: EpubFile['read'], path: string): Uint8Array | null {
  try {
    return read(path);
  } catch (error) {
    if (error instanceof CompileError) return null;
    throw error;
  }
}

function reportBroken(path: string, inside: string, found: string, report: Report): void {
  report({
    code: 'parse/epub-damaged',
    severity: 'warning',
    message: `${inside} of ${path} is not well-formed (${found}); what can be had of it was read.`,
    hint: 'Compare the story with the original: a chapter or a name may be missing.',
  });
}
