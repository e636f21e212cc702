import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { JudgedBook } from '../../src/shelf/shelfReport.ts';

/** A finding of a picture that is not there. */
export function warning(file: string): Diagnostic {
  return { code: 'images/not-found', severity: 'warning', message: `The image moth.png is not there.`, span: { file, lines: [3, 3] } }; // prettier-ignore
}

/** The report of a book of one story and one file, as far as it is not said otherwise. */
export function bookReport(id: string, rest: Partial<JudgedBook> = {}): JudgedBook {
  return {
    id,
    ok: true,
    status: 'built',
    stories: [{ files: [id], title: null, displayTitle: id, authors: [], language: 'en', words: 1200, chapters: 1, doubts: [], leftOut: [], diagnostics: [] }],
    failedStories: [],
    files: [{ path: `out/${id}.epub`, kind: 'epub', title: id, stories: 1, bytes: 41_000, sha256: '0'.repeat(64), pages: null, print: null, sheets: null, diagnostics: [] }],
    failedFiles: [],
    diagnostics: [],
    ...rest,
  };
} // prettier-ignore

export function failedBook(id: string): JudgedBook {
  const diagnostics: Diagnostic[] = [{ code: 'source/empty-file', severity: 'error', message: `${id} has no text in it.`, hint: 'Remove it or fill it.' }]; // prettier-ignore
  return bookReport(id, { ok: false, status: 'failed', stories: [], files: [], failedStories: [{ files: [id], diagnostics }] }); // prettier-ignore
}
