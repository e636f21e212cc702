import * as v from 'valibot';
import { mapOf } from '../data/mapOf.ts';
import { openerStyles } from './bookLook.ts';
import { bookLookEntries } from './bookLookSchema.ts';
import { bodySizePt, lengthPt, marginsPt, trimPt, wholeMarginsPt } from './printValues.ts';
import { paperStocks } from './printers/coverRules.ts';
import { fontUses, frontMatterStyles, openingStyles } from './theme.ts';

const text = v.string('must be text');
const lengthEm = v.pipe(
  v.number('must be a number of ems'),
  v.minValue(0.25, 'must be at least 0.25 ems'),
  v.maxValue(10, 'must be at most 10 ems'),
);
const files = v.array(text, 'must be a list of files in the theme’s folder');
const fontList = v.array(text, 'must be a list of fonts');

const print = {
  trim: trimPt,
  margins: wholeMarginsPt,
  bodySize: bodySizePt,
  leading: lengthPt,
  paragraphIndent: v.pipe(lengthPt, v.maxValue(72, 'must be at most an inch (72 points)')),
  sceneBreakOrnament: text,
  fonts: v.optional(
    mapOf({
      body: v.optional(text),
      headings: v.optional(text),
      labels: v.optional(text),
      fallbacks: v.optional(fontList),
    }),
  ),
  openings: v.optional(v.picklist(openingStyles, `must be one of ${openingStyles.join(', ')}`)),
  footnotes: v.optional(v.picklist(['foot', 'chapterEnd'], 'must be foot or chapterEnd')),
  chaptersStartOn: v.optional(v.picklist(['next', 'recto'], 'must be next or recto')),
  frontMatter: v.optional(v.picklist(frontMatterStyles, `must be one of ${frontMatterStyles.join(', ')}`)),
  links: v.optional(v.picklist(['live', 'plain', 'notes'], 'must be live, plain or notes')),
  ...bookLookEntries,
};

const wholePrint = v.object(print, 'must be a map');

const partialPrint = v.object({ ...v.partial(wholePrint).entries, margins: v.optional(marginsPt) }, 'must be a map');

/** What may be said of print beside a theme, in a book or an edition, each key on its own; fonts have a place of theirs. */
export const printSettingsEntries = {
  ...v.omit(partialPrint, ['fonts']).entries,
  /** How far pictures reach over the cut. */
  bleed: v.optional(v.pipe(lengthPt, v.maxValue(72, 'must be at most an inch (72 points)'))),
  /** The paper of the book, which makes its spine. */
  stock: v.optional(v.picklist(paperStocks, `must be ${paperStocks.join(' or ')}`)),
  /** Whether a cover is drawn that goes around the pages. */
  wrap: v.optional(v.boolean('must be true or false')),
};
export const printSettingsSchema = mapOf(printSettingsEntries);

const font = mapOf({
  family: text,
  file: v.optional(text),
  weight: v.optional(v.picklist(['normal', 'bold'], 'must be normal or bold')),
  style: v.optional(v.picklist(['normal', 'italic'], 'must be normal or italic')),
  use: v.pipe(
    v.array(v.picklist(fontUses, `must be one of ${fontUses.join(', ')}`), `must be a list of ${fontUses.join(', ')}`),
    v.minLength(1, 'must say what the font is for'),
  ),
});

const epub = mapOf({
  openings: v.optional(v.picklist(openingStyles, `must be one of ${openingStyles.join(', ')}`)),
  openers: v.optional(v.picklist(openerStyles, `must be one of ${openerStyles.join(', ')}`)),
  sceneBreak: v.optional(
    mapOf({
      ornament: text,
      text: v.optional(text),
      height: v.optional(lengthEm),
      rules: v.optional(v.boolean('must be true or false')),
    }),
  ),
  files: v.optional(files),
  fonts: v.optional(v.array(font, 'must be a list of fonts')),
});

const named = { name: text, epub: v.optional(epub) };

/** A `theme.yaml` that stands alone. */
export const wholeThemeSchema = v.object({
  ...named,
  cover: mapOf({ style: v.string('must be the name of a cover style') }),
  print: wholePrint,
});

/** A `theme.yaml` that extends another: what it does not say is as there. */
export const extendingThemeSchema = v.object({
  ...named,
  extends: text,
  cover: v.optional(mapOf({ style: v.string('must be the name of a cover style') })),
  print: v.optional(partialPrint),
});

/** What a `theme.yaml` says, checked; lengths as written. */
export type ThemeData = v.InferOutput<typeof wholeThemeSchema> | v.InferOutput<typeof extendingThemeSchema>;
export type PrintData = v.InferOutput<typeof wholePrint>;
export type ThemePrintData = v.InferOutput<typeof partialPrint>;
/** Lengths in points; what is left out is as the theme has it, or derived for the page. */
export type PrintSettings = v.InferOutput<typeof printSettingsSchema>;
export type EpubData = NonNullable<ThemeData['epub']>;
export type FontData = NonNullable<EpubData['fonts']>[number];
