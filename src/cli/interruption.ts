import { exitCodes } from './exitCodes.ts';

/** The signals that ask a program to end, and what it says then. */
const endings = { SIGINT: exitCodes.interrupted, SIGTERM: exitCodes.terminated } as const;
const signals = ['SIGINT', 'SIGTERM'] as const;

/** A key that is pressed once can come twice, through the terminal and through npm. */
const onePressMs = 100;

/**
 * Does work that stops after the current files when it is interrupted, and at once when it is so again; returns its exit
 * code, or the one of the interruption.
 * @param beforeSaying clears what would stand in the way of what is said on stderr
 * @param isIdle whether no file is being made, so that there is nothing to say
 */
export async function finishingFiles(
  { isQuiet, beforeSaying, isIdle }: { readonly isQuiet: boolean; readonly beforeSaying?: () => void; readonly isIdle?: () => boolean }, // prettier-ignore
  run: (stop: AbortSignal) => Promise<number>,
): Promise<number> {
  const stop = new AbortController();
  const asked: { readonly exitCode: number; readonly atMs: number }[] = [];
  const interrupt = (signal: (typeof signals)[number]): void => {
    const [first] = asked;
    if (first !== undefined) {
      if (performance.now() - first.atMs > onePressMs) process.exit(endings[signal]);
      return;
    }
    asked.push({ exitCode: endings[signal], atMs: performance.now() });
    beforeSaying?.();
    if (!isQuiet && isIdle?.() !== true)
      process.stderr.write('Finishing the current files; interrupt again to leave at once.\n');
    stop.abort();
  };
  const others = signals.map(signal => ({ signal, listeners: process.listeners(signal) }));
  for (const signal of signals) process.removeAllListeners(signal).on(signal, interrupt);
  try {
    const code = await run(stop.signal);
    return asked[0]?.exitCode ?? code;
  } finally {
    for (const { signal, listeners } of others) {
      process.off(signal, interrupt);
      for (const listener of listeners) process.on(signal, listener);
    }
  }
}
