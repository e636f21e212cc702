import type { BookStep, ShelfEvent } from './shelfEvent.ts';
import { buildBook } from './buildBook.ts';
import type { ShelfPlan } from './shelfPlan.ts';

/** Builds the books of a plan, one after another. */
export async function* runShelf({ jobs, failed }: ShelfPlan): AsyncGenerator<ShelfEvent> {
  yield { type: 'shelfPlanned', books: jobs.length + failed.length };
  for (const { id, diagnostics } of failed) {
    const nothing = { stories: [], failedStories: [], files: [], failedFiles: [] };
    yield { type: 'bookFinished', book: { id, status: 'failed', ...nothing, diagnostics } };
  }
  for (const job of jobs) {
    const { id } = job;
    yield { type: 'bookStarted', id };
    const steps: BookStep[] = [];
    const book = await buildBook(job, step => void steps.push(step));
    for (const step of steps) yield { type: 'bookStep', id, step };
    yield { type: 'bookFinished', book };
  }
}
