import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { measureProcess } from './measureProcess.js';
import { measureTree } from './measureTree.js';

const root = resolve(import.meta.dirname, '..');
const program = join(root, 'dist/cli/main.js');

/** What is wanted: seconds, and megabytes where they are limited. */
const wantedForOne = { seconds: 0.4, megabytes: null };
const wantedForMany = { seconds: 15, megabytes: 300 };
const books = 100;
const turns = 3;

/**
 * Measures one cover in all its sizes, the best of three whole processes, beside it what their start takes, and the books of a hundred stories with covers for
 * shops and inside; beside it the same books without covers, so that what covers take is the difference.
 */
export async function benchCovers(work) {
  const folder = join(work, 'stories');
  mkdirSync(folder);
  const text = readFileSync(join(root, 'stories/the-lighthouse-bride.txt'), 'utf8').replace(/^.*\n/, '');
  for (let index = 0; index < books; index++) {
    writeFileSync(join(folder, `${index}.txt`), `The Lighthouse Bride ${index}\n${text}`);
  }
  const run = args => measureProcess({ command: process.execPath, args: [program, ...args, '-q'], isNode: true });
  const cover = () => run(['cover', join(folder, '0.txt'), '-o', join(work, 'one')]);
  const best = job => Array.from({ length: turns }, job).sort((one, other) => one.wallMs - other.wallMs)[0];
  const [start, one] = [() => run(['cover', '--help']), cover].map(best);
  // Nothing is kept, so that all is made; the memory is that of all processes.
  const separate = ['-f', 'epub', '--bind', 'separate', '--no-cache', '-q'];
  const build = style => measureTree(process.execPath, [program, 'build', folder, ...separate, '--cover', style, '-o', join(work, style)]); // prettier-ignore
  const bare = await build('none');
  const covered = await build('auto');
  return [
    rowOf('the start of the command, with its help', start, null),
    rowOf('one cover, all sizes, start included', one, wantedForOne),
    rowOf(`${books} books without covers`, bare, null),
    rowOf(`${books} books with covers`, covered, wantedForMany),
  ];
}

function rowOf(job, { wallMs, cpuMs, peakMb }, wanted) {
  return {
    job,
    'wall s': Math.round(wallMs) / 1000,
    'wanted s': wanted?.seconds ?? null,
    'cpu s': Math.round(cpuMs) / 1000,
    'peak MB': peakMb,
    'wanted MB': wanted?.megabytes ?? null,
  };
}
