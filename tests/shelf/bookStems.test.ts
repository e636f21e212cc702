import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksForContent, bookStems, placeOfPath, placeOfPattern } from '../../src/shelf/bookStems.ts';

const one = { stories: [{ files: [{ path: 'x.txt' }] }] };
const two = { stories: [{ files: [{ path: 'z/a.txt' }] }, { files: [{ path: 'z/b.md' }] }] };
const fields = { title: 'The Lamp', author: 'Ned Hollow', editor: '', date: '', language: 'en', series: '' };

describe('the place of a book', () => {
  it.each([
    ['lamps/ned.txt', { folder: 'lamps', file: 'ned' }],
    ['What? Now..txt', { folder: '', file: 'What? Now.' }],
    ['a/b/book.yaml', { folder: 'a', file: 'b' }],
    ['book.yaml', { folder: '', file: 'book' }],
    ['a/zine.yaml', { folder: 'a', file: 'zine' }],
    ['zines/2024', { folder: 'zines', file: '2024' }],
    ['zines/v1.2', { folder: 'zines', file: 'v1.2' }],
    ['.', { folder: '', file: 'book' }],
  ])('of %s', (path, place) => {
    expect(placeOfPath(path)).toEqual(place);
  });

  it('of a pattern is the folder that it starts in', () => {
    expect(placeOfPattern('zines/2024/*.txt')).toEqual({ folder: 'zines', file: '2024' });
    expect(placeOfPattern('**/*.txt')).toEqual({ folder: '', file: 'book' });
  });
});

describe('bookStems', () => {
  it('mirrors the sources, each name of a path safe', () => {
    expect(bookStems('{folder}/{file}', { folder: '../Aux/What?', file: 'con.1' }, one)).toEqual(['Aux-/What/con-.1']);
  });

  it('fills in what stories state, as names of files are made elsewhere', () => {
    expect(asksForContent('{folder}/{author} - {title}')).toBe(true);
    expect(asksForContent('{folder}/{file}')).toBe(false);
    expect(bookStems('{folder}/{author} - {title}', { folder: 'Old', file: 'x' }, one, [fields])).toEqual(['Old/ned-hollow-the-lamp']); // prettier-ignore
    expect(bookStems('{series}/{title}', { folder: '', file: 'x' }, one, [fields])).toEqual(['x/the-lamp']);
    expect(bookStems('{title}', { folder: '', file: 'x' }, one, [null])).toEqual(['x']);
  });

  it('names the book of all and each book apart', () => {
    const place = { folder: 'zines', file: '2024' };
    expect(bookStems('{folder}/{file}', place, { ...two, bind: 'anthology' })).toEqual(['zines/2024']);
    expect(bookStems('{folder}/{file}', place, { ...two, bind: 'both' })).toEqual(['zines/2024', 'zines/2024/a', 'zines/2024/b']); // prettier-ignore
    expect(bookStems('same', place, { ...two, bind: 'separate' })).toEqual(['same', 'same-2']);
  });

  it('tells long titles apart', () => {
    const long = (end: string) => bookStems('{title}', { folder: '', file: 'x' }, one, [{ ...fields, title: `${'word '.repeat(40)}${end}` }]); // prettier-ignore
    expect(long('one')).not.toEqual(long('other'));
  });

  it('never leaves the folder of books', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (folder, file) => {
        const [stem = ''] = bookStems('{folder}/{file}', { folder, file }, one);
        expect(stem).not.toBe('');
        for (const step of stem.split('/')) expect(step).toMatch(/^[^./\\]/);
      }),
    );
  });
});
