/**
 * Says how long the rest of some work takes, by how long the last of it took. What takes no time, such as a book that is
 * found unchanged, is no measure of what does.
 */
export class Pace {
  readonly #startMs: number;
  /** When the last piece before those below was done. */
  #fromMs: number;
  #finishedMs: number[] = [];
  #shownEndMs: number | null = null;

  constructor(startMs: number) {
    this.#startMs = startMs;
    this.#fromMs = startMs;
  }

  /** Notes that a piece of work is done. */
  finishOne(nowMs: number): void {
    this.#finishedMs.push(nowMs);
  }

  /** The time that so many pieces more will take, in milliseconds; `null` until it can be known. */
  remainingMs(nowMs: number, left: number): number | null {
    const estimate = this.#estimateMs(nowMs, left);
    if (estimate === null) return null;
    const end = nowMs + estimate;
    const shown = this.#shownEndMs;
    const isNear = shown !== null && Math.abs(end - shown) <= Math.max(minDriftMs, driftShare * estimate);
    if (!isNear) this.#shownEndMs = end;
    return Math.max(0, (isNear ? shown : end) - nowMs);
  }

  /** By the later half of the time so far, which forgets a slow start and is longer the longer the work takes. */
  #estimateMs(nowMs: number, left: number): number | null {
    const elapsed = nowMs - this.#startMs;
    const since = this.#startMs + elapsed / 2;
    this.#fromMs = this.#finishedMs.findLast(time => time < since) ?? this.#fromMs;
    this.#finishedMs = this.#finishedMs.filter(time => time >= since);
    const [done, last] = [this.#finishedMs.length, this.#finishedMs.at(-1)];
    if (elapsed < minElapsedMs || done < minFinished || last === undefined) return null;
    // A piece that takes longer than the others is one, too, long before it is done.
    return left * Math.max((last - this.#fromMs) / done, (nowMs - this.#fromMs) / (done + 1));
  }
}

/** Sooner than this nothing is said: the first books wait for what the program loads. */
const minElapsedMs = 3000;

/** Fewer pieces than this are no measure. */
const minFinished = 3;

/** The end that was told stays until a newer estimate is so far from it, as a share of the rest: else it jumps at every book. */
const driftShare = 0.2;
const minDriftMs = 3000;

/** `about 3 min left`, coarser the longer it is. */
export function describeRemaining(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds <= 5) return 'a few s left';
  if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} s left`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `about ${minutes} min left`;
  const hours = Math.round(minutes / 30) / 2;
  return `about ${hours} h left`;
}
