import { describe, expect, it } from 'vitest';
import { assembleBook, assembleStory, type BookSettings } from '../../src/book/assembleBook.ts';
import type { Anthology, NonEmpty, Story } from '../../src/book/tree.ts';
import { createIdentity } from '../../src/compile/identity.ts';
import { identity, partsOf, storyOf } from './stories.ts';

const body = 'The lamp had been lit before anybody thought of asking who would have to put it out again.';
const titled = (title: string, rest = '') => `Title: ${title}\nAuthor: Ned Hollow\n${rest}\n${body}`;
const bookOf = (stories: NonEmpty<Story>, settings: BookSettings = {}): Anthology =>
  assembleBook(stories, settings, identity);

describe('identity', () => {
  it('is a UUID of version 5', () => {
    expect(storyOf(body).id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('stays when a typo is mended', () => {
    const mended = body.replace('lamp', 'lantern');
    expect(storyOf(mended).id).toBe(storyOf(body).id);
    expect(storyOf(titled('The Lamp').replace('lit', 'lighted')).id).toBe(storyOf(titled('The Lamp')).id);
    expect(bookOf([storyOf(mended)]).metadata.id).toBe(bookOf([storyOf(body)]).metadata.id);
  });

  it('is another for another title, author, or file without a title', () => {
    const ids = [storyOf(titled('The Lamp')), storyOf(titled('The Wick')), storyOf(titled('The Lamp').replace('Ned', 'Nell')), storyOf(body, 'a.txt'), storyOf(body, 'b.txt')].map(story => story.id); // prettier-ignore
    expect(new Set(ids).size).toBe(5);
  });

  it('does not hang on the file’s name where the text has a title', () => {
    expect(storyOf(titled('The Lamp'), 'a.txt').id).toBe(storyOf(titled('The Lamp'), 'b.txt').id);
  });

  it('is what the configuration says', () => {
    expect(storyOf(body, 'a.txt', { id: 'urn:isbn:1' }).id).toBe('urn:isbn:1');
    expect(bookOf([storyOf(body)], { id: 'urn:isbn:2' }).metadata.id).toBe('urn:isbn:2');
  });

  it('tells a book from the story in it', () => {
    const story = storyOf(body);
    expect(bookOf([story]).metadata.id).not.toBe(story.id);
  });
});

describe('the moment of a book', () => {
  const dated = storyOf(titled('A', 'Posted: 2003-04-17\n'));
  const later = storyOf(titled('B', 'Posted: 2010-06\n'));

  it('is SOURCE_DATE_EPOCH, else the configuration’s date, else the latest that a text states, else always the same', () => {
    const atEpoch = assembleBook([dated], { date: '2024' }, createIdentity(1_000_000_000));
    expect(atEpoch.metadata.modified).toBe('2001-09-09T01:46:40Z');
    expect(bookOf([dated], { date: '2024-10' }).metadata.modified).toBe('2024-10-01T00:00:00Z');
    expect(bookOf([later, dated]).metadata.modified).toBe('2010-06-01T00:00:00Z');
    expect(bookOf([storyOf(body)]).metadata.modified).toBe('2000-01-01T00:00:00Z');
  });

  it('takes the more exact of two dates in one year for the later one', () => {
    const exact = storyOf(titled('C', 'Posted: 2010-06-05\n'));
    expect(bookOf([exact, later]).metadata.modified).toBe('2010-06-05T00:00:00Z');
  });

  it('is no date of publication unless one is stated', () => {
    expect(bookOf([storyOf(body)]).metadata.date).toBeNull();
    expect(bookOf([dated]).metadata.date).toBe('2003-04-17');
    expect(bookOf([dated, later]).metadata.date).toBeNull();
  });
});

describe('languages', () => {
  const inLanguage = (language: string | undefined, name: string) => storyOf(body, name, { language });

  it('of a collection are the most of its stories’, the earlier on a tie', () => {
    expect(
      bookOf([inLanguage('fr', 'a.txt'), inLanguage('de', 'b.txt'), inLanguage('de', 'c.txt')]).metadata.language,
    ).toBe('de');
    expect(bookOf([inLanguage('fr', 'a.txt'), inLanguage('de', 'b.txt')]).metadata.language).toBe('fr');
  });

  it('are unknown rather than guessed', () => {
    expect(bookOf([storyOf('Short.')]).metadata.language).toBe('und');
    expect(bookOf([storyOf('Short.'), inLanguage('fr', 'a.txt')]).metadata.language).toBe('fr');
  });

  it('are what the configuration says', () => {
    expect(bookOf([inLanguage('fr', 'a.txt')], { language: 'oc' }).metadata.language).toBe('oc');
  });
});

describe('titles of collections', () => {
  const [named, unnamed] = [storyOf(titled('The Lamp'), 'a.txt'), storyOf(body, '0001.txt')] as const;

  it('are the configuration’s, else the folder’s name, else the first titled story’s', () => {
    expect(bookOf([named, unnamed], { title: 'Lamps', folderName: 'my-stories' }).metadata.displayTitle).toBe('Lamps');
    expect(bookOf([named, unnamed], { folderName: 'borrowed-lamps', language: 'en' }).metadata).toMatchObject({ title: null, displayTitle: 'Borrowed Lamps' }); // prettier-ignore
    expect(bookOf([unnamed, named], { folderName: 'stories' }).metadata.displayTitle).toBe(
      'The Lamp and Other Stories',
    );
    expect(bookOf([unnamed, unnamed]).metadata.displayTitle).toBe(
      'The lamp had been lit before anybody and Other Stories',
    );
  });

  it('of one story are the story’s', () => {
    expect(bookOf([named]).metadata).toMatchObject({
      title: 'The Lamp',
      displayTitle: 'The Lamp',
      isCollection: false,
    });
    expect(bookOf([unnamed], { folderName: 'borrowed-lamps' }).metadata.displayTitle).toBe(
      'The lamp had been lit before anybody…',
    );
  });
});

describe('authors', () => {
  it('are named once each, in order, and never invented', () => {
    const signed: NonEmpty<Story> = [storyOf(titled('A')), storyOf(titled('B')), storyOf(body, 'c.txt', { authors: ['Wren', 'Ned Hollow'] })]; // prettier-ignore
    const names = ['Ned Hollow', 'Wren'];
    expect(bookOf(signed).metadata.authors.map(author => author.name)).toEqual(names);
    const [first, ...others] = signed;
    const withOneUnsigned = bookOf([first, ...others, storyOf(body)]).metadata;
    expect(withOneUnsigned.authors).toEqual([]);
    expect(withOneUnsigned.contributors.map(author => author.name)).toEqual(names);
    expect(bookOf([storyOf(body)]).metadata.authors).toEqual([]);
  });

  it('of the configuration stand in for those of the text', () => {
    const { story } = assembleStory(partsOf(titled('A')), { authors: ['Wren'] }, identity);
    expect(story.metadata.authors).toMatchObject([{ text: { name: 'Wren' }, origin: 'config' }]);
  });
});

describe('where stories are from and whose they are', () => {
  const stated = (title: string, fields: string) => storyOf(`---\ntitle: ${title}\n${fields}---\n\n${body}`, 'a.md');
  const toll = stated('Toll', 'series: Part 2 of Tolls\nsource: https://example.org/1\ncopyright: © Nell\nsummary: A toll.\n');
  const ferry = stated('Ferry', 'source: https://example.org/2\ncopyright: © Wren\n');

  it('is what a single story states', () => {
    const { series, sources, rights, description } = bookOf([toll]).metadata;
    expect({ series: series?.text, sources, rights, description }).toEqual({
      series: { name: 'Tolls', position: 2 },
      sources: ['https://example.org/1'],
      rights: '© Nell',
      description: 'A toll.',
    });
  });

  it('of a collection are the sources alone, for no author speaks for the others', () => {
    const { metadata } = bookOf([toll, ferry, ferry]);
    expect(metadata.sources).toEqual(['https://example.org/1', 'https://example.org/2']);
    expect(metadata).not.toHaveProperty('series');
    expect(metadata).not.toHaveProperty('rights');
    expect(metadata.description).toBeNull();
  });

  it('is what the configuration says, where it says something', () => {
    const settings = { series: { name: 'Rivers' }, source: 'a drawer', rights: 'Ours', publisher: 'P', identifier: 'doi:1/2', description: 'D' };
    const { series, ...metadata } = bookOf([toll], settings).metadata;
    expect(series).toEqual({ text: { name: 'Rivers' }, origin: 'config', confidence: 1 });
    expect(metadata).toMatchObject({ sources: ['a drawer'], rights: 'Ours', publisher: 'P', identifier: 'doi:1/2', description: 'D' });
    const { story } = assembleStory(partsOf(titled('A')), { series: { name: 'Rivers' }, source: 'a zine', rights: 'Mine' }, identity);
    expect(story.metadata).toMatchObject({ series: { text: { name: 'Rivers' }, origin: 'config' }, source: { text: 'a zine' }, rights: { text: 'Mine' } });
  });

  it('is nothing where nothing states it', () => {
    const { metadata } = bookOf([storyOf(titled('A'))]);
    for (const key of ['series', 'rights', 'publisher', 'identifier', 'sources']) expect(metadata).not.toHaveProperty(key);
    expect(storyOf(titled('A')).metadata).not.toHaveProperty('source');
  });

  it('keeps the form that a person is sorted by', () => {
    const ann = { name: 'Ann Lee', fileAs: 'Lee, Ann' };
    const { story } = assembleStory(partsOf(titled('A')), { authors: [ann, 'Wren'] }, identity);
    expect(story.metadata.authors.map(author => author.text)).toEqual([ann, { name: 'Wren' }]);
    expect(bookOf([story], { editors: ['Ned', ann] }).metadata.editors).toEqual([{ name: 'Ned' }, ann]);
  });
}); // prettier-ignore
