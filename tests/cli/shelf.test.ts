import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type CliRun, lastReport, useWorkplace } from './spawnCli.ts';

const place = useWorkplace();

const schemaOf = (name: string): object => JSON.parse(readFileSync(`docs/${name}`, 'utf8')) as object;
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(schemaOf('report.schema.json'), 'report.schema.json');
const isReport = ajv.compile({ $ref: 'report.schema.json' });
const isEvent = ajv.compile(schemaOf('events.schema.json'));

const fast = ['-f', 'epub', '--cover', 'none'];

const story = (title: string) => `# ${title}\n\nby Ned Hollow\n\nNobody had lit the lamp in the ${title} for years.\n`;

interface Event {
  readonly type: string;
  readonly id?: string;
  readonly [key: string]: unknown;
}

/** The lines that a run printed, each checked against the schema. */
function eventsOf({ stdout }: CliRun): readonly Event[] {
  return stdout.trimEnd().split('\n').map(line => {
    const event = JSON.parse(line) as Event;
    expect(isEvent(event), `${line.slice(0, 300)}\n${JSON.stringify(isEvent.errors)}`).toBe(true);
    return event;
  }); // prettier-ignore
}

function shelfOf(count: number, more: Readonly<Record<string, string>> = {}): void {
  const stories = Array.from({ length: count }, (_, index) => [`all/${index + 10}.md`, story(`House ${index + 10}`)]);
  place.write({ ...Object.fromEntries(stories), 'fascicle.yaml': 'books: [all]\n', ...more });
}

describe('a shelf', () => {
  it('is told in a table, its totals and, on stdout, the paths of its files', () => {
    shelfOf(2, { 'all/empty.md': '', 'all/moth.md': `${story('Moth')}\n![A moth](moth.png)\n` });
    const run = place.run(['build', ...fast]);
    expect(run.status).toBe(1);
    expect(run.stdout.split('\n').filter(line => line !== '')).toHaveLength(3);
    expect(run.stderr).toMatch(/^error: all\/empty\.md has no text in it\./);
    expect(run.stderr).toMatch(/\nBook +Status +Files +Words +Warnings\n/);
    expect(run.stderr).toMatch(/\nall\/10\.md +built +epub \d+ kB +\d+\n/);
    expect(run.stderr).toMatch(/\nall\/empty\.md +failed\n/);
    expect(run.stderr).toMatch(/\nall\/moth\.md +built +epub \d+ kB +\d+ +1\n/);
    expect(run.stderr).toMatch(/\n4 books: 3 built, 1 failed; 3 files, \d+ kB, \d+ words; 1 warning; [\d.]+ s\.\n$/);
    expect(run.stderr).not.toContain('\u001b');
  });

  it('of many books shows what is wrong, and all of it with --verbose', () => {
    shelfOf(34, { 'all/empty.md': '' });
    const lines = place.run(['build', ...fast]).stderr.split('\n');
    expect(lines.filter(line => line.startsWith('all/'))).toEqual([expect.stringMatching(/^all\/empty\.md +failed$/)]);
    const all = place.run(['build', '--verbose', ...fast]).stderr.split('\n');
    expect(all.filter(line => line.startsWith('all/'))).toHaveLength(35);
  });

  it('says with --quiet no more than what failed, and has colours where they are asked for', () => {
    shelfOf(1, { 'all/empty.md': '' });
    const quiet = place.run(['build', '-q', ...fast]);
    expect(quiet).toEqual({ status: 1, stdout: '', stderr: 'error: all/empty.md has no text in it. [source/empty-file]\n  hint: Remove it or fill it.\n' }); // prettier-ignore
    expect(place.run(['build', ...fast], { FORCE_COLOR: '1' }).stderr).toContain('\u001b[31mall/empty.md');
  });

  it('fails on a warning of one book with --strict', () => {
    shelfOf(1, { 'all/moth.md': `${story('Moth')}\n![A moth](moth.png)\n` });
    expect(place.run(['build', ...fast]).status).toBe(0);
    const run = place.run(['build', '--strict', '--json', ...fast]);
    expect(run.status).toBe(1);
    expect(lastReport(run)).toMatchObject({ ok: false, totals: { books: 2, failed: 1, warnings: 1 } });
  });

  it('is told to scripts line by line, the report last, which --report keeps', () => {
    shelfOf(2, { 'all/empty.md': '' });
    const run = place.run(['build', '--json', '--report', 'logs/report.json', ...fast]);
    expect(run).toMatchObject({ status: 1, stderr: '' });
    const events = eventsOf(run);
    expect([events[0]?.type, events.at(-1)?.type]).toEqual(['shelfPlanned', 'report']);
    const typesOf = (book: string) => events.filter(event => event.id === book || (event.book as { id?: string } | undefined)?.id === book).map(({ type }) => type); // prettier-ignore
    for (const book of ['all/10.md', 'all/11.md']) {
      expect(typesOf(book)).toEqual(['bookStarted', 'storyRead', 'planned', 'fileStarted', 'fileWritten', 'bookFinished']); // prettier-ignore
    }
    expect(typesOf('all/empty.md')).toEqual(['bookStarted', 'storyFailed', 'planned', 'bookFinished']);
    const report = lastReport(run);
    expect(report).toMatchObject({ schema: 'fascicle/shelf@1', ok: false, totals: { books: 3, built: 2, failed: 1, files: 2 } }); // prettier-ignore
    expect(JSON.parse(readFileSync(join(place.folder(), 'logs/report.json'), 'utf8'))).toEqual(report);
    place.run(['build', '--report', 'logs/again.json', ...fast]);
    const booksOf = (name: string) => (JSON.parse(readFileSync(join(place.folder(), 'logs', name), 'utf8')) as { books: object[] }).books.map(book => ({ ...book, status: undefined })); // prettier-ignore
    expect(booksOf('again.json')).toEqual(booksOf('report.json'));
  });

  it('that cannot be built is told as a report, too', () => {
    place.write({ 'fascicle.yaml': 'books: []\n' });
    const run = place.run(['build', '--json', '--report', 'report.json']);
    expect(run).toMatchObject({ status: 2, stderr: '' });
    expect(eventsOf(run)).toMatchObject([{ type: 'report', report: { schema: 'fascicle/shelf@1', ok: false, books: [], diagnostics: [{ code: 'config/invalid' }] } }]); // prettier-ignore
    expect(isReport(JSON.parse(readFileSync(join(place.folder(), 'report.json'), 'utf8')))).toBe(true);
  });
});

describe('what a single build tells scripts', () => {
  it.each([
    ['an EPUB and a PDF', ['build', 'lamp.md', '--cover', 'none']],
    ['sheets', ['build', 'lamp.md', '-f', 'booklet', '--cover', 'none', '--fold-preview']],
    ['a book with the cover around it', ['build', 'lamp.md', '-f', 'kdp']],
    ['what failed', ['build', 'lamp.md', 'empty.md', 'gone.md', ...fast]],
    ['doubts', ['build', 'doubt.txt', '--strict', ...fast]],
    ['covers', ['cover', 'lamp.md']],
  ])('of %s is as its schema says', (_, args) => {
    place.write({ 'lamp.md': `${story('Lamp')}\n![A moth](moth.png)\n`, 'empty.md': '', 'doubt.txt': 'THE LAMP\n\nSmoke\n\nA/N: I own nothing, please review!\n\nShe sat.\n\n* * *\n\nHe stood.\n' }); // prettier-ignore
    const run = place.run([...args, '--json']);
    const events = eventsOf(run);
    expect(run.stderr).toBe('');
    expect(events.at(-1)).toMatchObject({ type: 'report', report: { schema: 'fascicle/report@1' } });
    expect(events.filter(({ type }) => type === 'fileWritten').map(({ file }) => file)).toEqual((lastReport(run) as { files: unknown }).files); // prettier-ignore
  }, 60_000); // prettier-ignore

  it.each([
    ['an unknown option', ['build', 'lamp.md', '--fromat', 'epub', '--json']],
    ['a file of corrections', ['build', 'lamp.fascicle.yaml', '--json']],
    ['a cover of no style that there is', ['cover', 'lamp.md', '--all', '--style', 'type', '--json']],
    ['a story in the place of the report', ['build', 'lamp.md', '--report', 'lamp.md', '--json']],
  ])('of %s is a report', (_, args) => {
    place.write({ 'lamp.md': story('Lamp') });
    const run = place.run(args);
    expect(run).toMatchObject({ status: 2, stderr: '' });
    expect(eventsOf(run)).toMatchObject([{ type: 'report', report: { ok: false, diagnostics: [{ code: 'config/usage' }] } }]); // prettier-ignore
    expect(readFileSync(join(place.folder(), 'lamp.md'), 'utf8')).toBe(story('Lamp'));
  });

  it('has a schema that refuses what is none', () => {
    expect(isEvent({ type: 'fileWritten', file: {} })).toBe(false);
    expect(isEvent({ type: 'report', report: { schema: 'fascicle/report@2' } })).toBe(false);
    expect(isReport({ schema: 'fascicle/shelf@1', ok: true })).toBe(false);
  });
});

describe('fascicle report', () => {
  it('joins what shards were built as, from files and from logs, and shows it', () => {
    shelfOf(2, { 'all/empty.md': '' });
    const { stdout } = place.run(['build', '--json', ...fast]);
    place.write({ 'one.log': stdout, 'cut.log': stdout.slice(0, stdout.length / 3) });
    const merged = place.run(['report', 'merge', 'one.log', '-o', 'whole.json']);
    expect(merged).toMatchObject({ status: 1, stdout: '' });
    expect(merged.stderr).toContain('3 books: 2 built, 1 failed;');
    const shown = place.run(['report', 'show', 'whole.json']);
    expect(shown).toEqual({ status: 1, stdout: '', stderr: merged.stderr });
    const piped = place.run(['report', 'merge', 'whole.json', '-q']);
    expect(isReport(JSON.parse(piped.stdout))).toBe(true);
    expect(piped.stdout).toBe(readFileSync(join(place.folder(), 'whole.json'), 'utf8'));
  });

  it.each([
    [['merge', 'gone.json'], 'error: gone.json cannot be used: there is no such file.'],
    [['merge', 'cut.log'], 'error: cut.log cannot be used: it holds no report; a build may have been interrupted.'],
    [['show', 'cut.log', '-o', 'x.json'], 'error: --out is for "fascicle report merge"; nothing is written here.'],
    [['merge', 'cut.log', '-o', 'lamp.md'], 'error: lamp.md is no report, and --report would overwrite it.'],
    [['join', 'cut.log'], 'error: --action is "join"; it may be "merge", "show".'],
    [['merge'], 'error: "fascicle report" needs a file.'],
  ])('%j is one sentence and a hint', (args, message) => {
    place.write({ 'cut.log': '{"type":"shelfPlanned","books":2}\n{"type":"bookSt', 'lamp.md': story('Lamp') });
    const run = place.run(['report', ...args]);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr.split('\n')[0]).toBe(message);
    expect(run.stderr).toMatch(/\n {2}hint: .+\n$/);
  });
});
