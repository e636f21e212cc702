import { describe, expect, it } from 'vitest';
import type { Anthology, PartHeading, Story, StoryField } from '../../src/book/tree.ts';
import { renderEpubFiles } from '../../src/epub/renderEpubFiles.ts';
import { book, chapter, matter, story, text, theme } from './books.ts';

function filesOf(tree: Anthology): Map<string, string> {
  const files = renderEpubFiles(tree, { theme, cover: null });
  return new Map(files.map(({ path, content }) => [path.replace('OEBPS/', ''), String(content)]));
}

function fileOf(tree: Anthology, path: string): string {
  const content = filesOf(tree).get(path);
  if (content === undefined) throw new Error(`There is no ${path}`);
  return content;
}

const spineOf = (tree: Anthology) =>
  [...fileOf(tree, 'content.opf').matchAll(/idref="([^"]*)"/g)].map(match => match[1]);

const landmarksOf = (tree: Anthology) =>
  [...fileOf(tree, 'nav.xhtml').matchAll(/<a epub:type="([^"]*)" href="([^"]*)"/g)].map(
    ([, type, href]) => `${type ?? ''} ${href ?? ''}`,
  );

const field = (key: string, label: string, value: string): StoryField => ({ key, label, value });
const config = <T>(value: T) => ({ text: value, origin: 'config' as const, confidence: 1 });

describe('the page with a story’s title', () => {
  const frontMatter = [matter('summary', 'A toll keeper lights a lamp.'), matter('warnings', 'Deep water.'), matter('dedication', 'For N.')];
  const shown = [
    /<section class="with-title summary" epub:type="abstract" role="doc-abstract">\s*<h(\d)>Summary<\/h\1>\s*<p>A toll keeper/,
    /<section class="with-title warnings" epub:type="notice" role="doc-notice">\s*<h(\d)>Warnings<\/h\1>\s*<p>Deep water/,
  ];

  it('shows a short summary and the warnings of a collected story, one heading below its title', () => {
    const tree = book([story('One', { frontMatter }), story('Two')]);
    for (const pattern of shown) expect(pattern.exec(fileOf(tree, 'story-1.xhtml'))?.[1]).toBe('3');
    expect(spineOf(tree)).toEqual(['titlepage', 'nav', 'story-1', 'story-1-dedication', 'story-1-chapter-1', 'story-2', 'story-2-chapter-1', 'imprint']);
    expect(fileOf(tree, 'nav.xhtml')).not.toContain('Summary');
  });

  it('is the title page for a single story, whose language its summary keeps', () => {
    const tree = book([story('Un', { frontMatter, language: 'fr' })]);
    const page = fileOf(tree, 'titlepage.xhtml');
    expect(page).toContain('<section class="with-title summary" epub:type="abstract" role="doc-abstract" xml:lang="fr" lang="fr">\n<h2>Résumé</h2>');
    expect(spineOf(tree)).toEqual(['titlepage', 'dedication', 'halftitlepage', 'chapter-1', 'imprint']);
  });

  it('leaves a long summary to a page of its own', () => {
    const tree = book([story('One', { frontMatter: [matter('summary', 'long '.repeat(400))] })]);
    expect(fileOf(tree, 'titlepage.xhtml')).not.toContain('long long');
    expect(fileOf(tree, 'summary.xhtml')).toContain('long long');
  });

  it('says the series that the configuration gives, and not a second time the one that a field shows', () => {
    const series = { name: 'The Lamp Cycle', position: 2 };
    const told = story('One', { metadata: { series: config(series) } });
    const found = story('Two', {
      metadata: { series: { ...config(series), origin: 'text' }, fields: [field('series', 'Series', 'Part 2 of The Lamp Cycle')] },
    });
    const tree = book([told, found]);
    expect(fileOf(tree, 'story-1.xhtml')).toContain('<p class="series">Part 2 of The Lamp Cycle</p>');
    expect(fileOf(tree, 'story-2.xhtml').match(/Part 2 of The Lamp Cycle/g)).toHaveLength(1);
  });
}); // prettier-ignore

describe('the half title', () => {
  it('stands before the text where there is front matter, and only there', () => {
    expect(spineOf(book([story('One'), story('Two')]))).not.toContain('halftitlepage');
    expect(spineOf(book([story('One', { frontMatter: [matter('summary', 'Short.')] })]))).not.toContain('halftitlepage');
    expect(spineOf(book([story('One', { frontMatter: [matter('disclaimer', 'x')], chapters: [] })]))).not.toContain('halftitlepage');
    const tree = book([story('One'), story('Two')], { frontMatter: [matter('dedication', 'x')] });
    expect(spineOf(tree).slice(0, 4)).toEqual(['titlepage', 'book-dedication', 'nav', 'halftitlepage']);
    expect(fileOf(tree, 'halftitlepage.xhtml')).toMatch(/<body epub:type="frontmatter">\s*<section id="halftitlepage" epub:type="halftitlepage">\s*<h2>A Shelf of Hats<\/h2>/);
  });
}); // prettier-ignore

describe('the author index', () => {
  const tree = book([story('Smoke', { authors: ['Wren', 'Nell'] }), story('Rauch', { authors: ['Nell'], language: 'de' })]);

  it('leads from each author to the own stories', () => {
    const page = fileOf(tree, 'author-index.xhtml');
    expect(page).toContain('<section id="author-index" class="author-index" epub:type="index" role="doc-index">');
    const links = [...page.matchAll(/<p[^>]*>([^<]*)|href="([^"]*)"([^>]*)>([^<]*)/g)].map(match => match.slice(1).filter(Boolean).join('|'));
    expect(links.slice(1)).toEqual(['Nell', 'story-1.xhtml|Smoke', 'story-2.xhtml| xml:lang="de" lang="de"|Rauch', 'Wren', 'story-1.xhtml|Smoke']);
  });

  it('can be reached from contents, landmarks and guide, and is told to who looks for one', () => {
    expect(fileOf(tree, 'nav.xhtml')).toContain('<li><a href="author-index.xhtml">Authors</a></li>');
    expect(landmarksOf(tree)).toContain('index author-index.xhtml');
    expect(fileOf(tree, 'content.opf')).toContain('<reference type="index" title="Authors" href="author-index.xhtml"/>');
    expect(fileOf(tree, 'content.opf')).toContain('<meta property="schema:accessibilityFeature">index</meta>');
    expect(spineOf(tree).slice(-2)).toEqual(['author-index', 'imprint']);
  });

  it('is left out, and claimed nowhere, where one author wrote all', () => {
    const ofOne = book([story('One', { authors: ['Nell'] }), story('Two', { authors: ['Nell'] })]);
    const files = filesOf(ofOne);
    files.delete('style.css');
    expect([...files.values()].join('')).not.toMatch(/author-index|>index</);
  });
}); // prettier-ignore

describe('contents', () => {
  it('have two levels in a collection, parts of stories included', () => {
    const part: PartHeading = { label: 'Part One', number: 1, title: null };
    const inParts: Story = story('One', { chapters: [chapter(1, { part }), chapter(2)] });
    const single = fileOf(book([inParts]), 'toc.ncx');
    const collected = filesOf(book([inParts, story('Two')]));
    expect(single).toContain('<meta name="dtb:depth" content="2"/>');
    expect(collected.get('toc.ncx')).toContain('<meta name="dtb:depth" content="2"/>');
    const entries = [...(collected.get('nav.xhtml') ?? '').matchAll(/<li><a href="([^"]*)"/g)].map(match => match[1]);
    expect(entries).toEqual(['story-1.xhtml', 'story-1-part-1.xhtml', 'story-1-chapter-1.xhtml', 'story-1-chapter-2.xhtml', 'story-2.xhtml', 'story-2-chapter-1.xhtml']);
  });
}); // prettier-ignore

describe('landmarks', () => {
  it('lead to the divisions that the book has', () => {
    const back = [matter('afterword', 'x'), matter('endNotes', 'y')];
    expect(landmarksOf(book([story('One')]))).toEqual(['titlepage titlepage.xhtml', 'bodymatter chapter-1.xhtml', 'colophon imprint.xhtml']);
    expect(landmarksOf(book([story('One', { chapters: [chapter(1), chapter(2)], backMatter: back })]))).toEqual([
      'titlepage titlepage.xhtml', 'toc nav.xhtml', 'bodymatter chapter-1.xhtml', 'backmatter afterword.xhtml', 'colophon imprint.xhtml',
    ]);
  });
}); // prettier-ignore

describe('the imprint', () => {
  const stated = story('The Toll', {
    authors: ['Nell'],
    metadata: {
      date: { text: '2004-05', origin: 'text', confidence: 1 },
      fields: [
        field('rating', 'Rating', 'Teen'),
        field('source', 'Story URL', 'https://example.org/1?a=b&c=d'),
        field('archive', 'Archive', 'Ask <first>'),
        field('copyright', 'Copyright', '© 2004 Nell'),
      ],
    },
    frontMatter: [matter('disclaimer', 'Nobody owns a river.')],
    backMatter: [matter('permissions', 'Translate it.', 'Go ahead')],
  });

  it('says of each story what it states, in its words, and leads to what it says at length', () => {
    const page = fileOf(book([stated, story('Two')]), 'imprint.xhtml');
    const facts = [...page.matchAll(/<li>(.*)<\/li>/g)].map(match => match[1]);
    expect(facts).toEqual([
      '<span class="fact">Story URL:</span> <a href="https://example.org/1?a=b&amp;c=d">https://example.org/1?a=b&amp;c=d</a>',
      '<span class="fact">Archive:</span> Ask &lt;first&gt;',
      '<span class="fact">Copyright:</span> © 2004 Nell',
      '<a href="story-1-disclaimer.xhtml">Disclaimer</a>',
      '<a href="story-1-permissions.xhtml">Go ahead</a>',
    ]);
    expect(page).toMatch(/<p><cite>Two<\/cite><\/p>\s*<\/li>/);
  });

  it('gives the word to the configuration', () => {
    const told = { ...stated, metadata: { ...stated.metadata, source: config('a zine'), rights: config('All Nell’s') } };
    const page = fileOf(book([told, story('Two')]), 'imprint.xhtml');
    expect(page).toContain('<span class="fact">Source:</span> a zine');
    expect(page).toContain('<span class="fact">Rights:</span> All Nell’s');
    expect(page).not.toMatch(/Story URL|© 2004/);
  });

  it('says what is known of the book, and of its only story the date', () => {
    const metadata = { publisher: 'The Drawer Press', identifier: 'urn:isbn:9780306406157', rights: 'Ours', sources: ['a drawer'], series: config({ name: 'Drawers' }) };
    const page = fileOf(book([stated], { metadata: { ...metadata, date: '2024' } }), 'imprint.xhtml');
    for (const line of ['<p><cite>The Toll</cite> by Nell (May 2004)</p>', '<p>2024</p>', '<span class="fact">Series:</span> Part of Drawers', '<span class="fact">Publisher:</span> The Drawer Press', '<span class="fact">ISBN:</span> 9780306406157', '<span class="fact">Source:</span> a drawer', '<span class="fact">Rights:</span> Ours']) {
      expect(page).toContain(line);
    }
  });
}); // prettier-ignore

describe('the package', () => {
  it('names the language of the book first, then each other that a story is in', () => {
    const tree = book([story('Un', { language: 'fr' }), story('One'), story('Deux', { language: 'fr' }), story('X', { language: 'und' })]);
    const languages = [...fileOf(tree, 'content.opf').matchAll(/<dc:language>(.*?)</g)].map(match => match[1]);
    expect(languages).toEqual(['en', 'fr']);
  });

  const series = { name: 'Tolls & Ferries', position: 1.5 };

  it('says series, publisher, sources, rights and identifier, each only when it is stated', () => {
    const opf = fileOf(
      book([story('One')], { metadata: { series: config(series), publisher: 'P & P', sources: ['https://example.org/?a&b', 'a zine'], rights: '© Nell', identifier: 'urn:isbn:9780306406157' } }),
      'content.opf',
    );
    for (const line of [
      '<dc:identifier id="identifier">urn:isbn:9780306406157</dc:identifier>',
      '<meta refines="#identifier" property="identifier-type" scheme="onix:codelist5">15</meta>',
      '<dc:publisher>P &amp; P</dc:publisher>',
      '<dc:source>https://example.org/?a&amp;b</dc:source>\n<dc:source>a zine</dc:source>',
      '<dc:rights>© Nell</dc:rights>',
      '<meta property="belongs-to-collection" id="series">Tolls &amp; Ferries</meta>',
      '<meta refines="#series" property="collection-type">series</meta>',
      '<meta refines="#series" property="group-position">1.5</meta>',
      '<meta name="calibre:series" content="Tolls &amp; Ferries"/>',
      '<meta name="calibre:series_index" content="1.5"/>',
    ]) {
      expect(opf).toContain(line);
    }
    expect(fileOf(book([story('One')]), 'content.opf')).not.toMatch(/publisher|dc:source|rights|collection|series|identifier-type/);
  });

  it('gives no position that nobody stated', () => {
    const opf = fileOf(book([story('One')], { metadata: { series: config({ name: 'Tolls' }) } }), 'content.opf');
    expect(opf).toContain('calibre:series');
    expect(opf).not.toMatch(/group-position|series_index/);
  });

  it('sorts an editor as the configuration says', () => {
    const opf = fileOf(book([story('One'), story('Two')], { metadata: { editors: [{ name: 'Ann Lee', fileAs: 'Lee, Ann' }] } }), 'content.opf');
    expect(opf).toContain('<meta refines="#editor-1" property="file-as">Lee, Ann</meta>');
  });

  it('takes subjects from fandoms, genres and tags, and who is in it for a single story', () => {
    const fields = [
      field('fandom', 'Fandom', 'The Good, the Bad and the Ugly'),
      field('fandom', 'Fandoms', 'Tolls, Ferries'),
      field('genre', 'Genre', 'Humour; Drama'),
      field('codes', 'Additional Tags', 'Slow Burn, Lamps, Ferries'),
      field('codes', 'Codes', 'J/C, R'),
      field('pairing', 'Relationship', 'Wren/Otter'),
      field('characters', 'Characters', 'Wren, Otter'),
      field('genre', 'Genre', 'x'.repeat(200)),
    ];
    const subjectsOf = (tree: Anthology) => [...fileOf(tree, 'content.opf').matchAll(/<dc:subject>(.*?)</g)].map(match => match[1]);
    const shelf = ['The Good, the Bad and the Ugly', 'Tolls', 'Ferries', 'Humour', 'Drama', 'Slow Burn', 'Lamps'];
    expect(subjectsOf(book([story('One', { metadata: { fields } })]))).toEqual([...shelf, 'Wren/Otter', 'Wren', 'Otter']);
    expect(subjectsOf(book([story('One', { metadata: { fields } }), story('Two')]))).toEqual(shelf);
  });
}); // prettier-ignore

describe('titles of pages', () => {
  it('are those of their sections', () => {
    const tree = book([story('One', { chapters: [chapter(1, { title: [text('A Brim')] })] }), story('Two')]);
    expect(fileOf(tree, 'story-1-chapter-1.xhtml')).toContain('<title>Chapter 1: A Brim</title>');
    expect(fileOf(tree, 'story-2.xhtml')).toContain('<title>Two</title>');
  });
});
