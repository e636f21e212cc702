import { spawn } from 'node:child_process';

/** What shows long texts, unless `PAGER` names another: it ends at once when all fits on the screen, and leaves it there. */
const defaultPager = 'less -RFX';

/**
 * Shows a text a page at a time where a person reads it on a terminal; writes it plainly otherwise, and where there is no
 * pager.
 */
export async function showPaged(text: string, isPaged: boolean): Promise<void> {
  const pager = (process.env.PAGER ?? defaultPager).trim();
  const isPlain = !isPaged || !process.stdout.isTTY || process.env.TERM === 'dumb' || pager === '' || pager === 'cat';
  if (isPlain || !(await runPager(pager, text))) process.stdout.write(text);
}

/** The exit code of a shell that finds no such command. */
const commandNotFound = 127;

/** Whether the pager could be started; how its reader leaves it is the reader's affair. */
function runPager(pager: string, text: string): Promise<boolean> {
  return new Promise(done => {
    const child = spawn(pager, {
      shell: true,
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...process.env, LESS: process.env.LESS ?? 'RFX' },
    });
    // An interrupt is the pager's to take while it runs.
    const ignore = () => undefined;
    const others = process.listeners('SIGINT');
    process.removeAllListeners('SIGINT').on('SIGINT', ignore);
    const finish = (wasShown: boolean) => {
      process.off('SIGINT', ignore);
      for (const other of others) process.on('SIGINT', other);
      done(wasShown);
    };
    child.once('error', () => {
      finish(false);
    });
    child.once('close', code => {
      finish(code !== commandNotFound);
    });
    // A reader that leaves early closes the pipe.
    child.stdin.on('error', ignore);
    child.stdin.end(text);
  });
}
