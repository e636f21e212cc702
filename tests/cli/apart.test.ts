import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { ShelfReport } from '../../src/shelf/shelfReport.ts';
import { lastReport, useWorkplace } from './spawnCli.ts';

const place = useWorkplace();
const fast = ['-f', 'epub', '--cover', 'none'];
const apart = ['build', 'tales', '--bind', 'separate', ...fast];
const story = (title: string, words = 'Nobody had lit the lamp for years.') =>
  `# ${title}\n\nby Ned Hollow\n\n${words}\n`;

const schema: unknown = JSON.parse(readFileSync('docs/report.schema.json', 'utf8'));
const isReport = new Ajv2020({ strict: false }).compile(schema as object);

function tales(count: number): void {
  place.write(Object.fromEntries(Array.from({ length: count }, (_, index) => [`tales/${index + 10}.md`, story(`Night ${index % 7}`, `Lamp ${index} was lit.`)]))); // prettier-ignore
}

/** The names of a folder's files with their bytes. */
function filesOf(folder: string): Record<string, string> {
  const path = join(place.folder(), folder);
  return Object.fromEntries(readdirSync(path).sort().map(name => [name, readFileSync(join(path, name), 'base64')])); // prettier-ignore
}

function reportOf(name: string): ShelfReport {
  const report: unknown = JSON.parse(readFileSync(join(place.folder(), name), 'utf8'));
  expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
  return report as ShelfReport;
}

describe('stories bound apart', () => {
  it('are books of a shelf, named by their titles with distinct numbers in order, and kept', () => {
    tales(9);
    const run = place.run([...apart, '--json']);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    const report = lastReport(run) as ShelfReport;
    expect(report).toMatchObject({ schema: 'fascicle/shelf@1', ok: true, totals: { books: 9, built: 9, leftOut: 0 } });
    expect(report.books.map(({ id, files }) => [id, files[0]?.path])).toEqual(
      [0, 1, 2, 3, 4, 5, 6, '0-2', '1-2'].map((name, index) => [`${index + 10}.md`, `out/night-${name}.epub`]),
    );
    const built = filesOf('out');
    place.write({ 'tales/12.md': story('Night 2', 'Another lamp was lit.') });
    const again = place.run([...apart, '--jobs', '1', '--report', 'again.json']);
    expect(again.stderr).toMatch(/\n9 books: 1 built, 8 unchanged; 9 files, /);
    expect(reportOf('again.json').books[2]).toMatchObject({ id: '12.md', status: 'built' });
    const changed = Object.entries(filesOf('out')).filter(([name, bytes]) => built[name] !== bytes);
    expect(changed.map(([name]) => name)).toEqual(['night-2.epub']);
  });

  it('are the same books in processes of their own and in this one', () => {
    tales(9);
    expect(place.run([...apart, '--no-cache', '--jobs', '2', '-o', 'two']).status).toBe(0);
    expect(place.run([...apart, '--no-cache', '--jobs', '1', '-o', 'one']).status).toBe(0);
    expect(filesOf('two')).toEqual(filesOf('one'));
  });

  it('come from a book.yaml, too, with what it says of each', () => {
    place.write({
      'zine/book.yaml': 'title: Lamps\nbind: separate\noutput: "{author} - {title}"\neditions: [epub]\ncover: none\nstories:\n  - { file: a.md, author: M. Reed }\n  - b.md\n  - gone.md\n', // prettier-ignore
      'zine/a.md': story('A'),
      'zine/b.md': story('B'),
    });
    const run = place.run(['build', 'zine', '--report', 'report.json']);
    expect(run.status).toBe(1);
    expect(run.stdout).toBe('out/m-reed-a.epub\nout/ned-hollow-b.epub\n');
    expect(run.stderr).toContain('There is no file or folder zine/gone.md.');
    expect(reportOf('report.json').books.map(({ id, status }) => [id, status])).toEqual([
      ['gone.md', 'failed'],
      ['a.md', 'built'],
      ['b.md', 'built'],
    ]);
  });

  it('that fail cost no other', () => {
    tales(3);
    place.write({ 'tales/empty.md': '' });
    const run = place.run([...apart, 'gone', '--report', 'report.json']);
    expect(run.status).toBe(1);
    expect(Object.keys(filesOf('out'))).toEqual(['night-0.epub', 'night-1.epub', 'night-2.epub']);
    expect(reportOf('report.json').books.filter(({ ok }) => !ok).map(({ id }) => id)).toEqual(['gone', 'tales/empty.md']); // prettier-ignore
  });

  it('are never written over the story of another', () => {
    place.write({ 'a.md': story('A') });
    expect(place.run(['build', 'a.md', ...fast, '-o', '.']).status).toBe(0);
    const before = readFileSync(join(place.folder(), 'a.epub'));
    place.write({ 'c.md': story('A') });
    const run = place.run(['build', 'c.md', 'a.epub', '--bind', 'separate', ...fast, '-o', '.']);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('a.epub was not written: the book is made of the file of that name.');
    expect(readFileSync(join(place.folder(), 'a.epub'))).toEqual(before);
    expect(existsSync(join(place.folder(), 'a-2.epub'))).toBe(true);
  });

  it('are chosen by --only, --changed and --dry-run', () => {
    tales(3);
    expect(place.run([...apart, '--only', '11']).stdout).toBe('out/night-1.epub\n');
    expect(place.run([...apart, '--changed', '-n']).stderr).toBe(
      '2 books: 2 new; 1 not asked for. Nothing was written.\n',
    );
    const run = place.run([...apart, '--changed', '--report', 'report.json']);
    expect(run.stdout).toBe('out/night-0.epub\nout/night-2.epub\n');
    expect(run.stderr).toMatch(/2 books: 2 built; 2 files, .*; 1 not asked for; [\d.]+ s\.\n$/);
    expect(reportOf('report.json').totals).toMatchObject({ books: 2, leftOut: 1 });
    expect(place.run([...apart, '--changed'])).toMatchObject({ status: 0, stdout: '' });
  });

  it('built as shards are the whole, and a report that is missing is named', () => {
    tales(9);
    expect(place.run([...apart, '--no-cache', '-o', 'whole']).status).toBe(0);
    for (const shard of [1, 2, 3]) {
      const run = place.run([
        ...apart,
        '--no-cache',
        '-o',
        'parts',
        '--shard',
        `${shard}/3`,
        '--report',
        `${shard}.json`,
      ]);
      expect(run.status).toBe(0);
      expect(reportOf(`${shard}.json`)).toMatchObject({ shard: { index: shard, of: 3 } });
    }
    expect(filesOf('parts')).toEqual(filesOf('whole'));
    const merged = place.run(['report', 'merge', '1.json', '2.json', '3.json', '-o', 'all.json']);
    expect(merged.status).toBe(0);
    expect(reportOf('all.json').totals).toMatchObject({ books: 9, leftOut: 0 });
    const partial = place.run(['report', 'merge', '1.json', '3.json', '-o', 'some.json']);
    expect(partial.status).toBe(1);
    expect(partial.stderr).toContain('The report of shard 2 of 3 is missing.');
    expect(reportOf('some.json').totals.leftOut).toBe(reportOf('2.json').totals.books);
  });

  it('are told as a shelf when they cannot be built', () => {
    const run = place.run(['build', 'tales', '--bind', 'separate', '--json']);
    expect(run).toMatchObject({ status: 2, stderr: '' });
    expect(lastReport(run)).toMatchObject({ schema: 'fascicle/shelf@1', ok: false, books: [] });
  });

  it('alone can be split', () => {
    tales(2);
    const run = place.run(['build', 'tales', ...fast, '--shard', '1/2']);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('--shard is for a shelf of many books');
    expect(run.stderr).toContain('--bind separate');
  });
});
