const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** `Intl.Segmenter` takes time that grows with the square of the text: it is given this many UTF-16 units at a time. */
const windowLength = 512;

/** The characters of a text as readers see them, in time that grows with its length: "e\u0301a" → "e\u0301", "a". */
export function* graphemeClusters(text: string): Generator<string> {
  let start = 0;
  let length = windowLength;
  while (start < text.length) {
    const isEnd = start + length >= text.length;
    const clusters = Array.from(graphemes.segment(text.slice(start, start + length)), ({ segment }) => segment);
    // The last character of a window may go on behind it, so the next window begins with it.
    const whole = isEnd ? clusters : clusters.slice(0, -1);
    length = whole.length === 0 ? length * 2 : windowLength;
    for (const cluster of whole) {
      start += cluster.length;
      yield cluster;
    }
  }
}
