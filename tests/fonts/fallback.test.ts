import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainLink, splitOverChain } from '../../src/fonts/fallback.ts';

/** A link that has the given characters. */
function link(name: string, letters: string): ChainLink & { readonly name: string } {
  return { name, covers: text => [...text].every(letter => letters.includes(letter)) };
}

const latin = link('latin', 'abcdefghijklmnopqrstuvwxyz .,«»()"0123456789');
const more = link('more', 'abcdefghijklmnopqrstuvwxyzʰʷɸ .,→');
const arabic = link('arabic', 'سلامعيكم .,«»()،');
const symbols = link('symbols', '→★ ');
const stars = link('stars', '★☆ ');
const chain = [latin, more, arabic, symbols, stars] as const;

const split = (text: string): string[] =>
  splitOverChain(text, chain).map(run => `${run.link.name}: ${run.text}${run.missing.length === 0 ? '' : ` (${run.missing.join('')})`}`); // prettier-ignore

describe('splitOverChain', () => {
  it.each([
    ['leaves text alone that the first face has', 'plain, text', ['latin: plain, text']],
    ['gives a sign to the first face that has it', 'a → b', ['latin: a ', 'more: →', 'latin:  b']],
    ['keeps the letters of a word together', 'then aʰʷ then', ['latin: then ', 'more: aʰʷ', 'latin:  then']],
    ['keeps spaces and marks between two words of a face', 'سلام. عليكم', ['arabic: سلام. عليكم']],
    ['keeps marks around a word with it', '«سلام»', ['arabic: «سلام»']],
    ['leaves marks between two faces to the first', 'a. سلام', ['latin: a. ', 'arabic: سلام']],
    ['leaves figures of the text as they are', 'سلام 10 سلام', ['arabic: سلام ', 'latin: 10', 'arabic:  سلام']],
    ['changes no face between signs that one has', '→★★☆', ['more: →', 'symbols: ★★', 'stars: ☆']],
    ['names what no face has', 'a字b', ['latin: a字b (字)']],
    ['splits no cluster', 'a\u0301\u0302', ['latin: a\u0301\u0302 (a\u0301\u0302)']],
  ])('%s', (_, text, runs) => {
    expect(split(text)).toEqual(runs);
  });

  const pieces = fc.constantFrom('a', 'b', ' ', '.', '«', 'س', 'ل', 'ʰ', '→', '★', '☆', '字', '1', '\u0301', '👩‍👩‍👧', '\ud800');
  const texts = fc.array(pieces, { minLength: 1, maxLength: 30 }).map(each => each.join(''));

  it('loses nothing and keeps the order', () => {
    fc.assert(
      fc.property(texts, text => {
        expect(splitOverChain(text, chain).map(run => run.text).join('')).toBe(text);
      }),
    );
  });

  it('gives each stretch to a face that has all of it but what is missing', () => {
    fc.assert(
      fc.property(texts, text => {
        for (const run of splitOverChain(text, chain)) {
          const shown = [...new Intl.Segmenter('und').segment(run.text)].filter(({ segment }) => !run.missing.includes(segment));
          for (const { segment } of shown) expect(run.link.covers(segment)).toBe(true);
          for (const cluster of run.missing) expect(chain.some(each => each.covers(cluster))).toBe(false);
        }
      }),
    );
  });

  it('changes the face only where it must, and never between two stretches of one', () => {
    fc.assert(
      fc.property(texts, text => {
        const runs = splitOverChain(text, chain);
        runs.slice(1).forEach((run, index) => {
          expect(run.link).not.toBe(runs[index]?.link);
        });
        // One face for each cluster is the most that could be needed.
        const naive = [...new Intl.Segmenter('und').segment(text)].map(({ segment }) => chain.find(each => each.covers(segment)) ?? latin);
        const changes = naive.slice(1).filter((face, index) => face !== naive[index]).length;
        expect(runs.length - 1).toBeLessThanOrEqual(changes);
      }),
    );
  });
}); // prettier-ignore
