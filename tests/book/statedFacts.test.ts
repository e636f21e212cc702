import { describe, expect, it } from 'vitest';
import { labelsFor } from '../../src/book/labels.ts';
import { readSeries, seriesLine, seriesOfFields } from '../../src/book/series.ts';
import { addressIn, statedFacts } from '../../src/book/statedFacts.ts';
import type { StoryField } from '../../src/book/tree.ts';

const field = (key: string, value: string, label = key): StoryField => ({ key, label, value });

describe('readSeries', () => {
  it.each([
    ['Part 2 of The Lamp Cycle', { name: 'The Lamp Cycle', position: 2 }],
    ['← Previous Work Part 12 of The Lamp Cycle Next Work →', { name: 'The Lamp Cycle', position: 12 }],
    ['Part 1 of Tolls, Part 3 of Ferries', { name: 'Tolls', position: 1 }],
    ['Teil 3 von Die Laternen', { name: 'Die Laternen', position: 3 }],
    ['The Lamp Cycle #2', { name: 'The Lamp Cycle', position: 2 }],
    ['The Lamp Cycle, Book 1.5', { name: 'The Lamp Cycle', position: 1.5 }],
    ['The Lamp Cycle (2/5)', { name: 'The Lamp Cycle', position: 2 }],
    ['The Lamp Cycle [4]', { name: 'The Lamp Cycle', position: 4 }],
    ['Apollo 11', { name: 'Apollo 11' }],
    ['Salt, Tolls and Ferries', { name: 'Salt, Tolls and Ferries' }],
  ])('reads %s', (value, series) => {
    expect(readSeries(value)).toEqual(series);
  });

  it.each(['', '3', 'None', 'N/A', 'one-shot', 'Part 2 of '.padEnd(300, 'x')])('finds no series in "%s"', value => {
    expect(readSeries(value)).toBeNull();
  });

  it('is done soon with a long line of spaces, brackets or figures', () => {
    for (const piece of [' ', '(', '1', ', ', 'part ', '# ']) expect(readSeries(piece.repeat(100_000))).toBeNull();
  });
});

describe('seriesOfFields', () => {
  it('takes the field that names a series, and no other of its kind', () => {
    expect(seriesOfFields([field('series', '2', 'Part'), field('series', 'Salt', 'Sequel to')])).toBeNull();
    expect(seriesOfFields([field('series', '2', 'Part'), field('series', 'Salt', 'Serie')])?.text).toEqual({ name: 'Salt' }); // prettier-ignore
  });
});

describe('seriesLine', () => {
  it('says a series in the language of the book, if no field of the text shows it', () => {
    const text = { name: 'Die Laternen', position: 1.5 };
    expect(seriesLine({ text, origin: 'config', confidence: 1 }, labelsFor('de'))).toBe('Die Laternen, Teil 1.5');
    expect(seriesLine({ text: { name: 'Lamps' }, origin: 'config', confidence: 1 }, labelsFor('en'))).toBe('Part of Lamps'); // prettier-ignore
    expect(seriesLine({ text, origin: 'text', confidence: 1 }, labelsFor('de'))).toBeNull();
    expect(seriesLine({ text: { name: ' ' }, origin: 'config', confidence: 1 }, labelsFor('de'))).toBeNull();
    expect(seriesLine(undefined, labelsFor('de'))).toBeNull();
  });
});

describe('statedFacts', () => {
  it('keeps what a text states in its words', () => {
    const facts = statedFacts([
      field('source', 'Posted at <https://example.org/works/1>.'),
      field('copyright', '© 2004 Nell. Ask first.'),
      field('publisher', ' '),
      field('publisher', 'The Drawer Press'),
    ]);
    expect(facts.source?.text).toBe('https://example.org/works/1');
    expect(facts.rights?.text).toBe('© 2004 Nell. Ask first.');
    expect(facts.publisher?.text).toBe('The Drawer Press');
  });

  it('makes up nothing', () => {
    expect(statedFacts([field('rating', 'PG'), field('archive', 'Yes')])).toEqual({});
    expect(statedFacts([field('source', 'a zine of 1997')]).source?.text).toBe('a zine of 1997');
  });

  it('finds the one address in a text', () => {
    expect(addressIn('see http://example.org/a?b=1&c=(2).')).toBe('http://example.org/a?b=1&c=(2');
    expect(addressIn('http://example.org/a and http://example.org/b')).toBeNull();
    expect(addressIn('example.org')).toBeNull();
    expect(addressIn('http://')).toBeNull();
  });
});
