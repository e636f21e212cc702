import { nearestWord } from '../text/nearestWord.ts';
import { describeSides, parseSidesPt, roundPt } from '../text/sidesPt.ts';

/** Width and height of a sheet in points (1/72 inch), as it is named; which way it is turned is a scheme's affair. */
export type PaperPt = readonly [width: number, height: number];

const inches = (width: number, height: number): PaperPt => [width * 72, height * 72];
const millimetres = (width: number, height: number): PaperPt => [
  roundPt((width * 72) / 25.4),
  roundPt((height * 72) / 25.4),
];

/** Sheets that printers take, small ones first: ISO 216, ANSI, and the raw sheets of ISO 217 with room for bleed. */
const namedPapers: readonly (readonly [name: string, paperPt: PaperPt])[] = [
  ['A6', millimetres(105, 148)],
  ['half-letter', inches(5.5, 8.5)],
  ['A5', millimetres(148, 210)],
  ['B5', millimetres(176, 250)],
  ['letter', inches(8.5, 11)],
  ['A4', millimetres(210, 297)],
  ['legal', inches(8.5, 14)],
  ['B4', millimetres(250, 353)],
  ['tabloid', inches(11, 17)],
  ['A3', millimetres(297, 420)],
  ['SRA3', millimetres(320, 450)],
  ['A2', millimetres(420, 594)],
];

/** Other names of the same sheets; a ledger is a tabloid on its side. */
const otherNames: Readonly<Record<string, string>> = {
  ledger: 'tabloid',
  'us-letter': 'letter',
  'us-legal': 'legal',
  'letter-half': 'half-letter',
  statement: 'half-letter',
};

/** The names that a sheet can be asked for by. */
export const paperNames: readonly string[] = namedPapers.map(([name]) => name);

/** No printer feeds a sheet narrower than a postcard's half, or larger than a poster (A0). */
const smallestPaperPt = 140;
const largestPaperPt = 3400;

/** A sheet by its name, in any case, or by its sides: `A4`, `letter`, `ledger`, `11x17`, `210x297mm`; `null` for what is none. */
export function parsePaper(text: string): PaperPt | null {
  const wanted = text.trim().toLowerCase().replace(/[ _]+/g, '-');
  const name = otherNames[wanted] ?? wanted;
  const named = namedPapers.find(([each]) => each.toLowerCase() === name);
  return named === undefined ? parseSidesPt(text) : named[1];
}

/** Whether a printer could feed a sheet. */
export function isUsablePaper(paperPt: PaperPt): boolean {
  return paperPt.every(side => side >= smallestPaperPt && side <= largestPaperPt);
}

/** The name of a sheet that a mistyped one was meant to be; `null` when none is near. */
export function nearestPaper(text: string): string | null {
  return nearestWord(text, [...paperNames, ...Object.keys(otherNames)]);
}

/** The name of a sheet where it has one, whichever way it lies, else its sides: `A4`, `200 × 300 mm`. */
export function describePaper(paperPt: PaperPt): string {
  return namedPapers.find(([, each]) => isSamePaper(each, paperPt))?.[0] ?? describeSides(paperPt);
}

/** The smallest sheet with a name that is at least so large, in one position or the other; `null` when none is. */
export function smallestPaperFor([width, height]: PaperPt): string | null {
  const long = Math.max(width, height) - 0.5;
  const short = Math.min(width, height) - 0.5;
  return namedPapers.find(([, paper]) => Math.max(...paper) >= long && Math.min(...paper) >= short)?.[0] ?? null;
}

function isSamePaper(left: PaperPt, right: PaperPt): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.5;
  return (near(left[0], right[0]) && near(left[1], right[1])) || (near(left[0], right[1]) && near(left[1], right[0]));
}
