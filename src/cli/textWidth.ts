import stringWidth from 'string-width';

/** The columns that a text takes on a terminal: two for a letter of East Asia or an emoji, none for a mark or a colour. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

const letterSegmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text in so many columns at most; what is left out of its middle stands as `…`, so that folder and name are both told. */
export function shortened(text: string, columns: number): string {
  if (columns <= 0) return '';
  if (widthOf(text) <= columns) return text;
  const letters = [...letterSegmenter.segment(text)].map(({ segment }) => segment);
  // The end of a name tells it from its neighbours.
  const end = taken(letters.toReversed(), Math.ceil((columns - 1) * 0.6)).toReversed();
  const start = taken(letters, columns - 1 - widthOf(end.join('')));
  return `${start.join('').trimEnd()}…${end.join('').trimStart()}`;
}

function taken(letters: readonly string[], columns: number): string[] {
  const kept: string[] = [];
  let width = 0;
  for (const letter of letters) {
    width += widthOf(letter);
    if (width > columns) break;
    kept.push(letter);
  }
  return kept;
}

/** A text filled up with spaces to so many columns, on its right or its left. */
export function padded(text: string, columns: number, side: 'right' | 'left'): string {
  const spaces = ' '.repeat(Math.max(0, columns - widthOf(text)));
  return side === 'right' ? text + spaces : spaces + text;
}
