import { runThrough, type Steps } from '../steps/steps.ts';
import type { ArtifactContent } from './artifactContent.ts';

/** How a piece of work may be stopped. */
export interface Stoppable {
  /** Stops the work soon after it is aborted: between stories, chapters and files. What was under way is dropped. */
  readonly signal?: AbortSignal | undefined;
}

/** Stops nothing, but lets the work rest, so that a second interruption is heard in the middle of the file that is to be the last. */
export const listening: Stoppable = { signal: new AbortController().signal };

/** Where long work looks up: it lets others have a turn, and stops when it is asked to. */
export interface Pace {
  /** @throws the reason of the signal, once it is aborted */
  readonly rest: () => Promise<void>;
  /** Runs work with a rest after each step. */
  readonly run: <Value>(steps: Steps<Value>) => Promise<Value>;
  /** A content with a rest after each part. */
  readonly content: (content: ArtifactContent) => ArtifactContent;
}

/** Never rests: nobody can ask it to stop. */
export const unresting: Pace = {
  rest: () => Promise.resolve(),
  run: steps => Promise.resolve(runThrough(steps)),
  content: content => content,
};

/**
 * The pace of work that a signal may stop. A signal is aborted by a timer, a message or a key that is pressed, of which
 * nothing is heard while work goes on: each rest is a turn of the event loop.
 */
export function paceOf({ signal }: Stoppable): Pace {
  if (signal === undefined) return unresting;
  const rest = async (): Promise<void> => {
    signal.throwIfAborted();
    await new Promise<void>(resolve => void setImmediate(resolve));
    signal.throwIfAborted();
  };
  return { rest, run: steps => runResting(steps, rest), content: content => restingContent(content, rest) };
}

async function runResting<Value>(steps: Steps<Value>, rest: Pace['rest']): Promise<Value> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await rest();
  }
}

async function* restingContent(content: ArtifactContent, rest: Pace['rest']): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    await rest();
    yield chunk;
  }
}
