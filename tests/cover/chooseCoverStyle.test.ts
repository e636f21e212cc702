import { describe, expect, it } from 'vitest';
import { chooseCoverStyle, explainChoice } from '../../src/cover/chooseCoverStyle.ts';
import { coverStyles } from '../../src/cover/coverStyles.ts';
import { findTraits, type TraitSources } from '../../src/cover/findTraits.ts';

const nothing: TraitSources = {
  title: null,
  subtitle: null,
  subjects: [],
  descriptions: [],
  text: '',
  isCollection: false,
};

const traitsOf = (sources: Partial<TraitSources>) => findTraits({ ...nothing, ...sources });

const ids = Array.from({ length: 40 }, (_, index) => `urn:uuid:${String(index)}`);

describe('findTraits', () => {
  it('finds them in title, subjects and summaries, in four languages', () => {
    expect(traitsOf({ title: 'The Lighthouse Bride' })[0]).toMatchObject({
      trait: 'sea',
      source: 'title',
      word: 'lighthouse',
    });
    expect(traitsOf({ title: 'Der Wald im Winter' }).map(({ trait }) => trait)).toEqual(['woods', 'winter']);
    expect(traitsOf({ title: 'La mer' }).map(({ trait }) => trait)).toContain('sea');
    expect(traitsOf({ subjects: ['Science Fiction', 'Slow Burn'] }).map(({ trait }) => trait)).toEqual([
      'romance',
      'scienceFiction',
    ]);
  });

  it('takes places from a text that tells of them often, and never a mood', () => {
    const sea = 'The ship went out with the tide, and the sailor slept and wept in sadness. '.repeat(12);
    expect(traitsOf({ text: sea }).map(({ trait }) => trait)).toEqual(['sea']);
    expect(traitsOf({ text: 'The ship went out.' })).toEqual([]);
  });

  it('does not find words inside of others', () => {
    expect(traitsOf({ title: 'Seasoned Warders of Catastrophe' })).toEqual([]);
  });
});

describe('chooseCoverStyle', () => {
  it('is the same for the same book, and not for every book without traits', () => {
    const chosen = ids.map(id => chooseCoverStyle(id, []).style);
    expect(ids.map(id => chooseCoverStyle(id, []).style)).toEqual(chosen);
    expect(new Set(chosen).size).toBeGreaterThan(Math.min(coverStyles.length, 4) - 1);
  });

  it('takes a style that suits, and says by which word', () => {
    const traits = traitsOf({ title: 'Orbit of the Dead Star', subjects: ['Science Fiction'] });
    for (const id of ids) {
      const chosen = chooseCoverStyle(id, traits);
      expect(chosen.style).not.toBe('woodcut');
      expect(explainChoice(chosen)).toMatch(/“[\w ]+”/);
    }
  });

  it('says that nothing spoke for it where nothing did', () => {
    expect(explainChoice(chooseCoverStyle('urn:uuid:1', []))).toBe('nothing in the book speaks for another');
  });
});
