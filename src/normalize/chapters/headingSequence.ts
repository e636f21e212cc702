import { charsBetween, type HeadingView, type PlacedHeading } from './placedHeading.ts';

/** A chain of headings that count on from each other, ending with one of them. */
interface Chain {
  readonly last: PlacedHeading;
  readonly before: Chain | null;
  readonly length: number;
  readonly score: number;
}

/** What a heading adds to the sequence it is part of: one with a word for it says more than any row of numbers. */
const wordWeight = 20;
const titledNumberWeight = 3;
const numberWeight = 2;
const listedWeight = 10;

/** What it costs to leave out a number, to say one again, and to change the style within a sequence. */
const gapCost = 1;
const repeatCost = 5;
const changeCost = 1;

/** A bare number said twice, or so many after the last, still goes on where a chapter's text stands between: `II.`, `II.`, `V.` */
const maxNumberGap = 4;
const minCharsAroundGap = 800;

/** Bare numbers nearer to each other than this many characters of text are a list's. */
const minCharsBetween = 20;

/**
 * The best consistent sequence of all candidates, found in one walk over them. Headings of one word go together
 * whatever they count (gaps and repeats are the author's). A bare number has to be the next one, or the first, or the
 * first again under a part; one after the next, or with a chapter's text between the last again or a few further. The style may change where the numbers count on and the new style has not counted so far
 * itself: `ADVENTURE VI. T`, then `VII. T`; not the sections `III.` after `I.` and `II.`
 */
export function bestSequence(
  candidates: readonly PlacedHeading[],
  parts: readonly PlacedHeading[],
  view: HeadingView,
): readonly PlacedHeading[] {
  const byNumber = new Map<number, Chain>();
  const byStyle = new Map<string, Chain>();
  const byStyleAndNumber = new Map<string, Chain>();
  const lastOfStyle = new Map<string, number>();
  let best: Chain | null = null;
  let bestAtPart: Chain | null = null;
  let bestWord: Chain | null = null;
  let nextPart = 0;
  for (const candidate of candidates) {
    while (nextPart < parts.length && (parts[nextPart]?.index ?? 0) < candidate.index) {
      bestAtPart = best;
      nextPart++;
    }
    const number = candidate.heading.number ?? 0;
    const isWord = isWordStyle(candidate.style);
    const options: (readonly [Chain | null, number])[] = [];
    if (isWord || number === 1) options.push([null, 0]);
    if (number === 1 && nextPart > 0) options.push([bestAtPart, 0]);
    const key = (of: number) => `${candidate.style} ${of}`;
    options.push([byStyleAndNumber.get(key(number - 1)) ?? null, 0]);
    const isOwnRun = lastOfStyle.get(candidate.style) === number - 1;
    if (!isOwnRun) options.push([byNumber.get(number - 1) ?? null, changeCost]);
    if (isWord) {
      const same = byStyle.get(candidate.style) ?? null;
      options.push([same, number > (same?.last.heading.number ?? 0) ? gapCost : repeatCost], [bestWord, repeatCost]);
    } else {
      options.push([byStyleAndNumber.get(key(number - 2)) ?? null, gapCost]);
      const last = lastOfStyle.get(candidate.style);
      const isFarOn = last !== undefined && last > 1 && number >= last && number - last <= maxNumberGap;
      const before = isFarOn ? (byStyleAndNumber.get(key(last)) ?? null) : null;
      if (before !== null && charsBetween(view, before.last.index, candidate.index) >= minCharsAroundGap) {
        options.push([before, gapCost]);
      }
    }
    lastOfStyle.set(candidate.style, number);
    const chain = bestOption(candidate, options, view);
    if (chain === null) continue;
    byNumber.set(number, better(byNumber.get(number), chain));
    byStyleAndNumber.set(key(number), better(byStyleAndNumber.get(key(number)), chain));
    byStyle.set(candidate.style, better(byStyle.get(candidate.style), chain));
    if (isWord) bestWord = better(bestWord, chain);
    best = better(best, chain);
  }
  return headingsOf(best);
}

export function isWordStyle(style: string): boolean {
  return style.startsWith('word:');
}

function bestOption(
  candidate: PlacedHeading,
  options: readonly (readonly [Chain | null, number])[],
  view: HeadingView,
): Chain | null {
  const isWord = isWordStyle(candidate.style);
  const canStart = isWord || candidate.heading.number === 1;
  let best: Chain | null = null;
  for (const [before, cost] of options) {
    if (before === null && !canStart) continue;
    if (before !== null && !isWord && charsBetween(view, before.last.index, candidate.index) < minCharsBetween)
      continue;
    const score = (before?.score ?? 0) + weightOf(candidate) - cost;
    if (best === null || score > best.score) {
      best = { last: candidate, before, length: (before?.length ?? 0) + 1, score };
    }
  }
  return best;
}

function weightOf({ style, isListed }: PlacedHeading): number {
  const own = isWordStyle(style) ? wordWeight : style.startsWith('titled:') ? titledNumberWeight : numberWeight;
  return own + (isListed ? listedWeight : 0);
}

/** The later of two chains that are as good: it stands nearer to what follows. */
function better(left: Chain | null | undefined, right: Chain): Chain {
  return left == null || right.score >= left.score ? right : left;
}

function headingsOf(chain: Chain | null): readonly PlacedHeading[] {
  const headings: PlacedHeading[] = [];
  for (let at = chain; at !== null; at = at.before) headings.push(at.last);
  return headings.reverse();
}
