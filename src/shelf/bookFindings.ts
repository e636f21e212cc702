import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BookReport } from './bookReport.ts';

/** All that was found about a book, in the order in which people are told. */
export function bookFindings(book: Omit<BookReport, 'id' | 'status'>): readonly Diagnostic[] {
  return [
    ...book.diagnostics,
    ...book.failedStories.flatMap(story => story.diagnostics),
    ...book.stories.flatMap(story => story.diagnostics),
    ...distinct(book.files.flatMap(file => file.diagnostics)),
    ...book.failedFiles.flatMap(file => file.diagnostics),
  ];
}

/** The same finding comes once for each book a story is bound into. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  if (diagnostics.length < 2) return [...diagnostics];
  return [...new Map(diagnostics.map(diagnostic => [JSON.stringify(diagnostic), diagnostic])).values()];
}
