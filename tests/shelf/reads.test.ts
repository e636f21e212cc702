import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { extname, relative } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { CompileOptions } from '../../src/compile/compileOptions.ts';
import { makeFont } from '../fonts/testFonts.ts';
import { filesIn, statusesOf, useShelf } from './useShelf.ts';

const shelf = useShelf();
const kept = { out: 'out', cache: 'cache' };

const picture = (background: string): Promise<Uint8Array> =>
  sharp({ create: { width: 240, height: 320, channels: 3, background } })
    .png()
    .toBuffer();

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 5h40v2H0z"/></svg>';

/** A book that is made of every kind of file that a book can be made of. */
async function bookOfEverything(): Promise<CompileOptions> {
  shelf.write({
    'in/lamp.md': '# The Lamp\n\nby Ned Hollow\n\n![A lamp](art/lamp.png)\n\nThe lamp had been lit before anybody thought.\n\n***\n\nவிளக்கு\n',
    'in/lamp.md.fascicle.yaml': 'language: en\n',
    'in/stair.html': '<html><head><title>The Stair</title></head><body><h1>The Stair</h1><p>It was there all the time.</p></body></html>',
    'in/art/lamp.png': await picture('#884400'),
    'in/front.png': await picture('#224466'),
    'in/intro.md': 'These two were found in one drawer.\n',
    'in/theme/theme.yaml': 'name: mine\nextends: plain\nepub:\n  sceneBreak: { ornament: stroke.svg }\n  fonts:\n    - { family: Garamond, file: face.ttf, use: [body] }\nprint:\n  fonts: { body: faces, headings: EB Garamond }\n',
    'in/theme/epub.css': 'p { margin: 0; }\n',
    'in/theme/stroke.svg': svg,
    'in/theme/face.ttf': makeFont(),
    'in/theme/faces/Mine-Regular.ttf': makeFont({ family: 'My Garamond' }),
    'in/heads.ttf': makeFont({ family: 'No Garamond', style: 'bold' }),
    'in/more/More-Regular.ttf': makeFont({ family: 'Ol Garamond' }),
  }); // prettier-ignore
  const storyOf = (name: string) => ({ files: [{ path: shelf.path('in', name) }] });
  return {
    stories: [storyOf('lamp.md'), storyOf('stair.html')],
    book: { title: 'Drawer', frontMatter: [{ role: 'introduction', file: { path: shelf.path('in/intro.md') } }] },
    editions: ['epub', 'pdf'],
    theme: shelf.path('in/theme'),
    cover: { image: shelf.path('in/front.png'), lettering: true },
    fonts: {
      headings: shelf.path('in/heads.ttf'),
      fallbacks: [shelf.path('in/more')],
      packageFolders: [shelf.path('in')],
    },
  };
}

/** Changes a file so that it is still of its kind. */
async function change(file: string): Promise<void> {
  const ending = extname(file);
  if (ending === '.png') writeFileSync(file, await picture('#117733'));
  else if (ending === '.ttf')
    writeFileSync(file, makeFont({ letters: ' abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,-0123456789' })); // prettier-ignore
  else writeFileSync(file, readFileSync(file, 'utf8') + (additions[ending] ?? '\n'));
}

const additions: Readonly<Record<string, string>> = {
  '.md': '\nAnd there it stayed.\n',
  '.html': '<p>And there it stayed.</p>',
  '.yaml': '# a remark\n',
  '.css': 'h1 { margin-top: 2em; }\n',
  '.svg': '<!-- a remark -->',
};

/** What may come to be where nothing was, and counts then. */
const newcomers: Readonly<Record<string, () => string | Uint8Array>> = {
  'in/stair.html.fascicle.yaml': () => 'title: The Other Stair\n',
  'in/stair.fascicle.yaml': () => 'author: Ida Reed\n',
  'in/theme/faces/Mine-Bold.ttf': () => makeFont({ family: 'My Garamond', style: 'bold' }),
  'in/more/More-Bold.ttf': () => makeFont({ family: 'Ol Garamond', style: 'bold' }),
  'in/node_modules/@fontsource/noto-sans-tamil/files/noto-sans-tamil-tamil-400-normal.woff': () => makeFont({ letters: 'விளக்கு' }),
}; // prettier-ignore

describe('what a book is made of', () => {
  it(
    'is noted whole: whichever file changes, comes or goes, the book is as one that is made anew',
    { timeout: 600_000 },
    async () => {
      const options = [await bookOfEverything()];
      const rebuilt = async (): Promise<readonly string[]> => {
        const built = await shelf.build(options, kept);
        const statuses = statusesOf(built);
        expect(
          built.books.flatMap(({ diagnostics, failedFiles, failedStories }) =>
            [diagnostics, failedFiles, failedStories].flat(),
          ),
        ).toEqual([]);
        rmSync(shelf.path('plain'), { recursive: true, force: true });
        await shelf.build(options, { out: 'plain', cache: null });
        const [ours, plain] = [shelf.read('out'), shelf.read('plain')];
        expect(Object.fromEntries(Object.keys(plain).map(name => [name, ours[name] === plain[name]]))).toEqual(
          Object.fromEntries(Object.keys(plain).map(name => [name, true])),
        );
        return statuses;
      };
      expect(await rebuilt()).toEqual(['built']);
      expect(statusesOf(await shelf.build(options, kept))).toEqual(['unchanged']);
      for (const file of filesIn(shelf.path('in'))) {
        const name = relative(shelf.path('in'), file);
        const before = readFileSync(file);
        await change(file);
        expect([name, ...(await rebuilt())]).toEqual([name, 'built']);
        writeFileSync(file, before);
      }
      for (const [name, content] of Object.entries(newcomers)) {
        await shelf.build(options, kept);
        shelf.write({ [name]: content() });
        expect([name, ...(await rebuilt())]).toEqual([name, 'built']);
        rmSync(shelf.path(name));
      }
    },
  );

  it('counts a picture that was not there, and one that a link leads to', async () => {
    shelf.write({
      'in/lamp.md': '# The Lamp\n\n![A lamp](lamp.png)\n\nIt had been lit before anybody thought of it.\n',
    });
    shelf.write({ 'in/red.png': await picture('#aa0000'), 'in/blue.png': await picture('#0000aa') });
    const options = [{ stories: [{ files: [{ path: shelf.path('in/lamp.md') }] }], editions: ['epub'], cover: 'none' }];
    const build = async () => [statusesOf(await shelf.build(options, kept)), shelf.read('out')] as const;
    const [, without] = await build();
    symlinkSync('red.png', shelf.path('in/lamp.png'));
    const [withRed, red] = await build();
    rmSync(shelf.path('in/lamp.png'));
    symlinkSync('blue.png', shelf.path('in/lamp.png'));
    const [withBlue, blue] = await build();
    // The same picture, but a link leads out of the folder now.
    renameSync(shelf.path('in/blue.png'), shelf.path('blue.png'));
    rmSync(shelf.path('in/lamp.png'));
    symlinkSync('../blue.png', shelf.path('in/lamp.png'));
    const [outside, refused] = await build();
    expect([withRed, withBlue, outside]).toEqual([['built'], ['built'], ['built']]);
    expect(red).not.toEqual(without);
    expect(blue).not.toEqual(red);
    expect(refused).toEqual(without);
  });

  it('tells books apart that differ in a setting alone', async () => {
    shelf.write({ 'in/lamp.txt': 'The Lamp\n\nby Ned Hollow\n\nIt had been lit before anybody thought of it.\n' });
    mkdirSync(shelf.path('out'));
    const story = { files: [{ path: shelf.path('in/lamp.txt') }] };
    const plain: CompileOptions = { stories: [story], editions: ['epub'], cover: 'none' };
    const others: CompileOptions[] = [
      { ...plain, sourceDateEpoch: 1 },
      { ...plain, typography: 'off' },
      { ...plain, stories: [{ ...story, title: 'Another' }] },
      { ...plain, maxBytes: Infinity },
      {
        ...plain,
        stories: [{ files: [{ path: 'a.txt', content: new TextEncoder().encode('One text in memory.\n') }] }],
      },
      {
        ...plain,
        stories: [{ files: [{ path: 'a.txt', content: new TextEncoder().encode('Two texts in memory.\n') }] }],
      },
    ];
    for (const options of [plain, ...others]) expect(statusesOf(await shelf.build([options], kept))).toEqual(['built']);
    for (const options of [plain, ...others])
      expect(statusesOf(await shelf.build([options], kept))).not.toContain('built');
  });
});
