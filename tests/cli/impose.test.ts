import { existsSync, linkSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainPdf, showing } from '../support/plainPdf.ts';
import { useWorkplace } from './spawnCli.ts';

const zine = plainPdf(Array.from({ length: 8 }, (_, index) => ({ content: showing(`page${index + 1}`) })));

describe('fascicle impose', () => {
  const { folder, write, run } = useWorkplace();

  it('writes sheets beside the PDF, and says what they are', () => {
    write({ 'zine.pdf': zine });
    const { status, stdout, stderr } = run(['impose', 'zine.pdf']);
    expect(stderr).toBe('8 pages on 2 sheets of letter; both sides, flipped on the long edge.\n');
    expect(stdout).toBe('zine.booklet.pdf\nzine.booklet.test.pdf\nzine.booklet.txt\n');
    expect(status).toBe(0);
    const made = readFileSync(join(folder(), 'zine.booklet.pdf'));
    expect(made.subarray(0, 5).toString()).toBe('%PDF-');
    expect(run(['impose', 'zine.pdf', '-o', 'again.pdf']).status).toBe(0);
    expect(readFileSync(join(folder(), 'again.pdf')).equals(made)).toBe(true);
  });

  it('takes a scheme, a paper and a folder', () => {
    write({ 'zine.pdf': zine });
    const { status, stdout } = run(['impose', 'zine.pdf', '--scheme', 'mini-zine', '--paper', 'A3', '--marks', 'fold,cut', '-o', 'print/', '--json']); // prettier-ignore
    expect(status).toBe(0);
    const report: unknown = JSON.parse(stdout);
    expect(report).toMatchObject({
      schema: 'fascicle/impose@1',
      ok: true,
      source: 'zine.pdf',
      files: [{ path: join('print', 'zine.mini-zine.pdf'), pages: 8, sheets: { scheme: 'mini-zine', paper: 'A3', sheets: 1, blanks: 0 } }, { path: join('print', 'zine.mini-zine.test.pdf') }, { path: join('print', 'zine.mini-zine.txt') }], // prettier-ignore
      diagnostics: [],
    });
    expect(existsSync(join(folder(), 'print/zine.mini-zine.pdf'))).toBe(true);
  });

  it('tells what it did to pages, unless it is to be quiet', () => {
    const mixed = plainPdf([{ content: showing('a') }, { content: showing('b'), entries: '/MediaBox[0 0 792 612]' }, { content: showing('c') }]); // prettier-ignore
    write({ 'mixed.pdf': mixed });
    const { status, stderr } = run(['impose', 'mixed.pdf', '--pages', '1-9']);
    expect(status).toBe(0);
    expect(stderr).toContain('warning: mixed.pdf has 3 pages; page 9 was asked for.');
    expect(stderr).toContain('warning: Page 2 of mixed.pdf is not of the size of the others');
    expect(run(['impose', 'mixed.pdf', '-q'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('never writes over the PDF', () => {
    write({ 'zine.pdf': zine });
    linkSync(join(folder(), 'zine.pdf'), join(folder(), 'zine.booklet.pdf'));
    for (const args of [['-o', 'zine.pdf'], ['-o', `../${basename(folder())}/zine.pdf`], []]) {
      const { status, stderr } = run(['impose', 'zine.pdf', ...args]);
      expect(stderr).toContain('was not written: the sheets are made of the file of that name.');
      expect(status).toBe(1);
    }
    expect(readFileSync(join(folder(), 'zine.pdf')).equals(zine)).toBe(true);
  });

  it.each([
    [['--scheme', 'bocklet'], '--scheme must be booklet, signatures', 'Did you mean "booklet"?'],
    [['--paper', 'A44'], '--paper must be one of', 'it is "A44".'],
    [['--duplex', 'sideways'], '--duplex must be', 'it is "sideways".'],
    [['--signature', 'many'], '--signature must be a number of sheets from 1 to 20', 'it is "many".'],
    [['--abreast', '3'], '--abreast must be 1 or 2', 'it is "3".'],
    [['--marks', 'crop,fould'], '--marks must be', 'Did you mean "fold"?'],
    [['--duplex', 'shrt'], '--duplex must be long, short or two-passes; it is "shrt".', 'Run the command with --help'],
    [['--creep', '9'], '--creep must be a number from 0 to 3', 'by the one in it; it is "9".'],
    [['--signature', '3'], '--signature changes nothing in booklet.', 'Take signatures for sheets to sew'],
    [['--scheme', 'mini-zine', '--stations', '3'], '--stations changes nothing in mini-zine.', 'Leave it out.'],
    [['--pages', '9-3'], '--pages must be pages such as 3-18', 'it is "9-3".'],
    [['--out', ' '], '--out is empty', 'Leave it out'],
    [['--peper', 'A4'], 'There is no option "--peper".', 'Did you mean "--paper"?'],
  ])('refuses %j', (args, message, more) => {
    write({ 'zine.pdf': zine });
    const { status, stdout, stderr } = run(['impose', 'zine.pdf', ...args]);
    expect(stderr).toContain(`error: ${message}`);
    expect(stderr).toContain(more);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('refuses what is no PDF, or none that can be read', () => {
    write({
      'story.txt': 'Once upon a time.\n',
      'locked.pdf': plainPdf([{}], { trailer: '/Encrypt<</Filter/Standard>>' }),
    });
    const story = run(['impose', 'story.txt']);
    expect(story.stderr).toBe('error: story.txt is no PDF: it does not begin as one.\n  hint: Name a PDF; a story is made into sheets by "fascicle build" with an edition such as booklet.\n'); // prettier-ignore
    expect(story.status).toBe(1);
    const locked = run(['impose', 'locked.pdf', '--json']);
    expect(locked.status).toBe(1);
    expect(JSON.parse(locked.stdout)).toMatchObject({ ok: false, source: 'locked.pdf', files: [], diagnostics: [{ code: 'source/protected-pdf' }] }); // prettier-ignore
    expect(run(['impose', 'none.pdf']).status).toBe(2);
    expect(run(['impose', '.']).stderr).toContain('error: . is no file; a PDF was expected.');
    expect(run(['impose']).status).toBe(2);
  });
});
