import type { CompileEvent, FailedStory, StoryReport } from '../compile/compileEvent.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FailedFile, WrittenFile } from '../shelf/bookReport.ts';
import type { BookStep, ShelfEvent } from '../shelf/shelfEvent.ts';
import type { JudgedBook, ShelfReport } from '../shelf/shelfReport.ts';
import type { BuildReport } from './buildReport.ts';

/** A step within a book, as `--json` prints it; on a shelf with the `id` of the book. */
export type PublishedStep =
  | { readonly type: 'planned'; readonly stories: number; readonly books: number; readonly files: number; readonly diagnostics: readonly Diagnostic[] }
  | { readonly type: 'storyRead'; readonly story: StoryReport }
  | { readonly type: 'storyFailed'; readonly story: FailedStory }
  | { readonly type: 'fileStarted'; readonly fileName: string }
  | { readonly type: 'fileWritten'; readonly file: WrittenFile }
  | { readonly type: 'fileFailed'; readonly file: FailedFile }; // prettier-ignore

/** A line of `--json`, described by `docs/events.schema.json`. */
export type PublishedEvent =
  | (PublishedStep & { readonly id?: string })
  | { readonly type: 'shelfPlanned'; readonly books: number }
  | { readonly type: 'bookStarted'; readonly id: string }
  | {
      readonly type: 'bookFinished';
      readonly book: JudgedBook;
      readonly changed?: readonly string[];
      readonly elapsedMs?: number;
    }
  /** With `--watch`: all is made that can be. */
  | { readonly type: 'waiting'; readonly books: number; readonly files: number } // prettier-ignore
  /** A finding that is of no story, file or book. */
  | { readonly type: 'diagnostic'; readonly diagnostic: Diagnostic }
  /** The last line, always. */
  | { readonly type: 'report'; readonly report: BuildReport | ShelfReport };

/** The event for a step; `null` for a file that was made, which is told of once it is written. */
export function publishStep(step: CompileEvent | BookStep): PublishedStep | null {
  switch (step.type) {
    case 'planned': {
      const { type, stories, books, artifacts, diagnostics } = step;
      return { type, stories, books, files: artifacts, diagnostics };
    }
    case 'storyRead':
    case 'storyFailed':
      return step;
    case 'artifactStarted':
      return { type: 'fileStarted', fileName: step.fileName };
    case 'artifactFailed': {
      const { fileName, diagnostics } = step.artifact;
      return { type: 'fileFailed', file: { fileName, diagnostics } };
    }
    case 'artifactFinished':
      return null;
  }
}

/** The events for what happens on a shelf. */
export function publishShelfEvent(event: ShelfEvent, judge: (book: ShelfBook) => JudgedBook): PublishedEvent[] {
  switch (event.type) {
    case 'shelfPlanned':
    case 'bookStarted':
      return [event];
    case 'bookStep': {
      const step = publishStep(event.step);
      return step === null ? [] : [{ ...step, id: event.id }];
    }
    case 'cacheFinished':
      return event.diagnostics.map(diagnostic => ({ type: 'diagnostic', diagnostic }));
    case 'bookFinished': {
      const { id, status, files } = event.book;
      // Those of an unchanged book were not written.
      const written = status === 'unchanged' ? [] : files;
      return [
        ...written.map(file => ({ type: 'fileWritten', id, file }) as const),
        { type: 'bookFinished', book: judge(event.book) },
      ];
    }
  }
}

type ShelfBook = Extract<ShelfEvent, { readonly type: 'bookFinished' }>['book'];

/** Prints an event as a line of its own. */
export function publish(event: PublishedEvent): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}
