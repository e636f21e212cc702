import { describe, expect, it } from 'vitest';
import { authorIndex } from '../../src/book/authorIndex.ts';
import { inBackOrder, inFrontOrder } from '../../src/book/bookMatterOrder.ts';
import { partOpeningMatter } from '../../src/book/openingMatter.ts';
import type { MatterRole, MatterSection, PersonName } from '../../src/book/tree.ts';
import { book, matter, story } from '../epub/books.ts';

const rolesOf = (sections: readonly MatterSection[]) => sections.map(section => section.role);
const sectionsOf = (...roles: MatterRole[]) => roles.map(role => matter(role, 'x'));

describe('the order of a book’s own matter', () => {
  it('is that of print, whatever the order it was given in', () => {
    const given = sectionsOf('introduction', 'other', 'permissions', 'acknowledgments', 'epigraph', 'dedication');
    expect(rolesOf(inFrontOrder(given))).toEqual(['dedication', 'epigraph', 'acknowledgments', 'permissions', 'introduction', 'other']); // prettier-ignore
    expect(rolesOf(inBackOrder(sectionsOf('endNotes', 'permissions', 'afterword')))).toEqual(['afterword', 'permissions', 'endNotes']); // prettier-ignore
  });

  it('leaves equals as they stand', () => {
    const given = [matter('other', 'first'), matter('other', 'second')];
    expect(inFrontOrder(given)).toEqual(given);
  });
});

describe('partOpeningMatter', () => {
  it('puts summary and warnings with the title, and leaves the rest in the order of the source', () => {
    const parted = partOpeningMatter(sectionsOf('disclaimer', 'summary', 'dedication', 'warnings', 'authorsNote'));
    expect(rolesOf(parted.withTitle)).toEqual(['summary', 'warnings']);
    expect(rolesOf(parted.after)).toEqual(['disclaimer', 'dedication', 'authorsNote']);
  });

  it('gives a long summary a page of its own', () => {
    expect(partOpeningMatter([matter('summary', 'x'.repeat(1250))]).withTitle).toHaveLength(1);
    expect(partOpeningMatter([matter('summary', 'x'.repeat(1251))]).withTitle).toHaveLength(0);
  });
});

describe('authorIndex', () => {
  const by = (...people: PersonName[]) =>
    story('One', { metadata: { authors: people.map(text => ({ text, origin: 'config' as const, confidence: 1 })) } });

  it('lists each author once, by the form she is sorted by, with every story she had a part in', () => {
    const teasdale = { name: 'Corvina Teasdale', fileAs: 'Teasdale, Corvina' };
    const tree = book([by(teasdale, { name: 'wren_and_otter' }), by({ name: 'Nell' }), by(teasdale), by()]);
    expect(authorIndex(tree)).toEqual([
      { name: 'Nell', storyIndexes: [1] },
      { name: 'Corvina Teasdale', storyIndexes: [0, 2] },
      { name: 'wren_and_otter', storyIndexes: [0] },
    ]);
  });

  it('sorts as the language of the book does', () => {
    const people = ['Zoë', 'Östen', 'Adam'].map(name => by({ name }));
    const [first, ...others] = people;
    if (first === undefined) throw new Error('There are three');
    const namesIn = (language: string) =>
      authorIndex(book([first, ...others], { metadata: { language } })).map(author => author.name);
    expect(namesIn('sv')).toEqual(['Adam', 'Zoë', 'Östen']);
    expect(namesIn('de')).toEqual(['Adam', 'Östen', 'Zoë']);
    expect(namesIn('not a language')).toEqual(['Adam', 'Östen', 'Zoë']);
  });

  it('is left out where there is nothing to look up', () => {
    expect(authorIndex(book([by({ name: 'Nell' }), by({ name: 'Nell' }), by()]))).toEqual([]);
    expect(authorIndex(book([by({ name: 'Nell' }, { name: 'Wren' })]))).toEqual([]);
    expect(authorIndex(book([by({ name: ' ' }), by({ name: 'Nell' })]))).toEqual([]);
  });
});
