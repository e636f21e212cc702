import { CompileError } from '../../diagnostics/compileError.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import { decodeSource } from '../../source/decodeSource.ts';
import { maxSourceBytes } from '../../source/readSource.ts';
import type { SourceText } from '../../source/sourceText.ts';
import { type EpubFile, readOrNull } from './openEpub.ts';
import type { PackageDocument } from './readPackage.ts';

/** A document of the spine, by its path inside the book. */
export interface SpineDocument {
  readonly path: string;
  readonly source: SourceText;
}

/**
 * Reads the documents of a spine in order. One that is missing, damaged or no text is reported and costs no other.
 * @throws CompileError `source/too-large`.
 */
export function readSpine(
  epub: EpubFile,
  { spine, unknownIds }: PackageDocument,
  encoding: string | undefined,
  report: Report,
): readonly SpineDocument[] {
  const missing: string[] = unknownIds.map(id => `"${id}"`);
  const size = spine.reduce((sum, { path }) => sum + epub.sizeOf(path), 0);
  if (size > maxSourceBytes) {
    const message = `${epub.path} unpacks to ${Math.ceil(size / 1024 ** 2)} MB of text; at most ${maxSourceBytes / 1024 ** 2} MB are read.`;
    throw new CompileError('source/too-large', message, { hint: 'Split the book.', path: epub.path });
  }
  const documents: SpineDocument[] = [];
  for (const { path } of spine) {
    const bytes = readOrNull(epub.read, path);
    if (bytes === null) missing.push(path);
    else if (bytes.length > 0) {
      const source = decodeDocument(epub, path, bytes, encoding, missing, report);
      if (source !== null) documents.push({ path, source });
    }
  }
  reportMissing(epub, missing, report);
  return documents;
}

function decodeDocument(
  epub: EpubFile,
  path: string,
  bytes: Uint8Array,
  encoding: string | undefined,
  missing: string[],
  report: Report,
): SourceText | null {
  try {
    return decodeSource({ path: `${epub.path}/${path}`, bytes }, report, { encoding, format: 'html' });
  } catch (error) {
    if (!(error instanceof CompileError) || error.code === 'source/unknown-encoding') throw error;
    if (error.code !== 'source/empty-file') missing.push(path);
    return null;
  }
}

/** A finding names so many documents. */
const namedDocuments = 3;

function reportMissing({ path }: EpubFile, missing: readonly string[], report: Report): void {
  if (missing.length === 0) return;
  const names = missing.slice(0, namedDocuments).join(', ');
  const more = missing.length > namedDocuments ? ` and ${missing.length - namedDocuments} more` : '';
  report({
    code: 'parse/epub-chapter-missing',
    severity: 'warning',
    message: `${path} names ${missing.length === 1 ? 'a document' : `${missing.length} documents`} in its reading order that cannot be read: ${names}${more}; the story goes on without.`,
    hint: 'Get the file anew, and compare the story with the original.',
  });
}
