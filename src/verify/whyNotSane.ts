import type { DiagnosticCode } from '../diagnostics/diagnostic.ts';
import type { Examination } from './examineEpub.ts';

/** What a checker that was not written for hostile books should not be given. */
const reasons: Readonly<Partial<Record<DiagnosticCode, string>>> = {
  'epub/unsafe-path': 'the archive has paths that lead out of it',
  'epub/duplicate-entry': 'the archive has two files of one name',
  'epub/overlapping-entries': 'files of the archive lie over each other',
  'epub/too-large': 'the book is too large',
  'epub/damaged-archive': 'the archive is damaged',
  'epub/external-entity': 'a document declares entities',
  'epub/entities-declared': 'a document declares entities',
};

/** The checker unpacks the whole book at once, and parses a document several times. In bytes. */
const maxUnpackedBytes = 256 * 1024 ** 2;
const maxDocumentBytes = 10 * 1024 ** 2;

/** The checker takes the longer for each defect the more there are. */
const maxDefects = 2000;

/** Why a book is not given to EPUBCheck, or `null` when it may be. */
export function whyNotSane({ diagnostics, defects, files, book }: Examination): string | null {
  if (files === null || book === null) return 'there is no book to be read';
  const found = diagnostics.map(({ code }) => reasons[code]).find(reason => reason !== undefined);
  if (found !== undefined) return found;
  if (defects > maxDefects) return `there are ${String(defects)} defects without them`;
  let total = 0;
  for (const path of files.paths) total += files.sizeOf(path);
  if (total > maxUnpackedBytes) return 'the book is too large';
  const large = [book.book.path, ...book.documents.keys()].find(path => files.sizeOf(path) > maxDocumentBytes);
  return large === undefined ? null : `${large} is too large`;
}
