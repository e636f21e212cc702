import type { PieceText } from './fitLettering.ts';

/** Where a word may be divided with a hyphen: offsets (UTF-16) inside it, ascending. */
export type WordDivider = (word: string) => readonly number[];

/** The pieces with their words parted where they may be divided, each part ending in a hyphen if a line ends there. */
export function divideWords(pieces: readonly PieceText[], divide: WordDivider): PieceText[] {
  return pieces.flatMap(piece => (piece.text.length < shortestDivided ? [piece] : partsOf(piece, divide(piece.text))));
}

/**
 * The pieces with words that are wider than a line parted so that each part fits. A last resort: such words are no
 * language's, or of a language whose rules are not known.
 */
export function chopWords(
  pieces: readonly PieceText[],
  maxWidth: number,
  measure: (text: string) => number,
): PieceText[] {
  return pieces.flatMap(piece => {
    const width = measure(piece.text);
    if (width <= maxWidth || piece.text.length > longestChopped || piece.text.includes('\u00a0')) return [piece];
    const clusters = [...graphemes.segment(piece.text)].map(({ index }) => index);
    // A hyphen takes room, and letters are not of one width.
    const count = Math.ceil((width * 1.15) / maxWidth);
    const starts = Array.from(
      { length: count - 1 },
      (_, index) => clusters[Math.round(((index + 1) * clusters.length) / count)] ?? 0,
    );
    return partsOf(piece, starts);
  });
}

/** No word of any language is as short as this and in need of division. */
const shortestDivided = 7;

/** What is longer is noise, and ends in an ellipsis. */
const longestChopped = 160;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function partsOf(piece: PieceText, offsets: readonly number[]): PieceText[] {
  const starts = [...new Set([0, ...offsets])].filter(start => start < piece.text.length);
  return starts.map((start, index) => {
    const end = starts[index + 1];
    const text = piece.text.slice(start, end);
    return end === undefined ? { ...piece, text } : { text, joint: '', breakMark: '-' };
  });
}
