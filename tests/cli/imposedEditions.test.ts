import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemeNames } from '../../src/impose/imposition.ts';
import { prose } from '../typeset/books.ts';
import { lastReport, useWorkplace } from './spawnCli.ts';

const place = useWorkplace();
const storyOf = (title: string, paragraphs: number): string =>
  `# ${title}\n\nby Ned Hollow\n\n${Array.from({ length: paragraphs }, (_, index) => prose(70, index)).join('\n\n')}\n`;

interface ReportedFile {
  readonly path: string;
  readonly kind: string;
  readonly sha256: string;
  readonly pages: number;
  readonly print: { readonly trim: string; readonly bodySizePt: number };
  readonly sheets: { readonly scheme: string; readonly paper: string; readonly sheets: number; readonly blanks: number } | null;
} // prettier-ignore

function build(args: readonly string[]): readonly ReportedFile[] {
  const run = place.run(['build', ...args, '--json']);
  expect(run.status).toBe(0);
  return (lastReport(run) as { files: ReportedFile[] }).files;
}

const sheetsOf = (files: readonly ReportedFile[]) => files.filter(file => file.sheets !== null);

describe('imposed editions', () => {
  it('fill whole sheets, with notes and a test sheet beside them, the same on every build', () => {
    place.write({ 'lamp.md': storyOf('The Lamp', 10) });
    const args = ['lamp.md', '-f', schemeNames.join(','), '--cover', 'none'];
    const files = build(args);
    const imposed = sheetsOf(files);
    expect(imposed.map(file => file.path)).toEqual(schemeNames.map(name => `out/the-lamp.${name}.pdf`));
    for (const { pages, sheets } of imposed) {
      const perSheet =
        sheets?.scheme === 'octavo' ? 16 : ['quarto', 'mini-zine'].includes(sheets?.scheme ?? '') ? 8 : 4;
      expect(pages).toBe((sheets?.sheets ?? 0) * perSheet);
    }
    expect(files.filter(file => file.kind === 'testSheet')).toHaveLength(schemeNames.length);
    expect(files.filter(file => file.kind === 'printingNotes')).toHaveLength(schemeNames.length);
    expect(build(args).map(file => file.sha256)).toEqual(files.map(file => file.sha256));
  }, 60_000);

  it('are as large as the paper folds to', () => {
    place.write({ 'lamp.md': storyOf('The Lamp', 4) });
    const trims = (paper: string) =>
      sheetsOf(build(['lamp.md', '-f', 'booklet,mini-zine', '--paper', paper, '--cover', 'none'])).map(file => file.print.trim); // prettier-ignore
    expect(trims('A4')).toEqual(['A5', 'A7']);
    expect(trims('letter')[0]).toBe('half-letter');
  }, 60_000);

  it.each([
    ['one line', '# Short\n\nby Ned Hollow\n\nThe lamp was lit.\n'],
    ['hardly anything', 'x\n'],
    ['words from right to left', `---\ntitle: המנורה\nlanguage: he\n---\n\n${'המנורה דלקה כל הלילה. '.repeat(60)}\n`],
  ])(
    'take a story of %s',
    (_, text) => {
      place.write({ 'lamp.md': text });
      const [booklet, zine] = sheetsOf(build(['lamp.md', '-f', 'booklet,mini-zine']));
      expect(booklet?.pages).toBe((booklet?.sheets?.sheets ?? 0) * 4);
      expect(zine?.pages).toBe(8);
    },
    60_000,
  );

  it('bind an anthology', () => {
    place.write({ 'a.md': storyOf('The Lamp', 8), 'b.md': storyOf('The Oil', 8) });
    const [booklet] = sheetsOf(build(['a.md', 'b.md', '-f', 'booklet', '--title', 'Two Lights']));
    expect(booklet?.pages).toBe((booklet?.sheets?.sheets ?? 0) * 4);
  }, 60_000);

  it('refuse what a zine does not hold, and say what would fit', () => {
    place.write({ 'lamp.md': storyOf('The Lamp', 130) });
    const run = place.run(['build', 'lamp.md', '-f', 'mini-zine', '--cover', 'none']);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/“The Lamp” has 9,\d+ words, \d+ pages of a mini-zine on A4 in text of 7\.5 points/);
    expect(run.stderr).toMatch(/hint: About 1,\d+ words fit.*-f booklet/);
  }, 60_000);

  it('are written in a book.yaml, and all mistakes told at once', () => {
    const yaml = (imposition: string) => `stories: [lamp.md]\neditions:\n  - { name: zine, format: pdf, bodySize: 10, imposition: ${imposition} }\n`; // prettier-ignore
    place.write({ 'lamp.md': storyOf('The Lamp', 6), 'book.yaml': yaml('{ scheme: booklet, paper: letter }') });
    const [zine] = sheetsOf(build(['--cover', 'none']));
    expect(zine).toMatchObject({
      path: 'out/the-lamp.zine.pdf',
      print: { bodySizePt: 10 },
      sheets: { paper: 'letter' },
    });
    place.write({ 'book.yaml': yaml('{ scheme: bookelt, paper: lettre, abreast: 3, flyleafs: 1 }') });
    const { stderr, status } = place.run(['build']);
    expect(status).toBe(2);
    for (const part of [
      'did you mean "booklet"',
      'did you mean "letter"',
      'must be 1 or 2',
      'did you mean "flyleaves"',
    ]) {
      expect(stderr).toContain(part);
    }
  }, 60_000);

  it('refuse options that would change nothing', () => {
    place.write({ 'lamp.md': storyOf('The Lamp', 4) });
    const refusal = (...args: string[]): string => {
      const { status, stderr } = place.run(['build', 'lamp.md', '--cover', 'none', ...args]);
      expect(status).toBe(2);
      return stderr;
    };
    expect(refusal('-f', 'epub', '--paper', 'A4')).toContain('--paper is for editions on sheets, and none is');
    expect(refusal('-f', 'pdf', '--fold-preview')).toContain('--fold-preview is for editions on sheets, and none is');
    expect(refusal('-f', 'mini-zine', '--signature', '4')).toContain('--signature changes nothing in mini-zine.');
    expect(
      sheetsOf(build(['lamp.md', '--cover', 'none', '-f', 'booklet,signatures', '--signature', '2'])),
    ).toHaveLength(2);
  }, 60_000);

  it('take the words of the command line in a book.yaml', () => {
    const yaml = (duplex: string) => `stories: [lamp.md]\ncover: none\neditions:\n  - { name: booklet, format: pdf, imposition: { duplex: ${duplex} } }\n`; // prettier-ignore
    const digests = ['short', 'shortEdge'].map(duplex => {
      place.write({ 'lamp.md': storyOf('The Lamp', 4), 'book.yaml': yaml(duplex) });
      return sheetsOf(build([]))[0]?.sha256;
    });
    expect(digests[0]).toBe(digests[1]);
    place.write({ 'book.yaml': yaml('sideways') });
    expect(place.run(['build']).stderr).toContain('must be long, short or two-passes; it is "sideways"');
  }, 60_000);

  it('have a wrap for their cover where one is asked for', () => {
    place.write({ 'lamp.md': storyOf('The Lamp', 4) });
    const wraps = (...args: string[]) => build(['lamp.md', '-f', 'booklet,signatures', ...args]).filter(file => file.kind === 'wrapCover').map(file => file.path); // prettier-ignore
    expect(wraps()).toEqual([]);
    expect(wraps('--wrap')).toEqual(['out/the-lamp.booklet.cover.pdf', 'out/the-lamp.signatures.cover.pdf']);
  }, 60_000);

  it('tell in their notes of a cover in a file of its own, where there is one', () => {
    const yaml = 'stories: [lamp.md]\neditions: [{ name: booklet, format: pdf, imposition: { scheme: booklet, cover: apart } }]\n'; // prettier-ignore
    place.write({ 'lamp.md': storyOf('The Lamp', 6), 'book.yaml': yaml });
    const notes = () => readFileSync(join(place.folder(), 'out/the-lamp.booklet.txt'), 'utf8');
    expect(build([]).map(file => file.path)).toContain('out/the-lamp.booklet.cover.pdf');
    expect(notes()).toContain('its name ends in .cover.pdf');
    expect(build(['--cover', 'none']).map(file => file.path)).not.toContain('out/the-lamp.booklet.cover.pdf');
    expect(notes()).not.toContain('.cover.pdf');
  }, 60_000);

  it('say which pages a book has not, and where creep eats the margin', () => {
    place.write({ 'lamp.md': storyOf('The Lamp', 30) });
    const run = (...args: string[]) => place.run(['build', 'lamp.md', '--cover', 'none', '-f', ...args]);
    const none = run('booklet', '--pages', '90-99');
    expect(none.status).toBe(1);
    expect(none.stderr).toMatch(/“The Lamp” has \d+ pages, and none of those that were asked for/);
    const some = run('booklet', '--pages', '3-99');
    expect(some.status).toBe(0);
    expect(some.stderr).toMatch(/“The Lamp” has \d+ pages; page 99 was asked for/);
    const thick = run('signatures', '--caliper', '2mm', '--creep', '3');
    expect(thick.status).toBe(0);
    expect(thick.stderr).toMatch(/innermost pages of “The Lamp” lose [\d.]+ mm of their inner margin/);
    expect(run('signatures').stderr).not.toContain('creep-in-margin');
  }, 60_000);

  it('keep text within the bounds of what can be read', () => {
    place.write({ 'lamp.md': storyOf('The Lamp', 14) });
    const [zine] = sheetsOf(build(['lamp.md', '-f', 'mini-zine', '--cover', 'none']));
    expect(zine?.print.bodySizePt).toBeGreaterThanOrEqual(7.5);
    expect(readFileSync(join(place.folder(), 'out/the-lamp.mini-zine.txt'), 'utf8')).toContain('Mini');
  }, 60_000);
});
