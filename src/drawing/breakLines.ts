/** One word, or one name that must stay together, with its width and what follows it when the line goes on. */
export interface Piece {
  readonly text: string;
  /** Width in any unit, the same for all pieces. */
  readonly width: number;
  /** What joins it to the next piece of its line, and how wide that is: a space, ` · `, nothing after a hyphen. */
  readonly joint: string;
  readonly jointWidth: number;
  /** What a line that ends after it shows, a hyphen in a divided word for instance, and how wide that is. */
  readonly breakMark?: string;
  readonly breakMarkWidth?: number;
}

export interface BrokenLines {
  readonly lines: readonly string[];
  readonly widestLine: number;
  /** How far the lines are from being even and well divided: 0 is perfect. */
  readonly badness: number;
}

/**
 * Divides pieces into exactly `lineCount` lines, as even in width as they can be, by dynamic programming over the last
 * line's first piece. A line that ends in a small word costs extra: "Instructions / for Winding" and not
 * "Instructions for / Winding". So does one that ends before a number: "Part / 2".
 */
export function breakLines(pieces: readonly Piece[], lineCount: number): BrokenLines {
  const count = Math.min(lineCount, pieces.length);
  const measure = lineMeasure(pieces);
  const ideal = Math.max(measure(0, pieces.length) / Math.max(1, count), 1);
  const cost = (start: number, end: number): number =>
    (measure(start, end) / ideal - 1) ** 2 + (end < pieces.length ? endPenalty(pieces[end - 1], pieces[end]) : 0);
  const starts = cheapestStarts(pieces.length, count, cost);
  const ends = [...starts.slice(1), pieces.length];
  return {
    lines: starts.map((start, index) => endedLine(pieces, start, ends[index] ?? start)),
    widestLine: Math.max(0, ...starts.map((start, index) => measure(start, ends[index] ?? start))),
    badness: starts.reduce((sum, start, index) => sum + cost(start, ends[index] ?? start), 0) / Math.max(1, count),
  };
}

/** The width of a line from piece `start` up to but not including `end`, by sums counted once. */
function lineMeasure(pieces: readonly Piece[]): (start: number, end: number) => number {
  const sums = [0];
  for (const piece of pieces) sums.push((sums.at(-1) ?? 0) + piece.width + piece.jointWidth);
  return (start, end) => {
    const last = pieces[end - 1];
    const mark = end < pieces.length ? (last?.breakMarkWidth ?? 0) : 0;
    return (sums[end] ?? 0) - (sums[start] ?? 0) - (last?.jointWidth ?? 0) + mark;
  };
}

function endedLine(pieces: readonly Piece[], start: number, end: number): string {
  return lineText(pieces.slice(start, end)) + (end < pieces.length ? (pieces[end - 1]?.breakMark ?? '') : '');
}

function cheapestStarts(
  pieceCount: number,
  lineCount: number,
  cost: (start: number, end: number) => number,
): readonly number[] {
  /** For each number of pieces used so far: the cheapest way to make the lines up to there. */
  let best = new Map<number, { starts: readonly number[]; total: number }>([[0, { starts: [], total: 0 }]]);
  for (let line = 1; line <= lineCount; line += 1) {
    const next: typeof best = new Map();
    for (const [start, way] of best) {
      const lastEnd = pieceCount - (lineCount - line);
      for (let end = line === lineCount ? pieceCount : start + 1; end <= lastEnd; end += 1) {
        const total = way.total + cost(start, end);
        if (total < (next.get(end)?.total ?? Infinity)) next.set(end, { starts: [...way.starts, start], total });
      }
    }
    best = next;
  }
  return best.get(pieceCount)?.starts ?? [];
}

/** A line's words; what would join its last piece to the next is left out. */
export function lineText(pieces: readonly Pick<Piece, 'text' | 'joint'>[]): string {
  return pieces.map((piece, index) => piece.text + (index < pieces.length - 1 ? piece.joint : '')).join('');
}

/** What it costs to end a line after this piece; in units of squared deviation from an even line. */
function endPenalty(piece: Piece | undefined, next: Piece | undefined): number {
  if (piece?.breakMark !== undefined) return dividedWordPenalty;
  if (piece?.joint === '') return 0;
  const letters = piece?.text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0 || /[\p{P}\p{S}]$/u.test(piece?.text ?? '')) return 0;
  if (letters <= 3 || number.test(next?.text ?? '')) return smallWordPenalty;
  return letters === 4 ? smallWordPenalty / 4 : 0;
}

/** Matches the "2)" of "(Part 2)"; not "2nd". */
const number = /^\p{N}+(?!\p{L})/u;

/**
 * As bad as a line that is two fifths too long or too short: articles and prepositions belong to what follows them, numbers
 * to what they count.
 */
const smallWordPenalty = 0.16;

/** As bad as a line that is half too long or too short: a title is divided inside a word only where nothing else helps. */
const dividedWordPenalty = 0.25;
