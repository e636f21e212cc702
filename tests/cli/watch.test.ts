import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync,
} from 'node:fs'; // prettier-ignore
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/openArchive.ts';
import { readEntry } from '../../src/archive/readEntry.ts';
import { program, useWorkplace } from './spawnCli.ts';

const { folder, run, write } = useWorkplace();

const schemaOf = (name: string): object => JSON.parse(readFileSync(`docs/${name}`, 'utf8')) as object;
const ajv = new Ajv2020({ strict: false });
ajv.addSchema(schemaOf('report.schema.json'), 'report.schema.json');
const isEvent = ajv.compile(schemaOf('events.schema.json'));

const story = (title: string, words = 'The lamp was lit.') => `${title}\n\nby Wren\n\n${words}\n`;
const plain = ['-f', 'epub', '--cover', 'none', '--watch'];

/** Longer than a build of a few words takes on a busy machine, and chokidar needs to begin. */
const patienceMs = 20_000;

interface Watch {
  readonly child: ChildProcess;
  /** All that was said so far. */
  readonly said: () => string;
  /** Waits until something is said that was not said before the last wait ended. */
  readonly hears: (words: RegExp) => Promise<string>;
  /** Waits for so many milliseconds and returns what was said in them. */
  readonly silence: (ms: number) => Promise<string>;
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

const sleep = (ms: number) => new Promise<void>(done => void setTimeout(done, ms));

/** Starts a build that watches, and waits until it does. */
async function watching(args: readonly string[], first = /Watching/): Promise<Watch> {
  const child = spawn(process.execPath, [program, 'build', ...args], { cwd: folder(), stdio: ['ignore', 'pipe', 'pipe'] }); // prettier-ignore
  running.push(child);
  let text = '';
  let heard = 0;
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
  const hears = async (words: RegExp): Promise<string> => {
    for (const start = performance.now(); performance.now() - start < patienceMs;) {
      await sleep(5);
      const found = words.exec(text.slice(heard));
      if (found === null) continue;
      const part = text.slice(heard, heard + found.index + found[0].length);
      heard += found.index + found[0].length;
      return part;
    }
    throw new Error(`${String(words)} was not said, but: ${text.slice(heard)}`);
  };
  const silence = async (ms: number) => {
    const from = text.length;
    await sleep(ms);
    return text.slice(from);
  };
  const end = (signal: NodeJS.Signals) =>
    new Promise<number | null>(done => {
      child.once('exit', code => {
        done(code);
      });
      child.kill(signal);
    });
  await hears(first);
  return { child, said: () => text, hears, silence, end };
}

/** All text in an EPUB. */
function wordsOf(name: string): string {
  const epub = openArchive(readFileSync(join(folder(), 'out', name)));
  const pages = epub.entries.filter(({ path }) => path.endsWith('.xhtml'));
  return pages.map(page => new TextDecoder().decode(readEntry(epub, page))).join('\n');
}

const made = /: \d+ files? in \d+ ms.*\n/;

describe('build --watch of one story', () => {
  it('builds, waits, builds again when the story is written, and ends at Ctrl-C with 130', async () => {
    write({ 'smoke.txt': story('Smoke') });
    const watch = await watching(['smoke.txt', ...plain]);
    expect(watch.said()).toContain(`${join('out', 'smoke.epub')}\nsmoke.txt: 1 file in`);
    expect(watch.said()).toMatch(/Watching \d+ files of 1 book; Ctrl-C ends/);
    write({ 'smoke.txt': story('Ashes') });
    expect(await watch.hears(made)).toMatch(/ashes\.epub\nsmoke\.txt: 1 file in \d+ ms \(smoke\.txt changed\)\n$/);
    expect(await watch.silence(500)).toBe('');
    expect(await watch.end('SIGINT')).toBe(130);
    expect(readdirSync(join(folder(), 'out')).sort()).toEqual(['ashes.epub', 'smoke.epub']);
  });

  it('has replaced the file within 300 ms of the last write', async () => {
    write({ 'smoke.txt': story('Smoke') });
    const watch = await watching(['smoke.txt', ...plain]);
    const path = join(folder(), 'out', 'smoke.epub');
    const times: number[] = [];
    for (let round = 0; round < 7; round++) {
      const before = statSync(path).ino;
      const start = performance.now();
      write({ 'smoke.txt': story('Smoke', `Lamp ${round} was lit.`) });
      while (statSync(path, { throwIfNoEntry: false })?.ino === before) await sleep(2);
      times.push(performance.now() - start);
      await watch.hears(made);
      await sleep(120);
    }
    // The best of several: others work on this machine.
    expect(Math.min(...times)).toBeLessThan(300);
  });

  it('waits until a file that is written in pieces is whole', async () => {
    write({ 'smoke.txt': story('Smoke') });
    const watch = await watching(['smoke.txt', ...plain]);
    const path = join(folder(), 'smoke.txt');
    writeFileSync(path, 'Pieces\n\nby Wren\n');
    for (let piece = 0; piece < 20; piece++) {
      await sleep(20);
      appendFileSync(path, `\nPiece ${piece}.\n`);
    }
    await watch.hears(made);
    await sleep(500);
    // Not one build for each piece; more than one where a busy machine kept us from writing for a while.
    expect(watch.said().match(/pieces\.epub\n/g)?.length).toBeLessThanOrEqual(4);
    expect(wordsOf('pieces.epub')).toContain('Piece 19.');
  });

  const savings: readonly (readonly [string, (path: string, text: string) => void])[] = [
    ['truncates and writes', (path, text) => { writeFileSync(path, ''); writeFileSync(path, text); }],
    ['writes another file and renames it', (path, text) => { writeFileSync(`${path}.tmp`, text); renameSync(`${path}.tmp`, path); }],
    ['moves the old file away first', (path, text) => { renameSync(path, `${path}~`); writeFileSync(path, text); unlinkSync(`${path}~`); }],
    ['deletes and makes it', (path, text) => { unlinkSync(path); writeFileSync(path, text); }],
  ]; // prettier-ignore

  it.each(savings)('sees what an editor saves that %s, each time', async (_, save) => {
    write({ 'smoke.txt': story('Smoke') });
    const watch = await watching(['smoke.txt', ...plain]);
    for (const title of ['One', 'Two', 'Three']) {
      save(join(folder(), 'smoke.txt'), story(title));
      expect(await watch.hears(made)).toContain(`${title.toLowerCase()}.epub`);
    }
    expect(await watch.silence(300)).toBe('');
  });

  it('prints what is wrong and waits; a file that is gone is built when it is back', async () => {
    write({ 'smoke.txt': story('Smoke') });
    const watch = await watching(['smoke.txt', ...plain]);
    unlinkSync(join(folder(), 'smoke.txt'));
    expect(await watch.hears(/error:.*\n/)).toContain('smoke.txt');
    await sleep(300);
    write({ 'smoke.txt': story('Back') });
    expect(await watch.hears(made)).toContain('back.epub');
    write({ 'smoke.txt': '' });
    expect(await watch.hears(made)).toMatch(/error:.*empty[^]*0 files in \d+ ms, not all/);
    write({ 'smoke.txt': story('Again') });
    expect(await watch.hears(made)).toContain('again.epub');
  });

  it('sees corrections that come beside the story, change and go', async () => {
    write({ 'smoke.txt': story('Smoke') });
    const watch = await watching(['smoke.txt', ...plain]);
    write({ 'smoke.fascicle.yaml': 'title: Corrected\n' });
    expect(await watch.hears(made)).toMatch(/corrected\.epub\n.*\(smoke\.fascicle\.yaml changed\)/);
    write({ 'smoke.fascicle.yaml': 'title: Amended\n' });
    expect(await watch.hears(made)).toContain('amended.epub');
    unlinkSync(join(folder(), 'smoke.fascicle.yaml'));
    expect(await watch.hears(made)).toContain('smoke.epub');
  });

  it('does nothing for what is no part of the book, or is written as it was', async () => {
    write({ 'smoke.txt': story('Smoke'), 'other.txt': story('Other') });
    const watch = await watching(['smoke.txt', ...plain]);
    write({ 'other.txt': story('Elsewhere'), 'new.txt': story('New'), 'smoke.txt': story('Smoke') });
    expect(await watch.silence(500)).toBe('');
  });

  it('loses no change that is made while it builds', async () => {
    const long = Array.from({ length: 4000 }, (_, index) => `Sentence number ${index} stood there and was quiet.`).join('\n\n'); // prettier-ignore
    write({ 'smoke.txt': story('Smoke', long) });
    const watch = await watching(['smoke.txt', '-f', 'pdf', '--cover', 'none', '--watch']);
    write({ 'smoke.txt': story('First', long) });
    await sleep(150);
    write({ 'smoke.txt': story('Second', long) });
    await watch.hears(/second\.pdf/);
    expect(existsSync(join(folder(), 'out', 'second.pdf'))).toBe(true);
  });
});

describe('build --watch of several', () => {
  it('takes stories that come into a folder, and leaves out those that go; its own books are none', async () => {
    write({ 'saved/a.txt': story('Ash') });
    const watch = await watching(['saved', '-o', 'saved', '--bind', 'separate', ...plain]);
    write({ 'saved/b.txt': story('Birch') });
    expect(await watch.hears(made)).toContain('birch.epub');
    rmSync(join(folder(), 'saved/a.txt'));
    expect(await watch.hears(made)).not.toContain(join('saved', 'ash.epub\n'));
    expect(await watch.silence(500)).toBe('');
  });

  it('takes stories that come into folders that a pattern names', async () => {
    write({ 'saved/a/1.txt': story('Ash') });
    const watch = await watching(['saved/**/*.txt', '--title', 'All', ...plain]);
    mkdirSync(join(folder(), 'saved/b'));
    await sleep(100);
    write({ 'saved/b/2.txt': story('Birch') });
    expect(await watch.hears(made)).toContain('all.epub');
  });

  it('follows a book.yaml, its pages and its theme, and outlives mistakes in it', async () => {
    const theme = 'name: mine\nextends: plain\n';
    write({ 'book.yaml': 'title: One\nstories: [a.txt]\ntheme: mine\nfrontMatter: { dedication: d.md }\n', 'a.txt': story('Ash'), 'd.md': 'For Nell.\n', 'mine/theme.yaml': theme }); // prettier-ignore
    const watch = await watching(plain);
    write({ 'd.md': 'For Ned.\n' });
    expect(await watch.hears(made)).toContain('(d.md changed)');
    write({ 'mine/theme.yaml': `${theme}cover: { style: deco }\n` });
    expect(await watch.hears(made)).toContain(`(${join('mine', 'theme.yaml')} changed)`);
    write({ 'book.yaml': 'titel: Two\nstories: [a.txt]\n' });
    expect(await watch.hears(/error:[^]*"titel" is not a known key/)).not.toMatch(made);
    write({ 'book.yaml': 'title: Two\nstories: [a.txt]\n' });
    expect(await watch.hears(made)).toContain('two.epub');
  });

  it('builds of a shelf what a change touches, and no other book', async () => {
    write({ 'fascicle.yaml': 'books: ["*.txt"]\n', 'a.txt': story('Ash'), 'b.txt': story('Birch') });
    const watch = await watching(plain);
    expect(watch.said()).toMatch(/a\.txt: 1 file[^]*b\.txt: 1 file/);
    write({ 'b.txt': story('Birch', 'It rained.') });
    expect(await watch.hears(made)).not.toContain('a.txt');
    write({ 'c.txt': story('Cedar') });
    expect(await watch.hears(made)).toMatch(/c\.txt: 1 file/);
    expect(await watch.silence(500)).toBe('');
  });

  it('writes where the shelf says, and takes what was kept', async () => {
    write({
      'fascicle.yaml': 'books: ["*.txt"]\nout: made\ncache: kept\n',
      'a.txt': story('Ash'),
      'b.txt': story('Birch'),
    });
    const json = [...plain, '--json'];
    const idle = /"waiting".*\n/;
    const statuses = (text: string) => [...text.matchAll(/"bookFinished","book":\{"id":"([^"]+)","status":"(\w+)"/g)].map(([, id, status]) => `${id ?? ''} ${status ?? ''}`); // prettier-ignore
    const first = await watching(json, idle);
    expect(statuses(first.said())).toEqual(['a.txt built', 'b.txt built']);
    expect(readdirSync(join(folder(), 'made')).sort()).toEqual(['a.epub', 'b.epub']);
    expect(existsSync(join(folder(), 'out'))).toBe(false);
    expect(await first.silence(300)).toBe('');
    expect(await first.end('SIGINT')).toBe(130);
    const second = await watching(json, idle);
    expect(statuses(second.said())).toEqual(['a.txt unchanged', 'b.txt unchanged']);
    write({ 'b.txt': story('Birch', 'It rained.') });
    expect(statuses(await second.hears(idle))).toEqual(['b.txt built']);
    write({ 'b.txt': story('Birch') });
    expect(statuses(await second.hears(idle))).toEqual(['b.txt restored']);
  });

  it('finishes at Ctrl-C the file that it is making, begins no other, and exits with 130', async () => {
    const long = Array.from({ length: 4000 }, (_, index) => `Sentence number ${index} stood there and was quiet.`).join('\n\n'); // prettier-ignore
    write({ 'a.txt': story('Ash', long), 'b.txt': story('Birch', long), 'fascicle.yaml': 'books: ["*.txt"]\n' });
    const watch = await watching(['-f', 'pdf', '--cover', 'none', '--watch', '--json'], /"fileStarted".*\n/);
    expect(await watch.end('SIGINT')).toBe(130);
    expect(readdirSync(join(folder(), 'out'))).toEqual(['a.pdf']);
    expect(readFileSync(join(folder(), 'out/a.pdf'), 'latin1').trimEnd()).toMatch(/%%EOF$/);
    expect(watch.said()).not.toContain('b.txt');
  });

  it.each([['--dry-run'], ['--changed'], ['--report', 'r.json']])('is refused with %s', (...option) => {
    write({ 'fascicle.yaml': 'books: ["*.txt"]\n', 'a.txt': story('Ash') });
    const { status, stderr } = run(['build', '--watch', ...option]);
    expect(status).toBe(2);
    expect(stderr).toContain(`${option[0] ?? ''} does not go with --watch`);
  });

  it('prints events as lines of JSON', async () => {
    write({ 'smoke.txt': story('Smoke') });
    const watch = await watching(['smoke.txt', '--json', ...plain], /"waiting".*\n/);
    write({ 'smoke.txt': story('Ashes') });
    await watch.hears(/"waiting".*\n/);
    const events = watch.said().trim().split('\n').map(line => JSON.parse(line) as Record<string, unknown>); // prettier-ignore
    expect(events.map(({ type }) => type)).toEqual(['bookStarted', 'storyRead', 'planned', 'fileStarted', 'fileWritten', 'bookFinished', 'waiting', 'bookStarted', 'storyRead', 'planned', 'fileStarted', 'fileWritten', 'bookFinished', 'waiting']); // prettier-ignore
    for (const event of events) expect(isEvent(event), `${JSON.stringify(event)} ${JSON.stringify(isEvent.errors)}`).toBe(true); // prettier-ignore
    expect(events.at(-2)).toMatchObject({ changed: ['smoke.txt'], book: { id: 'smoke.txt', status: 'built' } });
  });
});
