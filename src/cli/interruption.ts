import { exitCodes } from './exitCodes.ts';

/** The signals that ask a program to end, and what it says then. */
const endings = { SIGINT: exitCodes.interrupted, SIGTERM: exitCodes.terminated } as const;
type Ending = keyof typeof endings;

/** A key that is pressed once can come twice, through the terminal and through npm. */
const onePressMs = 100;

/** What is to end well when somebody interrupts. */
interface Work {
  readonly stop: AbortController;
  readonly say: (text: string) => void;
  asked: { readonly by: Ending; readonly atMs: number } | null;
}

let work: Work | null = null;

/** Has the program end when it is asked to: at once, or where work has begun that can finish a file, when that is done. */
export function heedInterruptions(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      interrupt(signal);
    });
}

function interrupt(signal: Ending): void {
  if (work === null) process.exit(endings[signal]);
  const { asked, stop, say } = work;
  if (asked === null) {
    work.asked = { by: signal, atMs: performance.now() };
    say('Finishing the current files; interrupt again to leave at once.\n');
    stop.abort();
  } else if (performance.now() - asked.atMs > onePressMs) {
    process.exit(endings[signal]);
  }
}

/**
 * Does work that stops after the current files when it is interrupted, and returns its exit code, or the one of the
 * interruption.
 * @param beforeSaying clears what would stand in the way of what is said on stderr
 */
export async function finishingFiles(
  { isQuiet, beforeSaying }: { readonly isQuiet: boolean; readonly beforeSaying?: () => void },
  run: (stop: AbortSignal) => Promise<number>,
): Promise<number> {
  const say = (text: string) => {
    beforeSaying?.();
    if (!isQuiet) process.stderr.write(text);
  };
  const current: Work = { stop: new AbortController(), say, asked: null };
  work = current;
  try {
    const code = await run(current.stop.signal);
    return current.asked === null ? code : endings[current.asked.by];
  } finally {
    work = null;
  }
}
