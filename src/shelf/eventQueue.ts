/** Events of several workers in one line, in the order in which they come. */
export class EventQueue<Event> {
  #waiting: Event[] = [];
  #isClosed = false;
  #failure: { readonly error: unknown } | null = null;
  #wakeReader: () => void = () => undefined;
  #wakeWriters: (() => void)[] = [];

  push(event: Event): void {
    this.#waiting.push(event);
    this.#wakeReader();
  }

  /** Waits until what was pushed has been taken, so that nobody gets ahead of a slow reader. */
  async drained(): Promise<void> {
    while (this.#waiting.length > 0) await new Promise<void>(resolve => void this.#wakeWriters.push(resolve));
  }

  /** Says that nothing more will come, after what has. */
  close(): void {
    this.#isClosed = true;
    this.#wakeReader();
  }

  /** Has the reader fail. */
  fail(error: unknown): void {
    this.#failure ??= { error };
    this.#wakeReader();
  }

  async *read(): AsyncGenerator<Event> {
    for (;;) {
      const events = this.#waiting;
      this.#waiting = [];
      yield* events;
      for (const wake of this.#wakeWriters.splice(0)) wake();
      if (this.#failure !== null) throw this.#failure.error;
      if (this.#waiting.length > 0) continue;
      if (this.#isClosed) return;
      await new Promise<void>(resolve => void (this.#wakeReader = resolve));
    }
  }
}
