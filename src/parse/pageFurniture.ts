import { isBlankLine } from './blankLine.ts';
import { isMidSentence } from './row.ts';

/** A piece of page furniture: a whole line, or columns of one (1-based, inclusive, in characters). */
export interface Furniture {
  readonly index: number;
  readonly reason: 'page-number' | 'running-head';
  readonly columns: readonly [first: number, last: number] | null;
}

/** Matches `Page 3 of 62`, `- Page 3 -`, `Seite 3/62`, alone on a line; not `Page 3 was torn.` */
const statedPage =
  /^\W*(?:page|seite|pagina|página|σελίδα|страница)\s+(?<number>\d{1,4})(?:\s*(?:of|von|de|di|\/)\s*\d{1,4})?\W*$/iu;

/** Matches `12`, `- 12 -`, `[12]`; not `12.`, which numbers a chapter or list. */
const bareNumber = /^\s*[-–—[(~]?\s*(?<number>\d{1,4})\s*[-–—\])~]?\s*$/u;

/** Matches `Page 3 of 62` anywhere, with the white space around it. */
const pageInside = /\s*\bPage (?<number>\d{1,4}) of (?<total>\d{1,4})\b\s*/g;

/** Page numbers count up; fewer than these are chance. */
const minStated = 3;
const minBare = 4;
const minHeads = 4;

/** An excerpt has few pages: so many will do where each says of how many it is, or stands at such a line, and cuts a sentence in two. */
const minSure = 2;

/** So many of the bare numbers have to stand inside a sentence: those of chapters never do. */
const minInsideShare = 0.4;
/** So many of a running head's lines have to stand inside a sentence or at a page number. */
const minHeadShare = 0.6;
const maxHeadLength = 80;

/**
 * Finds what pages printed around the text of a book and a converter left in it: `Page 3 of 62` on its own line or inside a
 * paragraph, page numbers between the halves of sentences, running heads beside them. Seen in texts taken from PDFs. Not a
 * chapter's bare number, nor a line that is repeated between whole paragraphs ("Edward's POV").
 */
export function findPageFurniture(lines: readonly string[]): Furniture[] {
  const repeatedSome = repeatedLines(lines);
  const stated = statedPages(lines, repeatedSome);
  const repeated = repeatedSome.filter(found => found.length >= minHeads);
  const bare = barePageNumbers(lines, new Set([...stated, ...repeated.flat()]));
  const numbers = new Set([...stated, ...bare]);
  const heads = repeatedSome
    .filter(found =>
      found.length < minHeads ? isHeadOfFewPages(lines, found, numbers) : isRunningHead(lines, found, numbers),
    )
    .flat()
    .filter(index => !numbers.has(index));
  return [
    ...[...numbers].map((index): Furniture => ({ index, reason: 'page-number', columns: null })),
    ...heads.map((index): Furniture => ({ index, reason: 'running-head', columns: null })),
    ...findInside(lines, numbers),
  ].sort((left, right) => left.index - right.index);
}

/** Matches `Page 3 of 62`, which counts all the pages, too. */
const pageOfHowMany = /\d\D{1,6}(?<total>\d{1,4})\W*$/u;

/** Lines that state a page's number: three at least, or two that state the same total and stand inside of sentences. */
function statedPages(lines: readonly string[], repeated: readonly (readonly number[])[]): number[] {
  const found = numberedLines(lines, statedPage);
  if (found.length >= minStated) return countingUp(found, minStated);
  if (found.length < minSure) return [];
  const own = new Set([...found.map(({ index }) => index), ...repeated.flat()]);
  const totals = new Set(found.map(({ index }) => pageOfHowMany.exec(lines[index] ?? '')?.groups?.total));
  const isSure =
    totals.size === 1 && !totals.has(undefined) && found.every(({ index }) => standsInside(lines, index, own));
  return isSure ? countingUp(found, minSure) : [];
}

interface NumberedLine {
  readonly index: number;
  readonly number: number;
}

const maxNumberedLength = 40;

function numberedLines(lines: readonly string[], pattern: RegExp): NumberedLine[] {
  return lines.flatMap((line, index) => {
    const number = line.length > maxNumberedLength ? undefined : pattern.exec(line)?.groups?.number;
    return number === undefined ? [] : [{ index, number: Number(number) }];
  });
}

/** The lines when they are enough and nearly all their numbers rise. */
function countingUp(found: readonly NumberedLine[], least: number): number[] {
  const rising = found.filter(({ number }, at) => at === 0 || number > (found[at - 1]?.number ?? 0)).length;
  return found.length >= least && rising >= found.length * 0.9 ? found.map(({ index }) => index) : [];
}

function barePageNumbers(lines: readonly string[], others: ReadonlySet<number>): number[] {
  const found = numberedLines(lines, bareNumber);
  const all = countingUp(found, minBare);
  const furniture = new Set([...all, ...others]);
  const inside = all.filter(index => standsInside(lines, index, furniture) || isBesidePageEnd(lines, index));
  const steps = found.filter(({ number }, at) => number === (found[at - 1]?.number ?? number - 1) + 1).length;
  return inside.length >= all.length * minInsideShare && steps >= found.length * 0.7 ? all : [];
}

/** So many lines up and down are looked at for the halves of a sentence. */
const reach = 8;

/** Whether the text before a line breaks off and the text after it goes on, other furniture and blank lines aside. */
function standsInside(lines: readonly string[], at: number, furniture: ReadonlySet<number>): boolean {
  const isText = (index: number) => !furniture.has(index) && !isBlankLine(lines[index] ?? '');
  let [before, after] = [at - 1, at + 1];
  while (before >= 0 && at - before < reach && !isText(before)) before--;
  while (after < lines.length && after - at < reach && !isText(after)) after++;
  return isMidSentence(lines[before] ?? '', lines[after] ?? '');
}

/** Matches `THE TIDE 12`, `12  Nell Ashgrove`; not a line of prose, which starts small or ends in a mark. */
const headLike = /^\s*[\p{Lu}\p{Lo}\d].*[\p{L}\d\])]\s*$/u;

/** Lines that are the same but for a number, and stand in enough places. */
function repeatedLines(lines: readonly string[]): (readonly number[])[] {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    if (line.length > maxHeadLength * 2 || !headLike.test(line)) return;
    const head = line
      .replace(/\d+|\s+/g, ' ')
      .trim()
      .toLowerCase();
    if (head.length > maxHeadLength || !/\p{L}{2}/u.test(head)) return;
    const found = places.get(head);
    if (found === undefined) places.set(head, [index]);
    else found.push(index);
  });
  return [...places.values()].filter(found => found.length >= minSure && found.length < maxPlaces);
}

/** A line repeated more often than any book has pages is no running head. */
const maxPlaces = 5000;

/** Whether a line is repeated at page numbers only, each time inside a sentence. */
function isHeadOfFewPages(lines: readonly string[], found: readonly number[], numbers: ReadonlySet<number>): boolean {
  const own = new Set([...found, ...numbers]);
  return found.every(index => isBesideNumber(index, numbers) && standsInside(lines, index, own));
}

function isRunningHead(lines: readonly string[], found: readonly number[], numbers: ReadonlySet<number>): boolean {
  const own = new Set([...found, ...numbers]);
  const atPageEnd = found.filter(
    index => standsInside(lines, index, own) || isBesideNumber(index, numbers) || isBesidePageEnd(lines, index),
  ).length;
  return atPageEnd >= found.length * minHeadShare && hasEvenGaps(found);
}

/** Pages have about as many lines each: half of the gaps are within a third of the middle one. */
function hasEvenGaps(found: readonly number[]): boolean {
  const gaps = found
    .slice(1)
    .map((index, at) => index - (found[at] ?? 0))
    .sort((left, right) => left - right);
  const middle = gaps[Math.floor(gaps.length / 2)] ?? 0;
  return middle >= 5 && gaps.filter(gap => Math.abs(gap - middle) <= middle / 3).length >= gaps.length / 2;
}

const besideOffsets = [-3, -2, -1, 0, 1, 2, 3];

function isBesideNumber(index: number, numbers: ReadonlySet<number>): boolean {
  return besideOffsets.some(offset => numbers.has(index + offset));
}

function isBesidePageEnd(lines: readonly string[], index: number): boolean {
  return besideOffsets.some(offset => (lines[index + offset] ?? '').includes('\f'));
}

/** Page numbers with their total inside lines of text: the same total each time, on at least three pages. */
function findInside(lines: readonly string[], alone: ReadonlySet<number>): Furniture[] {
  const found = lines.flatMap((line, index) =>
    alone.has(index) || !line.includes('Page ')
      ? []
      : [...line.matchAll(pageInside)].map(match => ({
          index,
          total: match.groups?.total,
          columns: columnsOf(line, match),
        })),
  );
  const [first] = found;
  if (found.length + alone.size < minStated || found.some(({ total }) => total !== first?.total)) return [];
  return found.map(({ index, columns }): Furniture => ({ index, reason: 'page-number', columns }));
}

function columnsOf(line: string, match: RegExpExecArray): readonly [first: number, last: number] {
  const before = [...line.slice(0, match.index)].length;
  return [before + 1, before + [...match[0]].length];
}
