import { describe, expect, it } from 'vitest';
import { findCommentCounters } from '../../src/parse/commentCounters.ts';
import { findPageFurniture } from '../../src/parse/pageFurniture.ts';

const who = ['Nell', 'Ned', 'Wren', 'Ida', 'Tom', 'Ruth', 'Ben', 'May'];

/** Pages of some lines each, with what a printer sets between them. */
function pages(count: number, between: (page: number) => readonly string[]): string[] {
  return Array.from({ length: count }, (_, page) => [
    ...Array.from({ length: 20 }, (_line, line) => `The tide was at ${page * 20 + line} and it rose.`),
    `${who[page] ?? ''} went down to the`,
    ...between(page + 1),
    `harbour with ${page} lamps.`,
  ]).flat();
}

describe('page furniture', () => {
  it.each([
    ['stated pages', (page: number) => ['', `Page ${page} of 9`, '']],
    ['bare numbers inside sentences', (page: number) => ['', `- ${page} -`, '']],
    ['bare numbers and running heads', (page: number) => [String(page), 'THE LOWER LIGHT']],
    ['running heads with a number', (page: number) => [`${page} THE LOWER LIGHT`]],
    ['running heads at form feeds', () => ['\f', 'Nell Ashgrove']],
  ])('is found: %s', (_, between) => {
    const lines = pages(6, between);
    const expected = lines.flatMap((line, index) =>
      /\d of|^- |^\d+( THE.*)?$|^THE|^Nell Ash/.test(line) ? [index] : [],
    );
    expect(findPageFurniture(lines).map(({ index }) => index)).toEqual(expected);
  });

  it.each([
    ['numbers of chapters', Array.from({ length: 6 }, (_, at) => ['', String(at + 1), '', 'It was late.', 'She waited.']).flat()],
    ['names over scenes', Array.from({ length: 6 }, () => ['', "Nell's view", '', 'It was late and she waited.', 'Nobody came.', '', 'x']).flat()],
    ['a page that is spoken of', ['Page 3 of 62 was torn.', 'She read it.']],
    ['a sum', ['He counted:', '12', '7', '3', 'and was done.']],
  ])('is not: %s', (_, lines) => {
    expect(findPageFurniture(lines)).toEqual([]);
  }); // prettier-ignore

  it('is found inside lines, with its columns', () => {
    const lines = ['The 😀 lamp Page 3 of 62 was lit.', 'It Page 4 of 62 burned.', 'So Page 5 of 62 it went.'];
    expect(findPageFurniture(lines)).toEqual([
      { index: 0, reason: 'page-number', columns: [11, 24] },
      { index: 1, reason: 'page-number', columns: [3, 16] },
      { index: 2, reason: 'page-number', columns: [3, 16] },
    ]);
  });
});

describe('comment counts', () => {
  const ends = ['.978', '"12', '961', '! 300', '☺️46', '…2K', '?”7', '.1.8K', '.5', 'word31', '.+', ',88', '.640'];
  const lines = ends.map(end => `The lamp was lit and nobody came${end}`);

  it('are found in every shape, with their columns', () => {
    expect(findCommentCounters(lines).map(({ text }) => text)).toEqual(['978', '12', '961', ' 300', '46', '2K', '7', '1.8K', '5', '31', '+', '88', '640']); // prettier-ignore
    expect(findCommentCounters(lines)[0]).toMatchObject({ index: 0, columns: [34, 36] });
  });

  it('leave a number that is said', () => {
    const said = ['It was the year 1984', 'She was 18', 'It cost 3.50', 'In 1984.', 'The year1984'];
    expect(findCommentCounters([...lines, ...said]).filter(({ index }) => index >= lines.length)).toEqual([]);
  });

  it.each([
    ['a story in which few paragraphs end in a number', [...lines.slice(0, 4), ...Array.from({ length: 20 }, () => 'She waited.')]],
    ['verses that are numbered', Array.from({ length: 20 }, (_, at) => `The tide went out.${at + 1}`)],
    ['a short text', lines.slice(0, 5)],
    ['notes to the same number', Array.from({ length: 20 }, () => 'The tide went out.1')],
  ])('are not found in %s', (_, story) => {
    expect(findCommentCounters(story)).toEqual([]);
  }); // prettier-ignore

  it.each([
    [['Chapter 17', 'Chapter 21', 'Chapter 54', 'Chapter 915', 'Chapter 103', 'Chapter 161'], ['7', '1', '4', '15', '3', '1']],
    [['Chapter 12K', 'Chapter 2', 'Chapter 3401'], ['2K', '401']],
  ])('leave chapters that count up: %s', (headings, counts) => {
    const found = findCommentCounters([...headings, ...lines]).filter(({ index }) => index < headings.length);
    expect(found.map(({ text }) => text)).toEqual(counts);
  }); // prettier-ignore
});
