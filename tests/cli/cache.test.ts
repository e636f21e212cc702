import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digestsBelow } from '../shelf/builtShelf.ts';
import { type CliRun, lastReport, useWorkplace } from './spawnCli.ts';

const place = useWorkplace();
const fast = ['-f', 'epub', '--cover', 'none'];

function shelf(): void {
  const story = (name: string) => `${name}\n\nby Ned Hollow\n\n${name} was lit before anybody thought of asking.\n`;
  place.write({ 'fascicle.yaml': 'books: ["*.txt"]\n', 'lamp.txt': story('The lamp'), 'wick.txt': story('The wick') });
}

function statusesOf(run: CliRun): string[] {
  return (lastReport(run) as { books: readonly { status: string }[] }).books.map(({ status }) => status);
}

const build = (args: readonly string[] = [], environment?: Readonly<Record<string, string>>) =>
  place.run(['build', '--json', ...fast, ...args], environment);

interface CacheView {
  readonly folder: string;
  readonly entries: number;
  readonly bytes: number;
}

const look = (...args: readonly string[]): CacheView =>
  JSON.parse(place.run(['cache', ...args, '--json']).stdout) as CacheView;

describe('what is kept for later builds', () => {
  it('is in the folder that is typed, else in that of the environment, else in that of the shelf', () => {
    shelf();
    expect(statusesOf(build(['--cache', 'mine']))).toEqual(['built', 'built']);
    expect(readdirSync(join(place.folder(), 'mine'))).toContain('CACHEDIR.TAG');
    expect(statusesOf(build(['--cache', 'mine']))).toEqual(['unchanged', 'unchanged']);
    expect(statusesOf(build())).toEqual(['built', 'built']);
    expect(existsSync(`${place.folder()}-cache`)).toBe(true);
    rmSync(join(place.folder(), 'out/lamp.epub'));
    expect(statusesOf(build())).toEqual(['restored', 'unchanged']);
    place.write({ 'fascicle.yaml': 'books: ["*.txt"]\ncache: ours\n' });
    expect(statusesOf(build())).toEqual(['built', 'built']);
    expect(existsSync(join(place.folder(), 'ours'))).toBe(true);
  });

  it('is nothing with --no-cache, FASCICLE_CACHE=off and "cache: false", and the books are the same', () => {
    shelf();
    expect(statusesOf(build())).toEqual(['built', 'built']);
    const kept = digestsBelow(join(place.folder(), 'out'));
    rmSync(`${place.folder()}-cache`, { recursive: true });
    expect(statusesOf(build(['--no-cache']))).toEqual(['built', 'built']);
    expect(statusesOf(build([], { FASCICLE_CACHE: 'off' }))).toEqual(['built', 'built']);
    place.write({ 'fascicle.yaml': 'books: ["*.txt"]\ncache: false\n' });
    expect(statusesOf(build())).toEqual(['built', 'built']);
    expect(digestsBelow(join(place.folder(), 'out'))).toEqual(kept);
    expect(existsSync(`${place.folder()}-cache`)).toBe(false);
  });

  it('is told by "fascicle cache info", and removed by "fascicle cache clean", with nothing else that is there', () => {
    shelf();
    build(['--cache', 'mine']);
    writeFileSync(join(place.folder(), 'mine', 'my notes.txt'), 'mine');
    const held = look('info', '--cache', 'mine');
    expect(held).toEqual({ schema: 'fascicle/cache@1', folder: join(place.folder(), 'mine'), entries: expect.any(Number) as number, bytes: expect.any(Number) as number, limitBytes: 2e9, isRemoved: false }); // prettier-ignore
    expect(held.entries).toBeGreaterThan(4);
    expect(place.run(['cache', 'info', '--cache', 'mine', '--cache-size', '5GB'])).toEqual({ status: 0, stderr: '', stdout: expect.stringMatching(/^Folder: {2}\S+\/mine\nEntries: \d+\nSize: {4}[\d.]+ kB\nLimit: {3}5 GB\n$/) as string }); // prettier-ignore
    expect(look('clean', '--cache', 'mine')).toEqual({ ...held, isRemoved: true });
    expect(readdirSync(join(place.folder(), 'mine'))).toEqual(['my notes.txt']);
    expect(look('info', '--cache', 'mine')).toMatchObject({ entries: 0, bytes: 0 });
    expect(look('clean', '--cache', 'nowhere')).toMatchObject({ entries: 0, isRemoved: true });
    expect(existsSync(join(place.folder(), 'nowhere'))).toBe(false);
    expect(statusesOf(build(['--cache', 'mine']))).toEqual(['built', 'built']);
  });

  it('costs no build where it cannot be: one warning, and the books are whole', () => {
    shelf();
    const before = readFileSync(join(place.folder(), 'wick.txt'), 'utf8');
    for (const folder of ['wick.txt', 'wick.txt/deep', '/proc/nowhere']) {
      const run = place.run(['build', ...fast, '--cache', folder, '-o', 'plain']);
      expect(run).toMatchObject({ status: 0, stdout: 'plain/lamp.epub\nplain/wick.epub\n' });
      expect(run.stderr.match(/warning: Nothing more was kept for later builds in .* \[cache\/not-kept\]/g)).toHaveLength(1); // prettier-ignore
      rmSync(join(place.folder(), 'plain'), { recursive: true });
    }
    expect(readFileSync(join(place.folder(), 'wick.txt'), 'utf8')).toBe(before);
  });

  it.each([
    [['build', '--cache-size', 'huge'], 'The cache’s size is "huge"; a size such as 2 GB was expected.'],
    [['cache', 'prune'], '--action is "prune"; it may be "info", "clean".'],
    [['cache', 'info', '--no-cache'], 'No folder is named: nothing is kept for later builds.'],
    [['cache', 'info', '--no-cache-size'], 'There is no option "--no-cache-size".'],
  ])('%j is one sentence and a hint', (args, message) => {
    shelf();
    const run = place.run(args);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(/\n {2}hint: .+\n$/);
    expect(run.stderr.split('\n')[0]).toBe(`error: ${message}`);
  });
});
