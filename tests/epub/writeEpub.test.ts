import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/openArchive.ts';
import { readEntry } from '../../src/archive/readEntry.ts';
import type { Anthology, Block, Inline } from '../../src/book/tree.ts';
import { renderEpubFiles } from '../../src/epub/renderEpubFiles.ts';
import { writeEpub } from '../../src/epub/writeEpub.ts';
import { verifyEpub } from '../../src/verify/verifyEpub.ts';
import {
  book,
  chapter,
  everyBlock,
  fullCollection,
  matter,
  onePixelJpeg,
  optionsWithCover,
  paragraph,
  story,
  stressBook,
  text,
  theme,
  unmarkedChapter,
  untitledStory,
} from './books.ts';

const withoutCover = { theme, cover: null };

function filesOf(tree: Anthology, options = optionsWithCover): Map<string, string> {
  return new Map(
    renderEpubFiles(tree, options).map(({ path, content }) => [path.replace('OEBPS/', ''), String(content)]),
  );
}

function fileOf(tree: Anthology, path: string): string {
  const content = filesOf(tree).get(path);
  if (content === undefined) throw new Error(`There is no ${path}`);
  return content;
}

/** The words of a page as a reader sees them. */
function wordsOf(markup: string): string {
  const body = markup.slice(markup.indexOf('<body'));
  const plain = body.replace(/<[^>]*>/g, ' ');
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return plain.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? '').replace(/\s+/g, ' ');
}

describe('writeEpub', () => {
  const timeZone = process.env.TZ;
  afterEach(() => {
    if (timeZone === undefined) delete process.env.TZ;
    else process.env.TZ = timeZone;
  });

  it('gives the same bytes every time and in every time zone', async () => {
    process.env.TZ = 'Pacific/Kiritimati';
    const first = await writeEpub(fullCollection, optionsWithCover);
    process.env.TZ = 'America/Los_Angeles';
    const second = await writeEpub(fullCollection, optionsWithCover);
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('stores mimetype first, has no directories and sorts the other files', async () => {
    const archive = openArchive(await writeEpub(fullCollection, optionsWithCover));
    const paths = archive.entries.map(entry => entry.path);
    expect(paths[0]).toBe('mimetype');
    expect(archive.entries[0]?.method).toBe(0);
    expect(paths.slice(1)).toEqual([...paths.slice(1)].sort());
    expect(archive.entries.some(entry => entry.isDirectory)).toBe(false);
  });

  it('packs exactly the rendered files', async () => {
    const archive = openArchive(await writeEpub(fullCollection, optionsWithCover));
    const packed = new Map(archive.entries.map(entry => [entry.path, Buffer.from(readEntry(archive, entry))]));
    packed.delete('mimetype');
    const rendered = renderEpubFiles(fullCollection, optionsWithCover);
    expect(packed.size).toBe(rendered.length);
    for (const { path, content } of rendered) expect(packed.get(path)).toEqual(Buffer.from(content));
    expect(packed.get('OEBPS/cover.jpg')).toEqual(Buffer.from(onePixelJpeg));
  });

  it.each([
    ['a collection of everything', fullCollection],
    ['three hundred chapters of everything', stressBook],
  ])('writes %s without a defect', async (_, tree) => {
    expect(await verifyEpub(await writeEpub(tree, optionsWithCover))).toEqual([]);
    expect(await verifyEpub(await writeEpub(tree, { ...optionsWithCover, hasCoverPage: true }))).toEqual([]);
  });

  it('writes a book without title, author and cover with no defect but the cover', async () => {
    const found = await verifyEpub(await writeEpub(untitledStory, withoutCover));
    expect(found.map(diagnostic => diagnostic.code)).toEqual(['epub/cover-missing']);
  });

  it('writes any words into a sound book and loses none', async () => {
    const { inline, block } = fc.letrec<{ inline: Inline; block: Block }>(tie => ({
      inline: fc.oneof(
        { depthSize: 'small' },
        fc.string({ unit: 'binary' }).map(value => text(value)),
        fc.record({ type: fc.constantFrom('emphasis', 'strong', 'superscript'), children: fc.array(tie('inline'), { maxLength: 3 }) }),
        fc.record({ type: fc.constant('link'), url: fc.webUrl(), children: fc.array(tie('inline'), { maxLength: 2 }) }),
        fc.constant<Inline>({ type: 'hardBreak' }),
      ),
      block: fc.oneof(
        { depthSize: 'small' },
        fc.record({ type: fc.constant('paragraph'), children: fc.array(tie('inline')) }),
        fc.record({ type: fc.constant('heading'), depth: fc.nat(8).map(n => n + 1), children: fc.array(tie('inline')) }),
        fc.constant<Block>({ type: 'thematicBreak' }),
        fc.record({ type: fc.constant('blockQuote'), children: fc.array(tie('block'), { maxLength: 3 }) }),
        fc.record({ type: fc.constant('preformatted'), value: fc.string({ unit: 'binary' }) }),
      ),
    })) as { inline: fc.Arbitrary<Inline>; block: fc.Arbitrary<Block> };
    const parts = fc.record({ title: fc.string(), label: fc.option(fc.string()), titleInlines: fc.array(inline), body: fc.array(block) });
    await fc.assert(
      fc.asyncProperty(parts, async ({ title, label, titleInlines, body }) => {
        const tree = book([
          story(title, { authors: [title], chapters: [chapter(1, { label, title: titleInlines, body: [...body, paragraph('The last words.')] })] }),
          story('Another'),
        ]);
        expect(await verifyEpub(await writeEpub(tree, optionsWithCover))).toEqual([]);
        expect(wordsOf(fileOf(tree, 'story-1-chapter-1.xhtml'))).toContain('The last words.');
      }),
      { numRuns: 60 },
    );
  }); // prettier-ignore
});

describe('the order of a book', () => {
  const spineOf = (tree: Anthology) =>
    [...fileOf(tree, 'content.opf').matchAll(/idref="([^"]*)"/g)].map(match => match[1]);

  it('opens a collection with its title page, front matter and contents, and ends it with the imprint', () => {
    const tree = book([story('One', { backMatter: [matter('afterword', 'x')] }), story('Two')], {
      frontMatter: [matter('introduction', 'x')],
      backMatter: [matter('permissions', 'x')],
    });
    expect(spineOf(tree)).toEqual([
      'titlepage', 'book-introduction', 'nav', 'halftitlepage', 'story-1', 'story-1-chapter-1', 'story-1-afterword', 'story-2',
      'story-2-chapter-1', 'book-permissions', 'imprint',
    ]); // prettier-ignore
  });

  it('gives one story no page of its own, and its contents a page only when there is a choice', () => {
    const matterAround = { frontMatter: [matter('dedication', 'x')], backMatter: [matter('endNotes', 'x'), matter('endNotes', 'y')] };
    expect(spineOf(book([story('One', matterAround)]))).toEqual([
      'titlepage', 'dedication', 'halftitlepage', 'chapter-1', 'end-notes', 'end-notes-2', 'imprint',
    ]); // prettier-ignore
    expect(spineOf(book([story('One', { chapters: [chapter(1), chapter(2)] })]))).toEqual(['titlepage', 'nav', 'chapter-1', 'chapter-2', 'imprint']);
  }); // prettier-ignore

  it('has a page for the cover only on demand', () => {
    const tree = book([story('One')]);
    expect(filesOf(tree).has('coverpage.xhtml')).toBe(false);
    const shown = filesOf(tree, { ...optionsWithCover, hasCoverPage: true });
    expect(shown.get('coverpage.xhtml')).toContain('alt="A grey square"');
    expect(shown.get('content.opf')).toMatch(/<spine[^>]*>\s*<itemref idref="coverpage"/);
  });

  it('starts to read at the first chapter, or at the page of the first story', () => {
    const start = /<reference type="text"[^>]*href="([^"]*)"/;
    const single = book([story('One', { frontMatter: [matter('disclaimer', 'x')] })]);
    expect(start.exec(fileOf(single, 'content.opf'))?.[1]).toBe('chapter-1.xhtml');
    expect(start.exec(fileOf(fullCollection, 'content.opf'))?.[1]).toBe('story-1.xhtml');
  });

  it('splits a chapter that is too long for old readers at its scene breaks, and loses nothing', () => {
    const scene = (name: string) => [...Array.from({ length: 200 }, () => paragraph('word '.repeat(100))), paragraph(`End of ${name}.`)];
    const body: Block[] = [...scene('one'), { type: 'thematicBreak' }, ...scene('two'), { type: 'thematicBreak' }, ...scene('three'), ...scene('four')];
    const files = filesOf(book([story('Long', { chapters: [chapter(1, { body }), chapter(2)] })]));
    const parts = ['chapter-1.xhtml', 'chapter-1-2.xhtml'].map(path => files.get(path) ?? '');
    expect(parts[0]).toContain('End of two.');
    expect(parts[1]).toMatch(/<section id="chapter-1-2" aria-label="Chapter 1">\s*<hr/);
    expect(parts[1]).toContain('End of four.');
    expect(files.has('chapter-1-3.xhtml')).toBe(false);
    expect(files.get('nav.xhtml')).not.toContain('chapter-1-2');
  }); // prettier-ignore
});

describe('titles and contents', () => {
  const contentsOf = (tree: Anthology) =>
    wordsOf(fileOf(tree, 'nav.xhtml').replace(/<nav id="landmarks"[^]*/, '')).trim();
  const titledChapter = (label: string | null, title: string) => unmarkedChapter({ label, title: [text(title)] });
  const headingOf = (each: ReturnType<typeof chapter>) =>
    /<h2[^]*<\/h2>/.exec(fileOf(book([story('One', { chapters: [each] })]), 'chapter-1.xhtml'))?.[0];

  it('shows a label in the words of the text, above the title', () => {
    expect(headingOf(titledChapter('ADVENTURE I.', 'The Hat'))).toBe('<h2><span class="label">ADVENTURE I</span> <span class="title">The Hat</span></h2>');
    expect(headingOf(unmarkedChapter({ label: '1.' }))).toBe('<h2>1</h2>');
    expect(headingOf(titledChapter(null, 'The Hat'))).toBe('<h2>The Hat</h2>');
    expect(headingOf(unmarkedChapter({ number: 4 }))).toBe('<h2>Chapter 4</h2>');
    expect(headingOf(titledChapter(' ', '\u0001'))).toBeUndefined();
  }); // prettier-ignore

  it('joins label and title as they are joined in print', () => {
    const chapters = [titledChapter('Chapter 1', 'The Hat'), titledChapter('2.', 'The Cat'), titledChapter('III', 'The Mat'), titledChapter('第四章', '帽子'), unmarkedChapter()];
    expect(contentsOf(book([story('One', { chapters })]))).toBe('Contents Chapter 1: The Hat 2. The Cat III. The Mat 第四章 帽子 Chapter 5');
  }); // prettier-ignore

  it('calls the words before the first chapter by the title, and not a chapter', () => {
    const chapters = [unmarkedChapter(), titledChapter('Chapter 1', 'The Hat')];
    expect(contentsOf(book([story('One', { chapters })]))).toBe('Contents One Chapter 1: The Hat');
  });

  it('stands for a story in one piece by its title alone', () => {
    const tree = book([
      story('One', { chapters: [unmarkedChapter()], backMatter: [matter('endNotes', 'x')] }),
      story('Two', { chapters: [unmarkedChapter()] }),
    ]);
    expect(contentsOf(tree)).toBe('Contents One End Notes Two');
    expect(fileOf(tree, 'story-2-chapter-1.xhtml')).toContain('aria-label="Two"');
    expect(fileOf(tree, 'story-2-chapter-1.xhtml')).not.toMatch(/<h\d/);
  });

  it('shows the opening words of an untitled story and claims no author', () => {
    const words = untitledStory.metadata.displayTitle;
    expect(contentsOf(untitledStory)).toBe(`Contents ${words}`);
    expect(fileOf(untitledStory, 'content.opf')).toContain(`<dc:title id="title">${words}</dc:title>`);
    expect(fileOf(untitledStory, 'content.opf')).not.toMatch(/dc:creator|dc:contributor|Unknown/);
    expect(fileOf(untitledStory, 'titlepage.xhtml')).not.toContain('byline');
    expect(fileOf(untitledStory, 'chapter-1.xhtml')).toContain(`aria-label="${words}"`);
  });

  it('numbers the points of the NCX from 1 in reading order', () => {
    const orders = [...fileOf(fullCollection, 'toc.ncx').matchAll(/playOrder="(\d+)"/g)].map(match => Number(match[1]));
    expect(orders.length).toBeGreaterThan(50);
    expect(orders).toEqual(orders.map((_, index) => index + 1));
  });

  it('leaves out no level of headings', () => {
    const levels = [...fileOf(fullCollection, 'story-3-chapter-1.xhtml').matchAll(/<h(\d)/g)].map(match => match[1]);
    expect(levels).toEqual(['4', '5']);
  });
});

describe('people and languages', () => {
  it('names authors as creators, and editors as contributors to what authors wrote', () => {
    const metadata = {
      editors: [{ name: 'Cleo' }],
      authors: [{ name: 'Anna Tinsel', fileAs: 'Tinsel, Anna' }, { name: 'Ben' }],
    };
    const opf = fileOf(book([story('One'), story('Two')], { metadata }), 'content.opf');
    expect(opf).toContain('<dc:creator id="author-1">Anna Tinsel</dc:creator>');
    expect(opf).toContain('<meta refines="#author-1" property="file-as">Tinsel, Anna</meta>');
    expect(opf).toContain('<dc:creator id="author-2">Ben</dc:creator>');
    expect(opf).toContain('<dc:contributor id="editor-1">Cleo</dc:contributor>');
    expect(opf).toContain('<meta refines="#editor-1" property="role" scheme="marc:relators">edt</meta>');
  });

  it('takes the editor for the creator of a book whose authors nobody knows', () => {
    const opf = fileOf(
      book([story('One'), story('Two')], { metadata: { editors: [{ name: 'Cleo' }], authors: [] } }),
      'content.opf',
    );
    expect(opf).toContain('<dc:creator id="editor-1">Cleo</dc:creator>');
  });

  it('states the language of a story that is in another than the book, and of labels that are in neither', () => {
    expect(fileOf(fullCollection, 'story-3.xhtml')).toContain('xml:lang="fr" lang="fr"');
    expect(wordsOf(fileOf(fullCollection, 'story-3.xhtml'))).toContain('par Chloé Dubois');
    expect(fileOf(fullCollection, 'story-4.xhtml')).toContain('<h3 xml:lang="en" lang="en">Warnings</h3>');
    expect(fileOf(fullCollection, 'story-5-chapter-1.xhtml')).toContain('xml:lang="ar" lang="ar" dir="rtl"');
    expect(fileOf(fullCollection, 'nav.xhtml')).toContain(
      '<a href="story-3.xhtml" xml:lang="fr" lang="fr">Le Chapeau</a>',
    );
  });

  it('turns the pages of an Arabic book the other way', () => {
    const tree = book([story('القبعة', { language: 'ar' })], { metadata: { language: 'ar' } });
    expect(fileOf(tree, 'content.opf')).toContain('page-progression-direction="rtl"');
  });

  it('puts what a story says of itself on its page', () => {
    expect(wordsOf(fileOf(fullCollection, 'story-1.xhtml'))).toContain('Rating: PG-13 Fandom: Hats, Caps & Co.');
    const single = book([story('One', { metadata: { fields: [{ key: 'rating', label: 'Rated', value: 'T' }] } })]);
    expect(wordsOf(fileOf(single, 'titlepage.xhtml'))).toContain('Rated: T');
  });

  it('says in the imprint what the sources state', () => {
    const words = wordsOf(fileOf(fullCollection, 'imprint.xhtml'));
    expect(words).toContain('October 2024');
    expect(words).toContain('The Hat & the <Cat> by Anna Tinsel and Ben "Bo" Ochre (May 2004)');
    expect(words).toContain('Made with fascicle.');
  });
});

describe('blocks', () => {
  it('never lets the place in the source into the book', () => {
    const span = { file: 'secret-path.txt', lines: [1, 2] as const };
    const spanned = everyBlock.map(block => ({ ...block, span }));
    const tree = book([story('One', { chapters: [chapter(1, { body: spanned, span })] })]);
    expect([...filesOf(tree).values()].join('')).not.toContain('secret-path');
  });

  it('sets notes and the closing line apart from the text', () => {
    const page = fileOf(fullCollection, 'story-1-chapter-1.xhtml');
    expect(page).toMatch(/<aside class="note authors-note" role="note">\s*<h4>Author’s Note<\/h4>/);
    expect(page).toMatch(/It was a cat\.<\/p>\s*<p class="closing-line">TBC<\/p>\s*<aside class="note review-plea"/);
  });

  it('reads a scene break out in the language of the story', () => {
    expect(fileOf(fullCollection, 'story-3-chapter-1.xhtml')).toContain('<hr aria-label="Changement de scène"/>');
  });
});
