import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../pdf/readPdf.ts';
import { prose } from '../typeset/books.ts';
import { lastReport, useWorkplace } from './spawnCli.ts';

const place = useWorkplace();

/** Two chapters, some 26 pages of half a letter sheet, with a link in them. */
const lamp = `# The Lamp\n\nby Ned Hollow\n\n${[1, 2]
  .map(number => {
    const paragraphs = Array.from({ length: 50 }, (_, index) => prose(70, number * 100 + index));
    return `## Chapter ${number}\n\n${paragraphs.join('\n\n')}\n\nMore [on the web](https://example.org/lamp).`;
  })
  .join('\n\n')}\n`;

const fast = ['--cover', 'none'];

interface ReportedFile {
  readonly path: string;
  readonly pages: number;
  readonly print: { readonly profile: string; readonly trim: string; readonly bodySizePt: number };
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

interface WrapFile extends ReportedFile {
  readonly kind: string;
  readonly print: ReportedFile['print'] & { readonly wrap: { readonly spinePt: number } };
}

function reportOf(args: readonly string[]): {
  readonly files: readonly ReportedFile[];
  readonly status: number | null;
} {
  const run = place.run(['build', ...args, ...fast, '--json']);
  const { files } = lastReport(run) as { files: ReportedFile[] };
  return { files, status: run.status };
}

/** What a file holds, and the sizes of its pages in points. */
function lookAt(path: string): { readonly objects: string; readonly sizes: Set<string>; readonly text: string } {
  const { objects, pageTexts } = readPdf(readFileSync(join(place.folder(), path)));
  const all = [...objects.values()];
  const boxes = all.flatMap(body => /\/TrimBox ?\[([^\]]*)\]/.exec(body)?.[1] ?? []);
  return { objects: all.join('\n'), sizes: new Set(boxes), text: pageTexts.join('\n') };
}

const outputs = (): string[] => readdirSync(join(place.folder(), 'out')).sort();

function expectRefusal(args: readonly string[], message: string, hint: string): void {
  const run = place.run(['build', 'lamp.md', '-f', 'pdf', ...fast, ...args]);
  expect(run.stderr).toContain(`error: ${message}`);
  expect(run.stderr).toContain(`  hint: ${hint}`);
  expect(run.status).toBe(2);
}

describe('editions of print', () => {
  it('have names of their own, and hold what they are for', () => {
    place.write({ 'lamp.md': lamp });
    const { files, status } = reportOf(['lamp.md', '-f', 'pdf,screen,print,kdp,lulu,archive']);
    expect(status).toBe(0);
    const names = [
      'the-lamp.pdf',
      ...['screen', 'print', 'kdp', 'lulu', 'archive'].map(name => `the-lamp.${name}.pdf`),
    ];
    expect(files.map(file => file.path)).toEqual(names.map(name => `out/${name}`));
    expect(files.map(file => file.print.profile)).toEqual(['screen', 'screen', 'print', 'kdp', 'lulu', 'archive']);
    for (const { path, pages, print } of files) {
      const { objects, sizes, text } = lookAt(path);
      const isOnScreen = ['screen', 'archive'].includes(print.profile);
      expect([...sizes]).toEqual(['0 0 396 612']);
      expect(objects.includes('/Annots')).toBe(isOnScreen);
      expect(objects.includes('/Outlines')).toBe(isOnScreen);
      expect(objects).toContain('/StructTreeRoot');
      expect(text).toContain('on the web');
      if (!isOnScreen) expect(pages % 2).toBe(0);
    }
  });

  it('are set on a page and in a size of one’s choice, whatever the book says', () => {
    place.write({
      'lamp.md': lamp,
      'book.yaml': `stories: [lamp.md]
print: { trim: 6x9, bodySize: 11 }
editions:
  - pdf
  - { name: my-a5, format: pdf, profile: print, trim: A5, theme: classic, chaptersStartOn: recto }
`,
    });
    const { files } = reportOf([]);
    expect(files.map(({ path, print }) => [path, print.profile, print.trim, print.bodySizePt])).toEqual([
      ['out/the-lamp.pdf', 'screen', '6x9', 11],
      ['out/the-lamp.my-a5.pdf', 'print', 'A5', 11],
    ]);
    expect([...lookAt('out/the-lamp.my-a5.pdf').sizes]).toEqual(['0 0 419.53 595.28']);
    const { files: others } = reportOf(['-f', 'my-a5,kdp', '--trim', '5x8', '--font-size', '14']);
    expect(others.map(({ print }) => [print.profile, print.trim, print.bodySizePt])).toEqual([
      ['print', '5x8', 14],
      ['kdp', '5x8', 14],
    ]);
    expect(others.map(file => file.pages)).toEqual([others[0]?.pages, others[0]?.pages]);
    expect([...lookAt('out/the-lamp.kdp.pdf').sizes]).toEqual(['0 0 360 576']);
  });

  it('are larger than the page by their bleed', () => {
    place.write({ 'lamp.md': lamp, 'book.yaml': 'stories: [lamp.md]\nprint: { trim: 6x9, bleed: 0.125in }\n' });
    const { files } = reportOf(['-f', 'lulu']);
    expect(files[0]?.print).toMatchObject({ trim: '6x9', bleedPt: 9 });
    const { objects, sizes } = lookAt('out/the-lamp.lulu.pdf');
    expect([...sizes]).toEqual(['9 9 441 657']);
    expect(objects).toMatch(/\/MediaBox ?\[0 0 450 666\]/);
  });

  it('say what their printer would refuse, and what to do', () => {
    place.write({
      'lamp.txt': 'The Lamp\nby Ned Hollow\n\nThe lamp had been lit before anybody thought of asking.\n',
      'book.yaml': `stories: [lamp.txt]
editions: [{ name: poster, format: pdf, profile: kdp, trim: 10x14, margins: { outer: 10 } }]
`,
    });
    const run = place.run(['build', ...fast]);
    expect(run.status).toBe(0);
    for (const part of [
      /“The Lamp” has \d pages; KDP prints no book of fewer than 24\. \[print\/page-count\]/,
      'hint: Bind more stories into it',
      'KDP has no pages of 254 × 355.6 mm. [print/trim-size]',
      'The outer margin is 0.139 in; KDP asks for 0.25 in at least. [print/margins]',
    ]) {
      expect(run.stderr).toMatch(part);
    }
    expect(place.run(['build', ...fast, '--strict']).status).toBe(1);
  });

  it('have the cover that goes around them beside them, for printers and for who asks', () => {
    place.write({
      'lamp.md': lamp,
      'book.yaml': `stories: [lamp.md]
description: A lamp, and who lit it.
print: { trim: 5x8, stock: cream }
editions:
  - kdp
  - lulu
  - { name: shelf, format: pdf, profile: print, wrap: true }
  - { name: bare, format: pdf, profile: kdp, wrap: false }
  - print
`,
    });
    const run = place.run(['build', '--json']);
    const { files } = lastReport(run) as { files: WrapFile[] };
    const wraps = files.filter(file => file.kind === 'wrapCover');
    expect(wraps.map(file => file.path)).toEqual(
      ['kdp', 'lulu', 'shelf'].map(name => `out/the-lamp.${name}.cover.pdf`),
    );
    for (const [index, { path, print }] of wraps.entries()) {
      const pages = files.find(file => file.path === path.replace('.cover', ''))?.pages ?? 0;
      const spineInch = [pages * 0.0025, pages / 444 + 0.06, (pages * 0.283) / 144][index] ?? 0;
      const bleedInch = index === 2 ? 0 : 0.125;
      expect(print.wrap).toMatchObject({ pages, stock: 'cream', hasSpineText: false });
      expect(print.wrap.spinePt).toBeCloseTo(spineInch * 72, 3);
      const { objects, sizes } = lookAt(path);
      const trim = [bleedInch, bleedInch, 10 + spineInch + bleedInch, 8 + bleedInch].map(inch => inch * 72);
      for (const [side, found] of [...sizes].join(' ').split(' ').entries()) {
        expect(Math.abs(Number(found) - (trim[side] ?? NaN))).toBeLessThanOrEqual(0.01);
      }
      expect(objects).toContain('A lamp, and who lit it.');
      // Presses take nothing that is clear.
      if (index < 2) expect(objects).not.toMatch(/\/S\/Transparency|\/ExtGState/);
    }
    const [kdp] = wraps;
    expect(kdp?.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(
        /^print\/plain-spine KDP takes spine text from 79 pages, and “The Lamp” has \d\d; its spine is plain\.$/,
      ),
    ]);
    const before = readFileSync(join(place.folder(), 'out/the-lamp.kdp.cover.pdf'));
    place.run(['build', '-f', 'kdp']);
    expect(readFileSync(join(place.folder(), 'out/the-lamp.kdp.cover.pdf')).equals(before)).toBe(true);
    const bare = lastReport(place.run(['build', '-f', 'kdp', '--cover', 'none', '--json'])) as {
      files: WrapFile[];
    };
    expect(bare.files.map(file => file.kind)).toEqual(['pdf']);
  });

  it('come out the same on every build', () => {
    place.write({ 'lamp.md': lamp });
    const build = (): readonly Uint8Array[] => {
      place.run(['build', 'lamp.md', '-f', 'print,lulu', '--trim', 'pocket', ...fast]);
      return outputs().map(name => readFileSync(join(place.folder(), 'out', name)));
    };
    const first = build();
    expect(first.length).toBe(2);
    expect(build()).toEqual(first);
  });
});

describe('sizes that nobody can print', () => {
  it.each([
    [['--trim', 'A44'], '--trim is "A44", which is no size of a page.', 'Did you mean "A4"? Give A7, quarter-letter'],
    [['--trim', 'leter'], '--trim is "leter"', 'Did you mean "letter"?'],
    [['--trim', '-6x9in'], '--trim is "-6x9in"', 'Give A7, quarter-letter'],
    [['--trim', '10000x10000mm'], '--trim is "10000x10000mm", a page of 393.7 in × 393.7 in', 'Give sides between'],
    [['--trim', '0x0'], '--trim is "0x0"', 'Give sides between 1.5 and 47 inches'],
    [['--trim', ''], '--trim is empty.', 'Leave it out'],
    [['--font-size', '0'], '--font-size is "0"', 'Give a number from 6 to 72'],
    [['--font-size', '1000'], '--font-size is "1000"', 'Give a number from 6 to 72'],
    [['--font-size', 'NaN'], '--font-size is "NaN"', 'Give a number from 6 to 72'],
    [['--font-size', '-12'], '--font-size is "-12"', 'Give a number from 6 to 72'],
    [
      ['--trim', 'A7', '--font-size', '40'],
      'A page of A7 leaves a text block of',
      'Take text of 18.5 points or less, or a page of',
    ],
  ])('are refused: %j', (args, message, hint) => {
    place.write({ 'lamp.md': lamp });
    expectRefusal(args, message, hint);
  });

  it('are refused in a book.yaml, all at once', () => {
    place.write({
      'lamp.md': lamp,
      'book.yaml': 'stories: [lamp.md]\nprint: { trim: A11, bodySize: 0, leading: -1 }\neditions: [pdf]\n',
    });
    const run = place.run(['build', ...fast]);
    expect(run.stderr).toContain('book.yaml has 3 mistakes:');
    expect(run.status).toBe(2);
  });
});
