import * as v from 'valibot';
import { mapOf } from '../data/mapOf.ts';
import { parseLengthPt } from '../text/lengthPt.ts';
import { isUsableTrim, largestTrimPt, nearestTrim, parseTrim, smallestTrimPt, trimNames } from './trimSizes.ts';

/** No margin or indent of a page is longer than this, in points. */
const longestPt = largestTrimPt;

/** Smaller text nobody reads; larger text is a poster's. Points. */
export const smallestBodyPt = 6;
export const largestBodyPt = 72;

const lengthMessage = 'must be a length such as 54, 18mm or 0.75in';
const textLength = v.pipe(
  v.string(),
  v.check(value => parseLengthPt(value) !== null, lengthMessage),
  v.transform(value => parseLengthPt(value) ?? 0),
  v.maxValue(longestPt, `must be at most ${longestPt} points`),
);
const numberLength = v.pipe(
  v.number(lengthMessage),
  v.finite(lengthMessage),
  v.minValue(0, 'must not be negative'),
  v.maxValue(longestPt, `must be at most ${longestPt} points`),
);

/** A length in points: a number, or text with a unit, `18mm`. */
export const lengthPt = v.lazy(value => (typeof value === 'string' ? textLength : numberLength));

const bodySizeMessage = `must be ${smallestBodyPt} to ${largestBodyPt} points`;

/** The size of running text in points. */
export const bodySizePt = v.pipe(
  lengthPt,
  v.minValue(smallestBodyPt, bodySizeMessage),
  v.maxValue(largestBodyPt, bodySizeMessage),
);

const trimText = v.pipe(
  v.string(),
  v.check(
    value => parseTrim(value) !== null,
    issue => `must be ${trimAdvice(issue.input)}`,
  ),
  v.transform(value => parseTrim(value) ?? ([0, 0] as const)),
);
function trimAdvice(text: string): string {
  const nearest = nearestTrim(text);
  const known = `one of ${trimNames.join(', ')}, or two sides such as 6x9in`;
  return nearest === null ? known : `${known}; did you mean "${nearest}"?`;
}

const trimSides = v.tuple([lengthPt, lengthPt], 'must be [width, height] or the name of a size');

/** A page's size in points, by its name or its sides: `A5`, `6x9in`, `[396, 612]`. */
export const trimPt = v.pipe(
  v.lazy(value => (Array.isArray(value) ? trimSides : trimText)),
  v.check(isUsableTrim, `must be between ${smallestTrimPt} points (38 mm) and ${largestTrimPt} points (1.2 m) a side`),
);

const fourMargins = { top: lengthPt, bottom: lengthPt, inner: lengthPt, outer: lengthPt };

/** All four margins. */
export const wholeMarginsPt = mapOf(fourMargins);

const someMargins = mapOf(
  { top: v.optional(lengthPt), bottom: v.optional(lengthPt), inner: v.optional(lengthPt), outer: v.optional(lengthPt) },
  'must be a length, or a map with top, bottom, inner and outer',
);
const oneMargin = v.pipe(
  lengthPt,
  v.transform(each => ({ top: each, bottom: each, inner: each, outer: each })),
);

/** Margins of which some may be left to the canon; one length for all four. */
export const marginsPt = v.lazy(value =>
  typeof value === 'number' || typeof value === 'string' ? oneMargin : someMargins,
);
