import { nearestWord } from '../text/nearestWord.ts';
import { parseSidesPt } from '../text/sidesPt.ts';

/** Width and height of a sheet as the printer takes it, upright, in points (1/72 inch). */
export type PaperPt = readonly [width: number, height: number];

const inch = 72;
const mm = 72 / 25.4;
const inches = (width: number, height: number): PaperPt => [hundredth(width * inch), hundredth(height * inch)];
const millimetres = (width: number, height: number): PaperPt => [hundredth(width * mm), hundredth(height * mm)];

/** Sheets that have a name, small ones first: ISO 216, and those of North America. */
export const namedPapers = [
  ['A5', millimetres(148, 210)],
  ['half-letter', inches(5.5, 8.5)],
  ['B5', millimetres(176, 250)],
  ['letter', inches(8.5, 11)],
  ['A4', millimetres(210, 297)],
  ['legal', inches(8.5, 14)],
  ['B4', millimetres(250, 353)],
  ['tabloid', inches(11, 17)],
  ['A3', millimetres(297, 420)],
  ['A2', millimetres(420, 594)],
] as const satisfies readonly (readonly [name: string, paperPt: PaperPt])[];

export type PaperName = (typeof namedPapers)[number][0];

/** The names that a sheet can be asked for by. */
export const paperNames: readonly PaperName[] = namedPapers.map(([name]) => name);

const otherNames: Readonly<Record<string, PaperName>> = {
  ledger: 'tabloid',
  '11x17': 'tabloid',
  'us-letter': 'letter',
  'us-legal': 'legal',
};

/** No printer takes a smaller sheet than a postcard or a larger one than a poster (A0), in points. */
const smallestPaperPt = 200;
const largestPaperPt = 3400;

/** A sheet by its name, in any case, or by its sides: `A4`, `letter`, `13x19in`, `320x450mm`; `null` for what is none. */
export function parsePaper(text: string): PaperPt | null {
  const wanted = text.trim().toLowerCase().replace(/[ _]+/g, '-');
  const name = otherNames[wanted] ?? wanted;
  const named = namedPapers.find(([each]) => each.toLowerCase() === name);
  return named?.[1] ?? parseSidesPt(text);
}

export function paperNamed(name: PaperName): PaperPt {
  const [, paperPt] = namedPapers.find(([each]) => each === name) ?? namedPapers[0];
  return paperPt;
}

/** Whether a printer may take such a sheet. */
export function isUsablePaper([width, height]: PaperPt): boolean {
  return [width, height].every(side => side >= smallestPaperPt && side <= largestPaperPt);
}

/** The name of a sheet that a mistyped one was meant to be; `null` when none is near. */
export function nearestPaper(text: string): string | null {
  return nearestWord(text, [...paperNames, ...Object.keys(otherNames)]);
}

/** The name of a sheet where it has one, in either position, else its sides: `A4`, `320 × 450 mm`. */
export function describePaper(paperPt: PaperPt): string {
  const name = namedPapers.find(([, each]) => isSamePaper(each, paperPt))?.[0];
  return name ?? `${paperPt.map(side => Math.round((side / mm) * 10) / 10).join(' × ')} mm`;
}

/** Half a point is less than any cutter keeps. */
const tolerancePt = 0.5;

function isSamePaper(left: PaperPt, right: PaperPt): boolean {
  const [leftShort, leftLong] = [Math.min(...left), Math.max(...left)];
  return (
    Math.abs(leftShort - Math.min(...right)) < tolerancePt && Math.abs(leftLong - Math.max(...right)) < tolerancePt
  );
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
