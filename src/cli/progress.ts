import type { CompileEvent } from '../compile/compileEvent.ts';
import type { ShelfEvent } from '../shelf/shelfEvent.ts';
import type { ChangingLines } from './changingLines.ts';
import { canChangeLines, printable } from './terminal.ts';
import type { WorkState } from './progressText.ts';
import { BuildTracker, ShelfTracker, type WorkTracker } from './workTracker.ts';

/** Shows on stderr what a build is doing: lines that change on a terminal, now and then a line elsewhere. */
export interface Progress<Event> {
  readonly show: (event: Event) => void;
  /** Clears what was shown; whatever is printed is printed after it. */
  readonly finish: () => void;
}

const silent = { show: () => undefined, finish: () => undefined };

/** Shows how the build of one book goes on: elsewhere than on a terminal a line for each story and file. */
export function createProgress({ isQuiet }: { readonly isQuiet: boolean }): Progress<CompileEvent> {
  if (isQuiet) return silent;
  return canChangeLines(process.stderr, process.env) ? changing(new BuildTracker()) : plainLines();
}

/** Shows how the build of a shelf goes on: elsewhere than on a terminal a line every half minute. */
export function createShelfProgress({ isQuiet }: { readonly isQuiet: boolean }): Progress<ShelfEvent> {
  if (isQuiet) return silent;
  const tracker = new ShelfTracker(performance.now());
  return canChangeLines(process.stderr, process.env) ? changing(tracker) : signsOfLife(tracker);
}

function plainLines(): Progress<CompileEvent> {
  return {
    show: event => {
      if (event.type === 'storyRead') process.stderr.write(`read ${printable(event.story.files.join(', '))}\n`);
      else if (event.type === 'artifactStarted') process.stderr.write(`make ${printable(event.fileName)}\n`);
    },
    finish: () => undefined,
  };
}

/** Cron mails all that is printed, and a service ends a build that says nothing for ten minutes: so often is enough for both. */
const signOfLifeMs = 30_000;

function signsOfLife<Event>(tracker: WorkTracker<Event>): Progress<Event> {
  let lastMs = performance.now();
  const tell = async () => {
    const nowMs = performance.now();
    if (nowMs - lastMs < signOfLifeMs) return;
    lastMs = nowMs;
    const state = tracker.state(nowMs);
    const { progressSentence } = await import('./progressText.ts');
    process.stderr.write(`${progressSentence(state)}\n`);
  };
  const timer = setInterval(() => void tell(), signOfLifeMs).unref();
  return {
    show: event => {
      tracker.add(event, performance.now());
      void tell();
    },
    finish: () => {
      clearInterval(timer);
    },
  };
}

/** What is done sooner shows no progress, and loads nothing to show it with. */
const showAfterMs = 400;

/** Lines change at most so often, and at least once a second, for the time that is left. */
const [minRedrawMs, maxRedrawMs] = [80, 1000];

function changing<Event>(tracker: WorkTracker<Event>): Progress<Event> {
  const lines = new LazyLines();
  const startMs = performance.now();
  let drawnMs = startMs + showAfterMs - minRedrawMs;
  const draw = () => {
    const nowMs = performance.now();
    if (nowMs - drawnMs < minRedrawMs) return;
    drawnMs = nowMs;
    lines.draw(tracker.state(nowMs));
  };
  const timer = setInterval(draw, maxRedrawMs).unref();
  process.stderr.on('resize', draw);
  return {
    show: event => {
      tracker.add(event, performance.now());
      draw();
    },
    finish: () => {
      clearInterval(timer);
      process.stderr.off('resize', draw);
      lines.finish();
    },
  };
}

/** Lines whose library is loaded when the first of them is drawn. */
class LazyLines {
  #lines: ChangingLines | null = null;
  #next: WorkState | null = null;
  #isFinished = false;

  draw(state: WorkState): void {
    if (this.#isFinished) return;
    const isLoading = this.#next !== null;
    this.#next = state;
    if (this.#lines !== null) this.#lines.draw(state);
    else if (!isLoading) void this.#load();
  }

  async #load(): Promise<void> {
    const { createChangingLines } = await import('./changingLines.ts');
    if (this.#isFinished) return;
    this.#lines = createChangingLines(process.stderr);
    if (this.#next !== null) this.#lines.draw(this.#next);
  }

  finish(): void {
    if (!this.#isFinished) this.#lines?.clear();
    this.#isFinished = true;
  }
}
