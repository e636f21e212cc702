import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../pdf/readPdf.ts';
import { makeFont, moveLetters, toWoff } from '../fonts/testFonts.ts';
import { useWorkplace } from './spawnCli.ts';

const work = useWorkplace();

const story =
  'The Hat\n\nby Ada Roe\n\nChapter 1\n\nShe wore the hat on *Monday*, and nobody laughed.\n\nIt was a fine hat.\n';
const ownFamily = 'Own Roman X';

function builtPdf(name = 'the-hat'): Uint8Array {
  return readFileSync(join(work.folder(), `out/${name}.pdf`));
}

/** The fonts that a PDF embeds, in the order of their names. */
function fontsOf(pdf: Uint8Array): string[] {
  const names = [...readPdf(pdf).objects.values()].flatMap(
    body => /\/FontName \/[A-Z]{6}\+(\S+)/.exec(body)?.[1] ?? [],
  );
  return [...new Set(names)].sort();
}

const words = (pdf: Uint8Array): string => readPdf(pdf).pageTexts.join(' ').replace(/\s+/g, ' ');

const build = (...args: string[]) => work.run(['build', '-f', 'pdf', '--cover', 'none', ...args]);

describe('fascicle build with fonts of its own', () => {
  it('sets a book in the folder of a family that book.yaml names, from its own folder', () => {
    work.write({
      'hat/story.md': story,
      'hat/book.yaml': 'title: The Hat\nstories: [story.md]\nfonts:\n  body: faces\n  headings: EB Garamond\n',
      'hat/faces/1.woff': toWoff(makeFont({ family: ownFamily })),
      'hat/faces/2.ttf': makeFont({ family: ownFamily, style: 'italic' }),
    });
    const { status, stderr } = build('hat/book.yaml');
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('warning') as string });
    expect(fontsOf(builtPdf())).toEqual(['EBGaramond-Regular', 'OwnRomanX-Italic', 'OwnRomanX-Regular']);
    expect(words(builtPdf())).toContain('She wore the hat on Monday, and nobody laughed.');
    const first = builtPdf();
    build('hat/book.yaml');
    expect(Buffer.from(builtPdf()).equals(first)).toBe(true);
  });

  it('takes the nearest face for one that a family lacks, and says so once', () => {
    work.write({ 'story.md': story.replace('fine', '*fine*'), 'Mine.ttf': makeFont({ family: ownFamily }) });
    const { status, stderr } = build('story.md', '--font', 'body=Mine.ttf');
    expect(status).toBe(0);
    const note = 'The font “Own Roman X” (Mine.ttf) has no italic face; its regular stands in.';
    expect(stderr.split(note)).toHaveLength(2);
    expect(fontsOf(builtPdf())).toContain('OwnRomanX-Regular');
  });

  it('turns to the fonts that --font names, then to its own', () => {
    work.write({
      'story.md': story.replace('a fine hat', 'a λόγος and a слово'),
      'Mine.ttf': makeFont({ family: ownFamily }),
      'Greek.ttf': makeFont({ family: 'Own Greek X', letters: ' λόγος' }),
    });
    const { status } = build('story.md', '--font', 'body=Mine.ttf', '--font', 'Greek.ttf');
    expect(status).toBe(0);
    const fonts = fontsOf(builtPdf());
    expect(fonts).toContain('OwnGreekX-Regular');
    expect(fonts).toContain('EBGaramond-Regular');
    expect(words(builtPdf())).toContain('It was a λόγος and a слово.');
  });

  it('embeds PostScript outlines as such', () => {
    const font = readFileSync(new URL('../fonts/postscript/CourierPrime-Letters.otf', import.meta.url));
    work.write({ 'story.txt': story.replaceAll('*', ''), 'Mine.otf': font });
    expect(build('story.txt', '--font', 'body=Mine.otf', '--font', 'headings=Mine.otf').status).toBe(0);
    expect([...readPdf(builtPdf()).objects.values()].join('')).toContain('/Subtype /CIDFontType0C');
    expect(words(builtPdf())).toContain('She wore the hat on Monday, and nobody laughed.');
  });

  it('sets a theme in the fonts of its folder', () => {
    work.write({
      'story.md': story,
      'mine/theme.yaml': 'name: mine\nextends: plain\nprint:\n  fonts: { body: fonts/Mine.ttf, headings: Fira Sans Condensed }\n',
      'mine/fonts/Mine.ttf': makeFont({ family: ownFamily }),
    });
    expect(build('story.md', '--theme', './mine').status).toBe(0);
    expect(fontsOf(builtPdf())).toEqual(['FiraSansCondensed-Bold', 'OwnRomanX-Regular']);
  });

  it.each([
    ['a font outside of its folder', '../Mine.ttf', '"../Mine.ttf" must be a bundled family'],
    ['a family that is unknown', 'EB Garamont', 'must be a bundled family (EB Garamond, Alegreya, Fira Sans Condensed)'],
  ])('refuses a theme with %s', (_, font, message) => {
    work.write({
      'story.md': story,
      'Mine.ttf': makeFont(),
      'mine/theme.yaml': `name: mine\nextends: plain\nprint:\n  fonts: { body: ${font} }\n`,
    });
    const { status, stderr } = build('story.md', '--theme', './mine');
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it.each([
    ['that forbids embedding', makeFont({ embedding: 2 }), 'forbids embedding (fsType bit 1, restricted licence)'],
    ['that is a zip', Buffer.from('PK\u0003\u0004 story'), 'The font Mine.ttf is a zip archive'],
    ['that is empty', Buffer.from(''), 'The font Mine.ttf is empty'],
    ['that is cut off', makeFont().subarray(0, 9000), 'The font Mine.ttf is cut off or broken'],
  ])('refuses a font %s before it reads a story', (_, font, message) => {
    work.write({ 'story.md': story, 'Mine.ttf': font });
    const { status, stderr } = build('story.md', '--font', 'Mine.ttf');
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('hint:');
    expect(stderr).not.toContain('read story.md');
  });

  it('says what a font may be where there is none of the name', () => {
    work.write({ 'story.md': story });
    const { status, stderr } = build('story.md', '--font', 'body=EB Garamon');
    expect(status).toBe(2);
    expect(stderr).toContain('There is no font EB Garamon: a file, a folder or the name of a family was expected.');
    expect(stderr).toContain('Did you mean "EB Garamond"?');
  });

  it('reports mistakes in the fonts of a book.yaml', () => {
    work.write({ 'story.md': story, 'book.yaml': 'stories: [story.md]\nfonts:\n  text: EB Garamond\n  fallbacks: Mine.ttf\n' });
    const { status, stderr } = build();
    expect(status).toBe(2);
    expect(stderr).toContain('"fonts.text" is not a known key');
    expect(stderr).toContain('"fonts.fallbacks" must be a list of fonts; it is');
  });

  it('names the package that has a script, and keeps the words', () => {
    work.write({ 'story.md': story.replace('a fine hat', 'a 帽子 and a ไทย') });
    const { status, stderr } = build('story.md');
    expect(status).toBe(0);
    expect(stderr).toContain('No font of the book has “帽” (U+5E3D, Chinese), which occurs once; a box stands in its place.');
    expect(stderr).toContain('npm install @expo-google-fonts/noto-serif-sc');
    expect(stderr).toContain('npm install @expo-google-fonts/noto-sans-thai');
    expect(words(builtPdf())).toContain('It was a 帽子 and a ไทย.');
  });

  it('finds a package in the node_modules of the folder and of those above', () => {
    const file = 'node_modules/@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf';
    work.write({
      'books/hat/story.md': story.replace('a fine hat', 'a กข hat'),
      'books/hat/book.yaml': 'stories: [story.md]\n',
      [`books/${file}`]: moveLetters(makeFont({ letters: 'ab' }), 'ab', 'กข'),
    });
    const { status, stderr } = build('books/hat/book.yaml');
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('No font') as string });
    expect(fontsOf(builtPdf())).toContain('NotoSansThai-Regular');
    expect(words(builtPdf())).toContain('It was a กข hat.');
  });
}); // prettier-ignore
