import type { CompileEvent } from '../compile/compileEvent.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BookReport } from './bookReport.ts';

/** A step within a book; a file that is made is told of once it is written, in the book's report. */
export type BookStep = Exclude<CompileEvent, { readonly type: 'artifactFinished' }>;

/** What happens while a shelf is built, in the order in which it happens; books may be under way side by side. */
export type ShelfEvent =
  | { readonly type: 'shelfPlanned'; readonly books: number }
  | { readonly type: 'bookStarted'; readonly id: string }
  | { readonly type: 'bookStep'; readonly id: string; readonly step: BookStep }
  | { readonly type: 'bookFinished'; readonly book: BookReport }
  /** Comes last, when something was made and books are kept: at most one finding, which fails nothing. */
  | { readonly type: 'cacheFinished'; readonly diagnostics: readonly Diagnostic[] };
