import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CompileError } from '../../src/diagnostics/compileError.ts';
import { bundledThemes, loadTheme } from '../../src/theme/loadTheme.ts';

const templates = fileURLToPath(new URL('../../templates/', import.meta.url));
const fonts = fileURLToPath(new URL('../../fonts/', import.meta.url));
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path fill="#777" d="M0 0H1V1Z"/></svg>';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'fascicle-theme-')), 'mine');
  mkdirSync(folder);
});
afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}

function failure(): CompileError {
  try {
    loadTheme(folder);
  } catch (error) {
    if (error instanceof CompileError) return error;
    throw error;
  }
  throw new Error('The theme was loaded');
}

const mine = (epub: string) => `name: mine\nextends: plain\nepub:\n  ${epub}\n`;

describe('loadTheme', () => {
  it.each(bundledThemes)('loads %s, and a copy of its folder as the same theme', name => {
    const theme = loadTheme(name);
    expect(theme.name).toBe(name);
    expect(theme.findings).toEqual([]);
    cpSync(join(templates, name), folder, { recursive: true });
    expect(loadTheme(folder)).toEqual(theme);
  });

  it('lays a theme over the one that it extends', () => {
    write({ 'theme.yaml': 'name: mine\nextends: plain\nprint: { bodySize: 12 }\n', 'epub.css': '@charset "utf-8";\nh1 { margin: 0 }\n' });
    const [theme, plain] = [loadTheme(folder), loadTheme('plain')];
    expect(theme.epub.stylesheet).toBe(`${plain.epub.stylesheet}\nh1 { margin: 0 }\n`);
    expect(theme.print).toEqual({ ...plain.print, bodyFontSizePt: 12 });
    expect(theme.cover).toEqual(plain.cover);
    expect(theme.epub.sceneBreak).toEqual({ type: 'rule' });
  }); // prettier-ignore

  it('changes single keys of how print looks, and keeps the others of the theme that it extends', () => {
    write({ 'theme.yaml': 'name: mine\nextends: classic\nprint: { headings: { title: { size: 2 }, rule: below }, runningHeads: { folio: foot }, links: plain }\n' });
    const [{ print }, classic] = [loadTheme(folder), loadTheme('classic').print];
    expect(print.look.headings).toEqual({ ...classic.look.headings, rule: 'below', title: { ...classic.look.headings.title, size: 2 } });
    expect(print.look.runningHeads).toEqual({ ...classic.look.runningHeads, folio: 'foot' });
    expect(print.look.titlePage).toEqual(classic.look.titlePage);
    expect(print.links).toBe('plain');
  }); // prettier-ignore

  it('says of the look of print what is wrong, every problem at once', () => {
    write({ 'theme.yaml': 'name: mine\nextends: plain\nprint:\n  headings: { title: { size: 20, fase: bold }, rule: thick }\n  runningHeads: { recto: title }\n  halfTitle: maybe\n' });
    const { hint = '', message } = failure();
    const said = `${message} ${hint}`;
    expect(said).toContain('"print.headings.title.size" must be at most 8 ems');
    expect(said).toContain('"print.headings.rule" must be one of none, above, between, below, bar');
    expect(said).toContain('"print.runningHeads.recto" must be one of auto, book, author, story, chapter, none');
    expect(said).toContain('"print.halfTitle" must be true or false');
    expect(said).toContain('fase');
    expect(said).toContain('face');
  }); // prettier-ignore

  it('asks for the motif of the cover, in EPUB and in print, and brings no file for it', () => {
    const keys = 'openers: motif\n  sceneBreak: { ornament: motif';
    write({ 'theme.yaml': `name: mine\nextends: plain\nepub:\n  ${keys}, rules: true, text: '*' }\nprint:\n  ${keys} }\n` });
    const [{ epub, print }, plain] = [loadTheme(folder), loadTheme('plain')];
    expect([epub.openers, epub.sceneBreak]).toEqual(['motif', { type: 'motif', text: '*', heightEm: 1.2, hasRules: true }]);
    expect(epub.files).toEqual([]);
    expect(print.look.openers).toBe('motif');
    expect(print.look.sceneBreak).toEqual({ ...plain.print.look.sceneBreak, ornament: 'motif' });
    expect([plain.epub.openers, plain.print.look.openers, plain.print.look.sceneBreak.ornament]).toEqual(['none', 'none', 'letters']);
  }); // prettier-ignore

  it('leaves off the motif that the theme asks for which it extends', () => {
    write({ 'theme.yaml': 'name: mine\nextends: classic\nepub: { openers: none, sceneBreak: { ornament: rule } }\nprint: { openers: none, sceneBreak: { ornament: letters } }\n' });
    const { epub, print } = loadTheme(folder);
    expect([epub.openers, epub.sceneBreak.type, print.look.openers, print.look.sceneBreak.ornament]).toEqual(['none', 'rule', 'none', 'letters']);
  }); // prettier-ignore

  it('refuses openers that there are not, and a picture where those of the cover lie', () => {
    write({ 'theme.yaml': 'name: mine\nextends: plain\nepub: { openers: motive }\nprint: { openers: cover, sceneBreak: { ornament: stars } }\n' });
    for (const key of ['epub', 'print']) expect(failure().message).toContain(`"${key}.openers" must be one of none, motif`);
    expect(failure().message).toContain('"print.sceneBreak.ornament" must be one of letters, motif; it is "stars"');
    mkdirSync(join(folder, 'motifs'));
    write({ 'motifs/leaf.svg': drawing, 'theme.yaml': mine('files: [motifs/leaf.svg]') });
    expect(failure().message).toContain('motifs/leaf.svg lies where the motifs of covers do');
  }); // prettier-ignore

  it('needs no style sheet of its own to extend another', () => {
    write({ 'theme.yaml': 'name: mine\nextends: classic\nepub: { openings: smallCaps, sceneBreak: { ornament: stars } }\n' });
    const [theme, classic] = [loadTheme(folder), loadTheme('classic')];
    expect(theme.epub).toEqual({ ...classic.epub, openings: 'smallCaps', sceneBreak: { type: 'stars', text: '* * *' } });
  }); // prettier-ignore

  it('brings the pictures and fonts that it names', () => {
    const font = join(fonts, 'eb-garamond/EBGaramond-Bold.ttf');
    cpSync(font, join(folder, 'Mine.ttf'));
    write({
      'theme.yaml': mine('{ sceneBreak: { ornament: leaf.svg, height: 2 }, files: [page.svg], fonts: [{ family: Mine, file: Mine.ttf, weight: bold, use: [headings] }] }'),
      'epub.css': 'h1 { background: url("page.svg") no-repeat }\n',
      'leaf.svg': drawing,
      'page.svg': drawing,
    });
    const { epub } = loadTheme(folder);
    expect(epub.files.map(file => file.fileName)).toEqual(['page.svg', 'leaf.svg']);
    expect(epub.sceneBreak).toEqual({ type: 'picture', fileName: 'leaf.svg', heightEm: 2 });
    expect(epub.fonts.map(({ family, weight, style, uses }) => [family, weight, style, uses])).toEqual([['Mine', 'bold', 'normal', ['headings']]]);
  }); // prettier-ignore

  it.each([
    ['a path out of the folder', '{ files: [../leaf.svg] }', 'must be named by a path inside'],
    ['an absolute path', '{ files: [/etc/leaf.svg] }', 'must be named by a path inside'],
    ['a link out of the folder', '{ files: [link.svg] }', 'links out of the folder'],
    ['a link to a folder outside', '{ files: [out/leaf.svg] }', 'links out of the folder'],
    ['a file that is not there', '{ files: [none.svg] }', 'cannot be read'],
    ['a file that is no picture', '{ files: [theme.yaml] }', 'must be a picture'],
    ['the name of the cover', '{ files: [cover.jpg] }', 'the name of the book’s cover'],
    ['a drawing with a script', '{ files: [script.svg] }', 'no script'],
    ['a drawing that loads', '{ files: [loads.svg] }', 'must not load other files'],
    ['a drawing that is none', '{ files: [text.svg] }', 'no SVG drawing'],
    ['a font that is none', '{ fonts: [{ family: X, file: text.svg, use: [body] }] }', 'TrueType or OpenType'],
    ['a font that does not come with the program', '{ fonts: [{ family: Comic, use: [body] }] }', 'EB Garamond'],
    ['a font for nothing', '{ fonts: [{ family: EB Garamond, use: [] }] }', 'what the font is for'],
    ['a use that is none', '{ fonts: [{ family: EB Garamond, use: [footers] }] }', 'dropCaps'],
    ['a key that is none', '{ opening: dropCap }', 'did you mean "openings"'],
    ['an ornament too high', '{ sceneBreak: { ornament: rule, height: 99 } }', 'at most 10 ems'],
  ])('refuses %s', (_, epub, words) => {
    write({
      'theme.yaml': mine(epub),
      'script.svg': drawing.replace('<path', '<script/><path'),
      'loads.svg': drawing.replace('<path', '<image href="https://example.org/a.png"/><path'),
      'text.svg': 'words',
    });
    writeFileSync(join(folder, '../leaf.svg'), drawing);
    symlinkSync('../leaf.svg', join(folder, 'link.svg'));
    symlinkSync('..', join(folder, 'out'));
    const error = failure();
    expect(error.code).toBe('theme/invalid');
    expect(error.message).toContain(words);
  });

  it('refuses a base that does not come with the program, and itself', () => {
    write({ 'theme.yaml': 'name: mine\nextends: ../other\n' });
    expect(failure().message).toContain('"extends" must be one of plain, classic, zine; it is "../other"');
  });

  it('refuses a style sheet that breaks on some reader, naming every line', () => {
    write({ 'theme.yaml': mine('{}'), 'epub.css': 'h1 { margin: calc(1em) }\n@layer a;\n' });
    const error = failure();
    expect(error.code).toBe('theme/invalid');
    expect(error.message).toContain(join(folder, 'epub.css'));
    expect(error.message).toMatch(/line 1: calc\(\): .*\n {2}line 2: @layer: /);
  });

  it('tells of a hazard, and loads the theme', () => {
    write({ 'theme.yaml': mine('{}'), 'epub.css': 'h1 {\n  position: relative;\n}\n' });
    const [finding, ...others] = loadTheme(folder).findings;
    expect(others).toEqual([]);
    expect(finding?.code).toBe('theme/hazard');
    expect(finding?.message).toContain('epub.css, line 2: position: relative: ');
  });

  it('refuses a theme that stands alone and is not whole', () => {
    write({ 'theme.yaml': 'name: mine\ncover: { style: woodcut }\n', 'epub.css': '' });
    expect(failure().message).toContain('"print" is missing');
  });
});
