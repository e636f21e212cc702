import { isRuleLine } from './ruleLine.ts';

/** A count of comments at the end of a line: its columns (1-based, inclusive, in characters) and the text. */
export interface CommentCounter {
  readonly index: number;
  readonly columns: readonly [first: number, last: number];
  readonly text: string;
}

/** Matches the count in `by the sea.978`, `drowned961`, `☺️46`, `the lamp.2K`, `salt. 300`, `bit.+`; not in `in 1984.`, `at 1984`, `3.50`. */
const counter = /(?<before>[^\s\d])(?<!\d[.,])(?<gap>\s?)(?<count>\d{1,3}|\d{1,3}(?:\.\d)?[Kk]|\+)$/u;

/** Most paragraphs end so in a text copied from a site that counts comments; a footnote or a number said is rare. */
const minShare = 0.6;
const minGluedShare = 0.5;
/** A chapter that nobody has commented on has no count: its heading stands as it is. */
const minGluedHeadingShare = 0.75;
const minLines = 12;
const minDifferent = 5;
/** Numbers of verses or notes go up one by one; counts do not. */
const maxStepShare = 0.5;

/** The end of a line that is looked at, in characters. */
const tailLength = 16;

interface Tail {
  readonly index: number;
  readonly count: string;
  readonly gap: string;
  readonly before: string;
}

/**
 * Finds the counts of comments that reading sites print after each paragraph and that a copy glues to it, when most
 * paragraphs of the file end in one, or the headings show it by themselves; none else. Of a heading `Chapter 17` in such
 * a file so many digits are the count that the chapters count up: 1 and 7.
 */
export function findCommentCounters(lines: readonly string[]): CommentCounter[] {
  let paragraphs = 0;
  const tails = lines.flatMap((line, index): Tail[] => {
    if (!/\p{L}/u.test(line)) return readTail(line, index);
    if (numberedHeading.test(line.slice(0, tailLength * 4))) return [];
    paragraphs++;
    return readTail(line, index);
  });
  const glued = tails.filter(({ gap }) => gap === '').length;
  const counts = tails.map(({ count }) => Number(count));
  const steps = counts.filter((count, at) => at > 0 && count === (counts[at - 1] ?? 0) + 1).length;
  const isUsual =
    paragraphs >= minLines &&
    tails.length >= paragraphs * minShare &&
    glued >= tails.length * minGluedShare &&
    new Set(counts).size >= minDifferent &&
    steps <= tails.length * maxStepShare;
  const gluedToSentences = tails.filter(tail => tail.gap === '' && isSentenceEnd(tail)).length;
  if (!isUsual && !headingsHoldCounts(lines, gluedToSentences)) return [];
  return [
    ...tails
      .filter(tail => (isUsual ? isCount(tail) : isSureCount(tail, lines[tail.index] ?? '')))
      .map(tail => counterOf(lines[tail.index] ?? '', tail.index, tail.gap + tail.count)),
    ...headingCounters(lines),
  ].sort((left, right) => left.index - right.index);
}

function readTail(line: string, index: number): Tail[] {
  const {
    before = '',
    gap = '',
    count,
  } = counter.exec(
    line
      .slice(-tailLength * 4)
      .trimEnd()
      .slice(-tailLength),
  )?.groups ?? {};
  return count === undefined ? [] : [{ index, count, gap, before }];
}

/** After a space only where the sentence has ended: "to her. 300"; "the age of 18" keeps its number. */
function isCount({ gap, before }: Tail): boolean {
  return gap === '' || /[.!?…,;:"”’')\]]/u.test(before);
}

function isSentenceEnd({ before }: Tail): boolean {
  return /[.!?…"”’»]/u.test(before);
}

/** Matches the end of `They lived at no. 4`, `See vol. 2`: the number belongs to the word before it. */
const numberedWord =
  /\b(?:no|nos|nr|num|n[or]°|vol|bd|p|pp|pg|ch|chap|ep|fig|art|pt|sec|st|rt|apt|mt|c|ca|approx)\.\s?\d{1,3}$/iu;

/**
 * Whether a tail is a count where only the headings show that there are any: after the end of a sentence, an emoji, or
 * glued to a rule, `____7`; not `the age of 18`, `at no. 4`, `happened961`.
 */
function isSureCount(tail: Tail, line: string): boolean {
  const end = line.slice(-tailLength * 4).trimEnd();
  if (isSentenceEnd(tail)) return !numberedWord.test(end);
  if (/[\p{Extended_Pictographic}\ufe0f]/u.test(tail.before)) return true;
  return tail.gap === '' && line.length <= tailLength * 8 && isRuleLine(end.slice(0, -tail.count.length));
}

function counterOf(line: string, index: number, text: string): CommentCounter {
  const last = [...line.trimEnd()].length;
  return { index, columns: [last - [...text].length + 1, last], text };
}

/** Matches `Chapter 17`, `Part 103`, `Chapter 32K`; not `Chapter 1: Snow`. */
const numberedHeading =
  /^\W{0,4}(?:chapter|part|kapitel|chapitre|cap[ií]tulo|глава|κεφάλαιο)\s+(?<digits>\d{1,9})(?<thousand>(?:\.\d)?[Kk])?\s*$/iu;

/** Takes from each heading the fewest digits that count on from the one before; the rest is the count. */
function headingCounters(lines: readonly string[]): CommentCounter[] {
  let previous = 0;
  return lines.flatMap((line, index): CommentCounter[] => {
    const { digits, thousand = '' } = (line.length > tailLength * 4 ? null : numberedHeading.exec(line))?.groups ?? {};
    if (digits === undefined) return [];
    for (let length = 1; length < digits.length; length++) {
      const number = Number(digits.slice(0, length));
      if (number <= previous || digits.charAt(length) === '0') continue;
      previous = number;
      return [counterOf(line, index, digits.slice(length) + thousand)];
    }
    previous = Math.max(previous, Number(digits));
    return [];
  });
}

/** So many headings that count from 1 only without their last digits are no accident. */
const minTellingHeadings = 4;
/** Where the numbers as they stand go up as well, so many paragraphs have to end in a count. */
const minSentenceTails = 3;

/** So many chapters of a file may be missing among those that its headings count, as a share. */
const maxMissingShare = 0.15;

/**
 * Whether the headings of a file count 1, 2, 3 only once the digits glued to them are off, and not as they stand:
 * `Chapter 14`, `Chapter 27`, `Chapter 311`, `Chapter 45`, a few of the chapters missing; not `Chapter 101`,
 * `Chapter 201`, nor `Chapter 1`, `Chapter 2`.
 */
function headingsHoldCounts(lines: readonly string[], gluedToSentences: number): boolean {
  const numbers = lines.flatMap(line => {
    const digits = (line.length > tailLength * 4 ? null : numberedHeading.exec(line))?.groups?.digits;
    return digits === undefined ? [] : [digits];
  });
  if (numbers.length < minTellingHeadings) return false;
  const maxMissing = Math.ceil(numbers.length * maxMissingShare);
  let previous = 0;
  let glued = 0;
  for (const [order, digits] of numbers.entries()) {
    const own = leastAbove(previous, digits);
    // Only once two chapters are counted can one be missing.
    if (own === null || own > (order < 2 ? order + 1 : order + 1 + maxMissing)) return false;
    const rest = digits.slice(String(own).length);
    if (rest !== '' && !/^0./.test(rest)) glued++;
    previous = own;
  }
  if (glued < numbers.length * minGluedHeadingShare) return false;
  const goesDown = numbers.some((digits, order) => order > 0 && Number(digits) <= Number(numbers[order - 1]));
  return goesDown || gluedToSentences >= minSentenceTails;
}

/** The number that the fewest first digits make so that it is greater than another: of `915`, above 8, 9. */
function leastAbove(least: number, digits: string): number | null {
  for (let length = 1; length <= digits.length; length++) {
    const number = Number(digits.slice(0, length));
    if (number > least) return number;
  }
  return null;
}
