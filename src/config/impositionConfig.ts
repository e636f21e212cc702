import * as v from 'valibot';
import { mapOf } from '../data/mapOf.ts';
import { type Duplex, duplexModes, isScheme, markNames, schemeNames } from '../impose/imposition.ts';
import { type ImpositionSettings, coverPlaces } from '../impose/impositionSettings.ts';
import { parsePageRange } from '../impose/pageRange.ts';
import { isUsablePaper, nearestPaper, paperNames, parsePaper } from '../impose/paperSizes.ts';
import { nearestWord } from '../text/nearestWord.ts';
import { lengthPt } from '../theme/printValues.ts';
import { text } from './values.ts';

/** One of some words; a mistyped one is told which it was meant to be. */
const oneOf = <const Values extends readonly string[]>(values: Values) =>
  v.picklist(values, issue => {
    const nearest = typeof issue.input === 'string' ? nearestWord(issue.input, values) : null;
    return `must be ${listOf(values)}${nearest === null ? '' : `; did you mean "${nearest}"?`}`;
  });

function listOf(values: readonly string[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`;
}

const wholeNumber = (least: number, most: number, what: string) => {
  const message = `must be ${what} from ${least} to ${most}`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
};

/** More sheets than these nobody folds in one, and more holes nobody sews. */
const mostSheets = 20;
const mostStations = 20;
const mostFlyleaves = 8;

/** Thicker than two millimetres is board (in points). */
const thickestPt = 5.67;

const paperText = v.pipe(
  text,
  v.check(
    value => parsePaper(value) !== null,
    issue => `must be ${paperAdvice(issue.input)}`,
  ),
  v.transform(value => parsePaper(value) ?? ([0, 0] as const)),
);
function paperAdvice(value: string): string {
  const nearest = nearestPaper(value);
  const known = `one of ${paperNames.join(', ')}, or two sides such as 297x420mm`;
  return nearest === null ? known : `${known}; did you mean "${nearest}"?`;
}
const paperSides = v.tuple([lengthPt, lengthPt], 'must be [width, height] or the name of a sheet');
const paper = v.pipe(
  v.lazy(value => (Array.isArray(value) ? paperSides : paperText)),
  v.check(isUsablePaper, 'must be a sheet that a printer takes'),
);

const noMarks = v.pipe(
  v.literal('none'),
  v.transform(() => []),
);
const marks = v.lazy(value =>
  value === 'none' ? noMarks : v.array(oneOf(markNames), `must be none, or a list of ${markNames.join(', ')}`),
);

/** How a person says it, on the command line too; reports say `longEdge`, and so may a file. */
const duplexWords: Readonly<Record<string, Duplex>> = {
  long: 'longEdge',
  short: 'shortEdge',
  'two-passes': 'twoPasses',
};
const duplex = v.pipe(
  v.string('must be text'),
  v.transform(word => duplexWords[word] ?? word),
  v.picklist(duplexModes, `must be ${listOf(Object.keys(duplexWords))}`),
);

const wholeFactor =
  'must be a number from 0 to 3: how many thicknesses of the paper a sheet is pushed out by the one in it';

/** The keys of `imposition` in an edition; every one may be left out, but for a scheme that the edition's name does not say. */
const settings = mapOf(
  {
    scheme: v.optional(oneOf(schemeNames)),
    paper: v.optional(paper),
    duplex: v.optional(duplex),
    signature: v.optional(wholeNumber(1, mostSheets, 'a number of sheets')),
    abreast: v.optional(v.picklist([1, 2], 'must be 1 or 2')),
    caliper: v.optional(v.pipe(lengthPt, v.maxValue(thickestPt, 'must be the thickness of a sheet of paper, such as 0.1mm'))),
    creep: v.optional(v.pipe(v.number(wholeFactor), v.minValue(0, wholeFactor), v.maxValue(3, wholeFactor))),
    flyleaves: v.optional(wholeNumber(0, mostFlyleaves, 'a number of leaves')),
    marks: v.optional(marks),
    scaling: v.optional(oneOf(['fit', 'actual'])),
    stations: v.optional(wholeNumber(0, mostStations, 'a number of holes')),
    pages: v.optional(v.pipe(
      v.union([v.string(), v.number()], 'must be pages such as 3-18'),
      v.transform(String),
      v.check(value => parsePageRange(value) !== null, 'must be pages such as 3-18, or 1,5-9'),
      v.transform(value => parsePageRange(value) ?? []),
    )),
    direction: v.optional(oneOf(['ltr', 'rtl'])),
    cover: v.optional(oneOf(coverPlaces)),
  },
  'must be a scheme, or a map with "scheme"',
); // prettier-ignore
const schemeAlone = v.pipe(
  oneOf(schemeNames),
  v.transform(scheme => ({ scheme })),
);

/** `booklet`, or `{ scheme: booklet, paper: letter }`. */
export const impositionConfig = v.lazy(value => (typeof value === 'string' ? schemeAlone : settings));
export type ImpositionConfig = v.InferOutput<typeof impositionConfig>;

/** What an edition says of its sheets, its scheme by its name where it says none; `null` where neither does. */
export function settledImposition(name: string, said: ImpositionConfig | undefined): ImpositionSettings | null {
  const scheme = said?.scheme ?? (isScheme(name) ? name : undefined);
  return scheme === undefined ? null : { ...said, scheme };
}
