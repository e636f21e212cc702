import type { CompileEvent } from '../compile/compileEvent.ts';
import type { BookStep, ShelfEvent } from '../shelf/shelfEvent.ts';
import { Pace } from './pace.ts';
import type { WorkState } from './progressText.ts';

/** Keeps in mind how far some work has come, by what happens in it. */
export interface WorkTracker<Event> {
  readonly add: (event: Event, nowMs: number) => void;
  readonly state: (nowMs: number) => WorkState;
}

/** Follows the build of one book: stories are read, then files are made. */
export class BuildTracker implements WorkTracker<CompileEvent> {
  readonly #stories = { done: 0, failed: 0 };
  readonly #files = { done: 0, failed: 0 };
  #total: number | null = null;
  #doing: WorkState['doing'] = null;

  add(event: CompileEvent): void {
    this.#doing = doingOf(event) ?? this.#doing;
    if (event.type === 'storyRead' || event.type === 'storyFailed') this.#stories.done++;
    if (event.type === 'storyFailed') this.#stories.failed++;
    if (event.type === 'planned') this.#total = event.artifacts;
    if (event.type === 'artifactFinished' || event.type === 'artifactFailed') this.#files.done++;
    if (event.type === 'artifactFailed') this.#files.failed++;
  }

  state(): WorkState {
    const rest = { doing: this.#doing, others: 0, remainingMs: null };
    if (this.#total === null) return { ...this.#stories, total: null, unit: ['story read', 'stories read'], ...rest };
    const failed = this.#stories.failed + this.#files.failed;
    return { done: this.#files.done, failed, total: this.#total, unit: ['file', 'files'], ...rest };
  }
}

/** Follows the build of a shelf, whose books may be under way side by side. */
export class ShelfTracker implements WorkTracker<ShelfEvent> {
  readonly #pace: Pace;
  readonly #running = new Map<string, NonNullable<WorkState['doing']>>();
  #total: number | null = null;
  #done = 0;
  #failed = 0;

  constructor(startMs: number) {
    this.#pace = new Pace(startMs);
  }

  add(event: ShelfEvent, nowMs: number): void {
    switch (event.type) {
      case 'shelfPlanned':
        this.#total = event.books;
        break;
      case 'bookStarted':
        this.#running.set(event.id, ['building', event.id]);
        break;
      case 'bookStep':
        this.#running.set(event.id, doingOf(event.step) ?? this.#running.get(event.id) ?? ['building', event.id]);
        break;
      case 'bookFinished':
        this.#finish(event.book, nowMs);
        break;
      case 'cacheFinished':
        break;
    }
  }

  #finish({ id, status }: { readonly id: string; readonly status: string }, nowMs: number): void {
    this.#done++;
    if (status === 'failed') this.#failed++;
    if (this.#running.delete(id) && (status === 'built' || status === 'failed')) this.#pace.finishOne(nowMs);
  }

  state(nowMs: number): WorkState {
    const [oldest = null] = this.#running.values();
    const left = (this.#total ?? 0) - this.#done;
    return {
      done: this.#done,
      total: this.#total,
      unit: ['book', 'books'],
      failed: this.#failed,
      doing: oldest,
      others: Math.max(0, this.#running.size - 1),
      remainingMs: left <= 0 ? null : this.#pace.remainingMs(nowMs, left),
    };
  }
}

/** What starts with an event, if anything does: after a story another is read, or the first file made. */
function doingOf(event: CompileEvent | BookStep): WorkState['doing'] {
  if (event.type === 'storyRead' || event.type === 'storyFailed') return ['read', event.story.files[0] ?? ''];
  return event.type === 'artifactStarted' ? ['making', event.fileName] : null;
}
