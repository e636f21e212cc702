import { blockText } from './plainText.ts';
import type { Chapter } from './tree.ts';

/** Names that files get when nobody chooses one. */
const genericNames =
  /^(?:untitled|document|doc|new|text|file|story|stories|fic|fanfic|download|downloads|index|output|out|temp|tmp|scan|chapter|ch|part|page|readme|copy|draft|book|notes?|input|export|data|test|in)$/i;

/** Small words that English titles leave in lower case unless first. */
const smallWords = new Set(['a', 'an', 'and', 'as', 'at', 'but', 'by', 'for', 'from', 'in', 'into', 'of', 'on', 'or', 'the', 'to', 'with']); // prettier-ignore

/**
 * A file's or folder's name as a title to show, if a person would have chosen it: `what-the-ferryman-keeps.txt` →
 * "What the Ferryman Keeps"; `null` for `000_db6de091084d0aca.txt`, `chapter-12.txt`, `New Document (3).txt`.
 */
export function titleFromFileName(path: string, language: string): string | null {
  const stem = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]+$/, '').normalize('NFC');
  const words = stem
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_.+-]+/)
    .filter(word => word !== '');
  const isMixed = words.some(word => /\d/.test(word) && /\p{L}/u.test(word));
  const meaningful = words.filter(word => /\p{L}{3}/u.test(word) && !genericNames.test(word));
  const letters = stem.replace(/[^\p{L}\p{M}]/gu, '').length;
  if (isMixed || meaningful.length === 0 || letters < words.join('').length * 0.6) return null;
  if (/\p{Lu}/u.test(stem)) return words.join(' ');
  const isEnglish = language === 'en' || language.startsWith('en-');
  return words
    .map((word, index) => (index === 0 || (isEnglish && !smallWords.has(word)) ? capitalize(word) : word))
    .join(' ');
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Opening words stand for a title up to this many words and characters. */
const maxOpeningWords = 7;
const maxOpeningChars = 48;

/** The first words of a story, to show where it has no title: "Her shadow fell down the long corridor…"; `null` without text. */
export function openingWords(chapters: readonly Chapter[]): string | null {
  const blocks = chapters.flatMap(chapter => chapter.body.slice(0, 3));
  const text = blockText(blocks.slice(0, 3)).split('\n')[0] ?? '';
  const sentence = text.replace(/^[^\p{L}\p{N}]+/u, '').split(/(?<=[.!?…]["”’»]?)\s/u)[0] ?? '';
  const source = sentence.split(' ').length >= 3 ? sentence : text.replace(/^[^\p{L}\p{N}]+/u, '');
  let opening = '';
  for (const word of source.split(/\s+/).slice(0, maxOpeningWords)) {
    if (opening !== '' && opening.length + 1 + word.length > maxOpeningChars) break;
    opening += (opening === '' ? '' : ' ') + word;
  }
  const clean = [...opening]
    .slice(0, maxOpeningChars)
    .join('')
    .replace(/[^\p{L}\p{N}\p{M}]+$/u, '');
  return clean === '' ? null : `${openingMark(text, clean)}${clean}…`;
}

/** Pairs of marks; speech that ends within the opening words shows where it began. */
const quotePairs = ['“”', '""', '‘’', '«»', '„“'];

/** The mark that opens the text, when the words shown close it: `“Late,” she said…`; else nothing. */
function openingMark(text: string, shown: string): string {
  const pair = quotePairs.find(([open = '', close = '']) => {
    const closes = shown.indexOf(close);
    const opensAgain = open === close ? -1 : shown.indexOf(open);
    return (
      text.startsWith(open) &&
      closes > 0 &&
      (opensAgain < 0 || closes < opensAgain) &&
      !/^\p{L}/u.test(shown.slice(closes + 1))
    );
  });
  return pair?.charAt(0) ?? '';
}
