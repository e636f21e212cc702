/** How a plain text marks its paragraphs; learned from the whole file. */
export interface Layout {
  /** Whether paragraphs are broken over lines of a fixed width. */
  readonly isWrapped: boolean;
  /** The width in characters that lines are wrapped at; 0 when they are not. */
  readonly widthChars: number;
  /** The usual indentation of a line that goes on, in columns. */
  readonly baseIndent: number;
}

/** No editor wraps at more than this; the widest seen in story files is about 100. */
const maxWrapWidth = 130;
const minWrapWidth = 40;

/** Share of line ends after which the next word would not have fitted: near 1 in wrapped prose, below 0.4 in verse and lists. */
const wrappedShare = 0.6;
const minPairs = 4;

/** Learns whether and how a text is hard-wrapped. */
export function learnLayout(lines: readonly string[]): Layout {
  const filled = lines.filter(line => line.trim() !== '');
  const widthChars = percentile(
    filled.map(line => line.trimEnd().length),
    0.97,
  );
  const unwrapped: Layout = { isWrapped: false, widthChars: 0, baseIndent: 0 };
  if (widthChars > maxWrapWidth || widthChars < minWrapWidth) return unwrapped;
  let pairs = 0;
  let full = 0;
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index]?.trimEnd() ?? '';
    const next = lines[index + 1] ?? '';
    if (line === '' || next.trim() === '' || indentOf(next) > indentOf(line)) continue;
    pairs++;
    if (line.length + 1 + firstWordLength(next) > widthChars - 2) full++;
  }
  if (pairs < minPairs || full / pairs < wrappedShare) return unwrapped;
  return { isWrapped: true, widthChars, baseIndent: mostCommon(filled.map(line => indentOf(line))) };
}

/** Columns of white space at the start of a line; a tab goes to the next multiple of eight. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === '\t') columns += 8 - (columns % 8);
    else if (/\s/.test(character)) columns++;
    else break;
  }
  return columns;
}

export function firstWordLength(line: string): number {
  return /\S+/.exec(line)?.[0].length ?? 0;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1] || left[0] - right[0])[0]?.[0] ?? 0;
}
