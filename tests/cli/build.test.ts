import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/openArchive.ts';
import { lastReport, useWorkplace } from './spawnCli.ts';

const place = useWorkplace();

const lamp = 'Title: The Lamp\nAuthor: Ned Hollow\n\nThe lamp had been lit before anybody thought of asking.\n';
const wick = 'The wick was dry, and so was the humour of the man who trimmed it.\n';
/** EPUB only and without a cover, which takes a fraction of the time. */
const fast = ['-f', 'epub', '--cover', 'none'];

/** Every file below the workplace, but for the inputs. */
function outputs(folder = 'out'): string[] {
  return readdirSync(join(place.folder(), folder), { recursive: true }).map(String).sort();
}

/** A failure is told in one sentence and a hint; nothing else is said, and no stack is shown. */
function expectFailure(run: { stderr: string; status: number | null }, status: number, message: string | RegExp): void {
  expect(run.stderr).toMatch(message);
  expect(run.stderr).toMatch(/^ {2}hint: [A-Z].*\.$/m);
  expect(run.stderr).not.toMatch(/ at .*\.js:\d|bug/);
  expect(run.status).toBe(status);
}

describe('fascicle build', () => {
  it('makes an EPUB, a PDF and a cover of one story, and names them on stdout', () => {
    place.write({ 'lamp.txt': lamp });
    const run = place.run(['build', 'lamp.txt']);
    expect(run.stdout).toBe('out/the-lamp.pdf\nout/the-lamp.epub\nout/the-lamp.jpg\n');
    expect(run.stderr).toContain('1 story, 10 words; 3 files written.');
    expect(run.status).toBe(0);
    expect(outputs()).toEqual(['the-lamp.epub', 'the-lamp.jpg', 'the-lamp.pdf']);
  });

  it('takes a theme of the user’s own, and tells what in it some readers choke on', () => {
    place.write({
      'lamp.txt': lamp,
      'mine/theme.yaml': 'name: mine\nextends: classic\n',
      'mine/epub.css': 'h1 { position: relative }\n',
      'broken/theme.yaml': 'name: broken\nextends: plain\n',
      'broken/epub.css': 'h1 { margin: calc(1em) }\n',
      'book.yaml': 'stories: [lamp.txt]\ntheme: mine\n',
    });
    for (const inputs of [['lamp.txt', '--theme', 'mine'], ['book.yaml']]) {
      const run = place.run(['build', ...inputs, ...fast]);
      expect(run.status).toBe(0);
      expect(run.stderr).toContain('warning: mine/epub.css, line 1: position: relative: ');
      const epub = openArchive(readFileSync(join(place.folder(), 'out/the-lamp.epub')));
      expect(epub.entries.map(entry => entry.path)).toContain('OEBPS/ornament.svg');
    }
    const run = place.run(['build', 'lamp.txt', '--theme', 'broken', ...fast]);
    expectFailure(run, 2, /broken\/epub\.css has what some readers choke on:\n {2}line 1: calc\(\)/);
  });

  it('binds a folder, and calls the book after it', () => {
    place.write({ 'borrowed-lamps/a.txt': lamp, 'borrowed-lamps/b.txt': wick, 'borrowed-lamps/c.png': 'x' });
    const run = place.run(['build', 'borrowed-lamps', '--bind', 'both', ...fast]);
    expect(run.stdout.split('\n').sort()).toEqual(['', 'out/borrowed-lamps.epub', 'out/the-lamp.epub', expect.stringMatching(/^out\/the-wick-was-dry/)]); // prettier-ignore
    expect(run.stderr).toContain('Not read from borrowed-lamps: c.png.');
    expect(run.status).toBe(0);
  });

  it('builds the book.yaml of the folder it is in, the one that is named, and the one in the folder that is named', () => {
    place.write({
      'book.yaml': 'title: Lamps\nstories: [s/*.txt]\neditions: [epub]\ncover: none\n',
      's/a.txt': lamp,
      's/b.txt': wick,
    });
    for (const args of [['build'], ['build', 'book.yaml'], ['build', '.']]) {
      expect(place.run(args)).toMatchObject({ status: 0, stdout: 'out/lamps.epub\n' });
    }
  });

  it('takes several files as one story', () => {
    place.write({ 'ch10.txt': 'Ten.\n', 'ch2.txt': 'Two.\n' });
    const run = place.run(['build', 'ch10.txt', 'ch2.txt', '--one-story', '--title', 'Long', '--json', ...fast]);
    expect(lastReport(run)).toMatchObject({ ok: true, stories: [{ files: ['ch2.txt', 'ch10.txt'], chapters: 2 }], files: [{ path: 'out/long.epub' }] }); // prettier-ignore
  });

  it('takes several files of a book.yaml as one story, in natural order', () => {
    place.write({ 'book.yaml': 'stories: [{ files: ["ch*.txt"], title: Long }]\n', 'ch10.txt': 'Ten.\n', 'ch2.txt': 'Two.\n' }); // prettier-ignore
    const run = place.run(['build', '--json', ...fast]);
    expect(lastReport(run)).toMatchObject({ ok: true, stories: [{ files: ['ch2.txt', 'ch10.txt'], title: 'Long', chapters: 2 }], files: [{ path: 'out/long.epub' }] }); // prettier-ignore
  });

  it('takes a language by its English name', () => {
    place.write({ 'lamp.txt': lamp });
    const run = place.run(['build', 'lamp.txt', '--language', 'English', '--json', ...fast]);
    expect(lastReport(run)).toMatchObject({ ok: true, stories: [{ language: 'en' }] });
  });

  it('gives the same bytes again, whatever the time zone and the files’ dates', () => {
    place.write({ 'lamp.txt': lamp });
    place.run(['build', 'lamp.txt', ...fast, '-o', 'first'], { TZ: 'America/St_Johns' });
    utimesSync(join(place.folder(), 'lamp.txt'), 0, 0);
    place.run(['build', 'lamp.txt', ...fast, '-o', 'second'], { TZ: 'Asia/Kathmandu', LC_ALL: 'de_DE.UTF-8' });
    expect(readFileSync(join(place.folder(), 'second/the-lamp.epub')).equals(readFileSync(join(place.folder(), 'first/the-lamp.epub')))).toBe(true); // prettier-ignore
  });

  it('says nothing with --quiet but what failed', () => {
    place.write({ 'lamp.txt': lamp, 'empty.txt': '' });
    expect(place.run(['build', 'lamp.txt', '-q', ...fast])).toEqual({ status: 0, stdout: '', stderr: '' });
    const run = place.run(['build', 'lamp.txt', 'empty.txt', '-q', ...fast]);
    expect(run).toMatchObject({ status: 1, stdout: '' });
    expect(run.stderr).toBe('error: empty.txt has no text in it. [source/empty-file]\n  hint: Remove it or fill it.\n');
  });

  it('fails on a warning with --strict', () => {
    place.write({ 'image.md': 'A picture: ![lamp](lamp.png)\n' });
    expect(place.run(['build', 'image.md', ...fast]).status).toBe(0);
    const strict = place.run(['build', 'image.md', '--strict', ...fast]);
    expect(strict.status).toBe(1);
    expect(strict.stderr).toContain('1 file written; 1 warning, and --strict takes none.');
    const quiet = place.run(['build', 'image.md', '--strict', '-q', ...fast]);
    expect(quiet).toMatchObject({ status: 1, stdout: '' });
    expect(quiet.stderr).toMatch(/^warning: image\.md:1: [^\n]*\n(?: {2}hint: [^\n]*\n)?$/);
  });

  it('prints one JSON document with --json, and no word besides', () => {
    place.write({ 'lamp.txt': lamp, 'empty.txt': '' });
    const run = place.run(['build', 'lamp.txt', 'empty.txt', 'gone.txt', '--json', ...fast]);
    expect(run).toMatchObject({ status: 1, stderr: '' });
    expect(lastReport(run)).toEqual({
      schema: 'fascicle/report@1',
      ok: false,
      stories: [{ files: ['lamp.txt'], title: 'The Lamp', displayTitle: 'The Lamp', authors: ['Ned Hollow'], language: 'und', words: 10, chapters: 1, doubts: [], leftOut: [], diagnostics: [] }],
      failedStories: [
        { files: ['gone.txt'], diagnostics: [expect.objectContaining({ code: 'source/missing-path', severity: 'error' })] },
        { files: ['empty.txt'], diagnostics: [expect.objectContaining({ code: 'source/empty-file', severity: 'error' })] },
      ],
      files: [{ path: 'out/the-lamp.epub', kind: 'epub', title: 'The Lamp', stories: 1, bytes: expect.any(Number) as number, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string, pages: null, print: null, sheets: null, diagnostics: [] }],
      failedFiles: [],
      diagnostics: [],
    }); // prettier-ignore
  });

  it.each([
    ['source/missing-path', 2, ['gone.txt']],
    ['config/unknown-theme', 2, ['lamp.txt', '--theme', 'plian']],
    ['config/unknown-edition', 2, ['lamp.txt', '-f', 'epbu']],
    ['config/unknown-cover', 2, ['lamp.txt', '--cover', 'woodcat']],
    ['config/usage', 2, ['lamp.txt', '--language', 'klingonese']],
    ['config/not-found', 2, ['gone.yaml']],
    ['config/invalid-yaml', 2, ['broken.yaml']],
    ['config/invalid', 2, ['empty.yaml']],
    ['output/not-writable', 1, ['lamp.txt', '-o', 'lamp.txt']],
  ])('prints one JSON document for %s, too', (code, status, args) => {
    place.write({ 'lamp.txt': lamp, 'broken.yaml': 'title: a: b\n', 'empty.yaml': '' });
    const run = place.run(['build', ...args, '--json']);
    expect(run).toMatchObject({ status, stderr: '' });
    expect(lastReport(run)).toMatchObject({ schema: 'fascicle/report@1', ok: false, stories: [], failedStories: [], files: [], failedFiles: [], diagnostics: [{ code, severity: 'error' }] }); // prettier-ignore
    expect(readdirSync(place.folder())).not.toContain('out');
  });
});

describe('bad input', () => {
  it.each([
    ['a missing path', 'gone.txt', 2, 'error: There is no file or folder gone.txt.'],
    ['an empty folder', 'empty', 2, 'error: The folder empty holds no story: it is empty.'],
    ['an empty file', 'empty.txt', 1, 'error: empty.txt has no text in it.'],
    ['a folder named x.txt', 'x.txt', 2, 'error: The folder x.txt holds no story: it is empty.'],
    ['a binary file', 'binary.txt', 1, 'error: binary.txt is a binary file, not text.'],
    ['a PDF named as a text', 'paper.txt', 1, 'error: paper.txt is a PDF, not text.'],
    ['another format', 'story.docx', 2, 'error: story.docx is not in a format that is read.'],
    ['a pattern that matches nothing', '*.markdown', 2, 'error: The pattern *.markdown matches no file.'],
    ['no book.yaml', '', 2, 'error: There is no book.yaml in this folder.'],
  ])('%s is one sentence and a hint, and writes nothing', (_, input, status, message) => {
    mkdirSync(join(place.folder(), 'empty'));
    mkdirSync(join(place.folder(), 'x.txt'));
    place.write({
      'empty.txt': '',
      'binary.txt': Uint8Array.from([0, 1, 2, 3, 4, 5]),
      'paper.txt': '%PDF-1.4\n',
      'story.docx': 'x',
    });
    const run = place.run(['build', ...(input === '' ? [] : [input]), ...fast]);
    expectFailure(run, status, message);
    expect(run.stdout).toBe('');
    expect(readdirSync(place.folder())).not.toContain('out');
  });

  it('a folder with a story’s name among files costs no other', () => {
    place.write({ 'all/lamp.txt': lamp });
    mkdirSync(join(place.folder(), 'all/x.txt'));
    const run = place.run(['build', 'all', ...fast]);
    expectFailure(run, 1, 'x.txt is a folder; a story file was expected.');
    expect(run.stdout).toMatch(/^out\/.*\.epub\n$/);
  });

  it('one bad story costs no other, and is named', () => {
    place.write({ 'lamp.txt': lamp, 'wick.txt': wick, 'binary.txt': Uint8Array.from([0, 1, 2]) });
    const run = place.run(['build', 'lamp.txt', 'gone.txt', 'binary.txt', 'wick.txt', '--bind', 'both', ...fast]);
    expectFailure(run, 1, 'error: binary.txt is a binary file');
    expect(run.stderr).toContain('error: There is no file or folder gone.txt.');
    expect(run.stderr).toContain('3 files written; 2 failed.');
    expect(outputs()).toHaveLength(3);
  });

  it('one missing story of a book.yaml costs no other, and each is named', () => {
    place.write({ 'book.yaml': 'stories: [gone.txt, lamp.txt, lost.txt, wick.txt]\n', 'lamp.txt': lamp, 'wick.txt': wick }); // prettier-ignore
    const run = place.run(['build', ...fast]);
    expectFailure(run, 1, 'error: There is no file or folder gone.txt.');
    expect(run.stderr).toContain('error: There is no file or folder lost.txt.');
    expect(run.stderr).toContain('2 stories, 25 words; 1 file written; 2 failed.');
    expect(lastReport(place.run(['build', '--json', ...fast]))).toMatchObject({ ok: false, failedStories: [{ files: ['gone.txt'] }, { files: ['lost.txt'] }], diagnostics: [] }); // prettier-ignore
  });

  it('--title names no single story when others are missing', () => {
    place.write({ 'lamp.txt': lamp });
    const run = place.run(['build', 'lamp.txt', 'gone.txt', '--title', 'Lamps', '--json', ...fast]);
    expect(lastReport(run)).toMatchObject({ stories: [{ title: 'The Lamp' }], files: [{ title: 'Lamps' }] });
  });

  it('invalid UTF-8 is read, and said', () => {
    place.write({ 'mixed.txt': Buffer.concat([Buffer.from('Été, déjà, naïve: the words of the sexton’s '), Buffer.from([0xe9]), Buffer.from('tude.\n')]) }); // prettier-ignore
    const run = place.run(['build', 'mixed.txt', ...fast]);
    expect(run.stderr).toContain(
      'warning: mixed.txt:1: mixed.txt is UTF-8 with one broken byte, read as Windows-1252.',
    );
    expect(run.status).toBe(0);
  });

  it.each([
    ['is empty', '', 'book.yaml is empty; a map of settings was expected.'],
    ['is no YAML', 'title: The Hatter: A Short History\n', 'book.yaml is not valid YAML:\n  line 1: a value with a colon in it needs quotes'],
    ['has unknown keys', 'titel: A\nstories: [lamp.txt]\n', '"titel" is not a known key; did you mean "title"?'],
    ['names a story that is not there', 'stories: [gone.txt]\n', 'There is no file or folder gone.txt.'],
    ['names a page that is not there', 'stories: [lamp.txt]\nfrontMatter: { introduction: gone.md }\n', 'There is no file or folder gone.md.'],
    ['names an edition that is none', 'stories: [lamp.txt]\neditions: [epbu]\n', 'There is no edition "epbu".'],
  ])('a book.yaml that %s is refused', (_, yaml, message) => {
    place.write({ 'book.yaml': yaml, 'lamp.txt': lamp });
    expectFailure(place.run(['build']), 2, message);
  }); // prettier-ignore

  it.each([
    ['stands below a file', 'lamp.txt/books', 'a file stands where a folder is needed'],
    ['is a file', 'lamp.txt', 'a file stands where a folder is needed'],
    ['has a folder of the book’s name', 'taken', 'a folder has that name'],
    ['stands where no folder can be', '/proc/fascicle/books', 'no folder can be made there'],
  ])('an output folder that %s is said, and nothing is left', (_, out, message) => {
    place.write({ 'lamp.txt': lamp });
    mkdirSync(join(place.folder(), 'taken/the-lamp.epub'), { recursive: true });
    expectFailure(place.run(['build', 'lamp.txt', '-o', out, ...fast]), 1, message);
    expect(outputs('.')).toEqual(['lamp.txt', 'taken', 'taken/the-lamp.epub']);
  });

  it('an output folder that cannot be written to is found before anything is read', () => {
    place.write({ 'lamp.txt': lamp });
    const run = place.run(['build', 'lamp.txt', '-o', 'lamp.txt/a/b']);
    expect(run.stderr).toBe('error: lamp.txt/a/b could not be written: a file stands where a folder is needed.\n  hint: Name a folder you may write to with --out.\n'); // prettier-ignore
  });

  const isRoot = process.getuid?.() === 0;
  const hasSetpriv = isRoot && spawnSync('/usr/bin/setpriv', ['--version']).status === 0;

  it.runIf(hasSetpriv)('without permission to read or to write is said', () => {
    place.write({ 'lamp.txt': lamp, 'secret.txt': wick });
    chmodSync(place.folder(), 0o755);
    chmodSync(join(place.folder(), 'secret.txt'), 0o600);
    mkdirSync(join(place.folder(), 'open'));
    chmodSync(join(place.folder(), 'open'), 0o777);
    const reading = place.runAsNobody(['build', 'secret.txt', 'lamp.txt', '-o', 'open', ...fast]);
    expectFailure(reading, 1, 'error: secret.txt cannot be read: permission is denied.');
    expect(outputs('open')).toHaveLength(1);
    expectFailure(place.runAsNobody(['build', 'lamp.txt', '-o', 'closed', ...fast]), 1, 'closed could not be written: permission is denied.'); // prettier-ignore
  });

  it.runIf(isRoot)('a disk that fills is said, and nothing half written is left', context => {
    place.write({ 'lamp.txt': lamp, 'disk/.keep': '' });
    const disk = join(place.folder(), 'disk');
    if (spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=4k', 'tmpfs', disk]).status !== 0) context.skip();
    try {
      expectFailure(place.run(['build', 'lamp.txt', '-o', 'disk', ...fast]), 1, 'disk/the-lamp.epub could not be written: the disk is full.'); // prettier-ignore
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      spawnSync('/bin/umount', [disk]);
    }
  });
});
