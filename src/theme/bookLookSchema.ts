import * as v from 'valibot';
import { mapOf } from '../data/mapOf.ts';
import {
  headAuthorities,
  letteringCases,
  letteringFaces,
  letteringFonts,
  openerStyles,
  sceneBreakOrnaments,
} from './bookLook.ts';

const oneOf = <const Values extends readonly string[]>(values: Values) =>
  v.optional(v.picklist(values, `must be one of ${values.join(', ')}`));
const yesOrNo = v.optional(v.boolean('must be true or false'));
const lines = v.optional(
  v.pipe(v.number('must be a number of lines'), v.minValue(0, 'must not be negative'), v.maxValue(40, 'must be at most 40 lines')),
); // prettier-ignore
/** Longer than this, an ornament would be a line of text. */
const longestOrnament = 40;
const ornament = v.optional(
  v.pipe(v.string('must be text'), v.maxLength(longestOrnament, `must have at most ${longestOrnament} characters`)),
);

/** Titles larger than this do not fit a page with their words. */
const largestEm = 8;
const lettering = v.optional(
  mapOf({
    font: oneOf(letteringFonts),
    face: oneOf(letteringFaces),
    case: oneOf(letteringCases),
    size: v.optional(
      v.pipe(
        v.number('must be a number of ems'),
        v.minValue(0.5, 'must be at least 0.5 ems'),
        v.maxValue(largestEm, `must be at most ${largestEm} ems`),
      ),
    ),
  }),
);
const displayAlign = oneOf(['center', 'left']);

/** The keys of `print` in a `theme.yaml` that say how pages look; every one may be left out. */
export const bookLookEntries = {
  halfTitle: yesOrNo,
  alignment: oneOf(['justify', 'left']),
  paragraphs: oneOf(['indented', 'spaced']),
  headings: v.optional(
    mapOf({
      title: lettering,
      label: lettering,
      labelPlace: oneOf(['above', 'runIn']),
      align: displayAlign,
      sink: lines,
      space: lines,
      rule: oneOf(['none', 'above', 'between', 'below', 'bar']),
      ornament,
      inner: lettering,
    }),
  ),
  titlePage: v.optional(
    mapOf({
      title: lettering,
      subtitle: lettering,
      names: lettering,
      align: displayAlign,
      sink: lines,
      rule: oneOf(['none', 'bar']),
      ornament,
    }),
  ),
  runningHeads: v.optional(
    mapOf({
      text: lettering,
      align: oneOf(['center', 'outer', 'inner']),
      verso: oneOf(headAuthorities),
      recto: oneOf(headAuthorities),
      folio: oneOf(['head', 'foot', 'outerFoot']),
      dropFolio: yesOrNo,
    }),
  ),
  contents: v.optional(
    mapOf({ title: lettering, inner: lettering, names: lettering, part: lettering, leader: oneOf(['dots', 'none']) }),
  ),
  sceneBreak: v.optional(
    mapOf({
      font: oneOf(letteringFonts),
      face: oneOf(letteringFaces),
      align: displayAlign,
      rules: yesOrNo,
      ornament: oneOf(sceneBreakOrnaments),
    }),
  ),
  labels: lettering,
  asides: oneOf(['inset', 'bar']),
  openers: oneOf(openerStyles),
};

/** What a `theme.yaml` says of the look of pages. */
export type BookLookData = v.InferOutput<v.ObjectSchema<typeof bookLookEntries, undefined>>;
export type LetteringData = NonNullable<BookLookData['labels']>;
