/** Long work in steps: who runs it may do something else between two of them, or leave it there. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Runs work to its end at once. */
export function runThrough<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
