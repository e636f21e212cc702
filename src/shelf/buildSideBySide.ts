import type { BookJob } from './bookJob.ts';
import type { BookReport } from './bookReport.ts';
import { EventQueue } from './eventQueue.ts';
import type { BookStep, ShelfEvent } from './shelfEvent.ts';

/** Builds one book at a time, whatever becomes of it. */
export interface BookBuilder {
  readonly build: (job: BookJob, onStep: (step: BookStep) => void) => Promise<BookReport>;
  /** Asks it to make the current file its last. */
  readonly stop: () => void;
  /** Takes leave of it at once. */
  readonly kill: () => void;
  /** Takes leave of it when it has nothing to do. */
  readonly end: () => Promise<void>;
}

/** Builds books by several builders: each takes the next one when it has finished one and what it told has been heard. */
export async function* buildSideBySide(
  jobs: readonly BookJob[],
  builders: readonly BookBuilder[],
  stop: AbortSignal | undefined,
): AsyncGenerator<ShelfEvent> {
  const queue = new EventQueue<ShelfEvent>();
  const left = jobs.values();
  const work = async (builder: BookBuilder) => {
    for (const job of left) {
      if (stop?.aborted === true) break;
      const { id } = job;
      queue.push({ type: 'bookStarted', id });
      const book = await builder.build(job, step => {
        queue.push({ type: 'bookStep', id, step });
      });
      queue.push({ type: 'bookFinished', book });
      await queue.drained();
    }
    await builder.end();
  };
  const stopAll = () => {
    for (const builder of builders) builder.stop();
  };
  const killAll = () => {
    for (const builder of builders) builder.kill();
  };
  stop?.addEventListener('abort', stopAll);
  process.once('exit', killAll);
  void Promise.all(builders.map(work)).then(
    () => {
      queue.close();
    },
    (error: unknown) => {
      queue.fail(error);
    },
  );
  try {
    yield* queue.read();
  } finally {
    // The reader may have left before the end.
    killAll();
    process.off('exit', killAll);
    stop?.removeEventListener('abort', stopAll);
  }
}
