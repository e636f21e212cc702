import { nearestWord } from '../text/nearestWord.ts';
import { describeSides, parseSidesPt, roundPt } from '../text/sidesPt.ts';

/** Width and height of a page as it is cut, in points (1/72 inch). */
export type TrimPt = readonly [width: number, height: number];

const inch = 72;
const mm = 72 / 25.4;
const inches = (width: number, height: number): TrimPt => [roundPt(width * inch), roundPt(height * inch)];
const millimetres = (width: number, height: number): TrimPt => [roundPt(width * mm), roundPt(height * mm)];

/** Pages that have a name, small ones first: ISO 216, the sheets of North America, and the usual paperbacks. */
const namedTrims: readonly (readonly [name: string, trimPt: TrimPt])[] = [
  ['A7', millimetres(74, 105)],
  ['quarter-letter', inches(4.25, 5.5)],
  ['A6', millimetres(105, 148)],
  ['pocket', inches(4.25, 6.87)],
  ['B6', millimetres(125, 176)],
  ['5x8', inches(5, 8)],
  ['5.25x8', inches(5.25, 8)],
  ['half-letter', inches(5.5, 8.5)],
  ['A5', millimetres(148, 210)],
  ['6x9', inches(6, 9)],
  ['royal', inches(6.14, 9.21)],
  ['B5', millimetres(176, 250)],
  ['7x10', inches(7, 10)],
  ['letter', inches(8.5, 11)],
  ['A4', millimetres(210, 297)],
];

/** Other names of the same pages. */
const otherNames: Readonly<Record<string, string>> = {
  '5.5x8.5': 'half-letter',
  digest: 'half-letter',
  '8.5x11': 'letter',
};

/** The names that a page can be asked for by. */
export const trimNames: readonly string[] = namedTrims.map(([name]) => name);

/** A page narrower than a matchbox or larger than a poster (A0) is a slip of the pen. */
export const smallestTrimPt = 108;
export const largestTrimPt = 3400;

/** A page by its name, in any case, or by its sides: `A5`, `half-letter`, `6x9in`, `148x210mm`, `396x612`. */
export function parseTrim(text: string): TrimPt | null {
  const wanted = text.trim().toLowerCase().replace(/[ _]+/g, '-');
  const name = otherNames[wanted] ?? wanted;
  const named = namedTrims.find(([each]) => each.toLowerCase() === name);
  if (named !== undefined) return named[1];
  return parseSidesPt(text);
}

/** Whether a page can be printed and read at all. */
export function isUsableTrim([width, height]: TrimPt): boolean {
  return [width, height].every(side => side >= smallestTrimPt && side <= largestTrimPt);
}

/** The name of a page that a mistyped one was meant to be; `null` when none is near. */
export function nearestTrim(text: string): string | null {
  return nearestWord(text, [...trimNames, ...Object.keys(otherNames)]);
}

/** The name of a page where it has one, else its sides: `A5`, `120 × 190 mm`. */
export function describeTrim(trimPt: TrimPt): string {
  const name = namedTrims.find(([, each]) => isSameTrim(each, trimPt))?.[0];
  if (name !== undefined) return name;
  return describeSides(trimPt);
}

/** Whether two pages are the same but for rounding. */
export function isSameTrim(left: TrimPt, right: TrimPt): boolean {
  return left.every((side, index) => Math.abs(side - (right[index] ?? 0)) < 0.5);
}

/** The named pages, small ones first, that are larger than a page. */
export function largerTrims([width, height]: TrimPt): readonly (readonly [name: string, trimPt: TrimPt])[] {
  return namedTrims.filter(([, trim]) => trim[0] * trim[1] > width * height);
}
