import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { program } from '../cli/spawnCli.ts';

/** Writes a shelf of so many stories, each its own, and its `fascicle.yaml`. */
export function writeShelf(folder: string, stories: number, paragraphs: number): void {
  const paths = Array.from({ length: stories }, (_, index) => `tales/tale-${index + 1}.txt`);
  for (const [index, path] of paths.entries()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), tale(index + 1, paragraphs));
  }
  writeFileSync(join(folder, 'fascicle.yaml'), `books:\n${paths.map(path => `  - ${path}\n`).join('')}`);
}

function tale(number: number, paragraphs: number): string {
  const text = Array.from(
    { length: paragraphs },
    (_, at) =>
      `On the ${at + 1}th night of the ${number}th winter the ferryman counted the lamps along the river, and found ${at * number} of them lit. He wrote the number down in his book, below the others, and went to see who had put out the rest.`,
  );
  return `The ${number}th Winter\n\nby Ned Hollow\n\n${text.join('\n\n')}\n`;
}

/** A build that is under way. */
export interface RunningBuild {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  readonly output: { stdout: string; stderr: string };
}

/** Starts the built program in a folder. */
export function startBuild(folder: string, args: readonly string[]): RunningBuild {
  const child = spawn(process.execPath, [program, 'build', ...args], { cwd: folder });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(resolve => {
    child.once('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
  return { child, ended, output };
}

/** The processes that a process has started and that live, as Linux tells; those that are dead and not yet missed are none. */
export function childrenOf(pid: number | undefined): number[] {
  const path = `/proc/${pid}/task/${pid}/children`;
  const children = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  return children === '' ? [] : children.split(' ').map(Number).filter(isAlive);
}

/** Whether a process lives. */
export function isAlive(pid: number): boolean {
  try {
    // "4711 (node) Z 4700 …"
    return !/^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Waits until something is so; fails when it is not so after a time. */
export async function until<Value>(look: () => Value | null | undefined | false, timeoutMs = 20_000): Promise<Value> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error('it did not come to be in time');
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

/** The files below a folder, hidden ones too, by their paths, with a digest of their bytes. */
export function digestsBelow(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const paths = entries.map(entry => join(entry.parentPath, entry.name)).sort();
  const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return Object.fromEntries(paths.map(path => [path.slice(folder.length + 1), digest(path)]));
}
