import { blockText } from '../book/plainText.ts';
import type { Anthology } from '../book/tree.ts';
import { storyBlocks } from '../book/walk.ts';
import { type FontLibrary, fontId, fontOf } from '../fonts/fontLibrary.ts';
import { oneLine } from '../text/oneLine.ts';

/** So many characters of each story tell what it is set in. */
const sampleLength = 2000;

/** No more blocks are looked at of one chapter. */
const sampleBlocks = 40;

/** A family that has less than this share of the letters is there for words in the text, not for the text. */
const leastShare = 0.2;

/** The families that a book's text is set in, most letters first: a text in letters that its family lacks is set in others. */
export function shownFamilies(fonts: FontLibrary, book: Anthology, family: string): readonly string[] {
  const letters = new Map<string, number>();
  let all = 0;
  for (const { text, font } of fonts.split(sampleOf(book), fontId(family, 'regular'))) {
    // "The hat, 1920." → 10
    const count = text.match(/\p{L}/gu)?.length ?? 0;
    const name = font === null ? family : fontOf(font).family;
    letters.set(name, (letters.get(name) ?? 0) + count);
    all += count;
  }
  if (all === 0) return [family];
  const shown = [...letters].filter(([, count]) => count >= leastShare * all);
  return shown.toSorted(([, one], [, other]) => other - one).map(([name]) => name);
}

function sampleOf(book: Anthology): string {
  return book.stories
    .map(story => {
      let text = '';
      for (const blocks of storyBlocks(story)) {
        // No face has a line break: each of the fallback fonts would be opened for it.
        text += `${oneLine(blockText(blocks.slice(0, sampleBlocks)))} `;
        if (text.length >= sampleLength) break;
      }
      return text.slice(0, sampleLength);
    })
    .join(' ');
}
