/** Matches `https://a.example/b--c`, `www.lamps.example`, `nell@lamps.example`; not `said...she` or `a@b`. */
const address =
  /(?:\bhttps?:\/\/|\bwww\.|(?<![\w.+-])[\w.+-]{1,64}@(?=[\w-]{1,63}\.\w))[^\s"<>“”„«»]*[^\s"<>“”„«».,;:!?'’)\]]/gu;

/** Matches `:-)`, `;)`, `:'(`, `>:'(`, `:D`, `<3`, `-_-`, `>.<`, `T.T`, `o.O`; not `said:` or `(a)`. */
const emoticon =
  /(?<![\p{L}\p{N}])(?:[>}]?[:;=]['"]?[-o^*]?[)(\][DPp|\\/*3><}{]+|<\/?3+|[-^>][_.]{1,3}[-^<]|T[._]T|[oO0][._][oO0])(?![\p{L}\p{N}])/gu;

/** Places whose marks mean something else than speech. */
export interface UntouchedText {
  /** Whether a character stands in one of them; asked with rising indices. */
  readonly holds: (index: number) => boolean;
}

/** Finds addresses and emoticons, in which no mark is set. */
export function findUntouchedText(text: string): UntouchedText {
  const addresses = /@|:\/\/|www\./i.test(text) ? rangesOf(text, address) : [];
  const ranges = [...addresses, ...rangesOf(text, emoticon)].sort((a, b) => a[0] - b[0]);
  let current = 0;
  return {
    holds: index => {
      while (current > 0 && (ranges[current]?.[0] ?? Infinity) > index) current--;
      while (current < ranges.length && (ranges[current]?.[1] ?? 0) <= index) current++;
      return (ranges[current]?.[0] ?? Infinity) <= index;
    },
  };
}

function rangesOf(text: string, pattern: RegExp): (readonly [start: number, end: number])[] {
  return Array.from(text.matchAll(pattern), match => [match.index, match.index + match[0].length] as const);
}

/** Shortest drawing in characters, and the share of letters below which a text is one. */
const minDrawingChars = 12;
const drawingLetterShare = 0.25;

/** Matches two words in a row, `the lamp`, which no drawing holds. */
const words = /\p{L}{2},? \p{L}{2}/u;

/** Whether a text is drawn rather than written: `<>-=*"'"*=-<>`; not `"...?!"`, which is said. */
export function isDrawn(text: string): boolean {
  if (words.test(text)) return false;
  const filled = text.replace(/\s+/g, '');
  if (filled.length < minDrawingChars) return false;
  const letters = filled.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const marks = filled.match(/[^\p{L}\p{N}\p{M}.…?!,"“”'’—-]/gu)?.length ?? 0;
  return letters / filled.length < drawingLetterShare && marks > letters;
}
