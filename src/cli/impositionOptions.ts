import type { Argv } from 'yargs';
import type { TypedImposition } from '../config/impositionOption.ts';
import { lastValue } from './storyOptions.ts';

/** Options about how pages lie on sheets, as yargs reads them. */
export interface ImpositionArguments {
  readonly paper?: string | undefined;
  readonly duplex?: string | undefined;
  readonly signature?: string | undefined;
  readonly abreast?: string | undefined;
  readonly caliper?: string | undefined;
  readonly creep?: string | undefined;
  readonly flyleaves?: string | undefined;
  readonly marks?: string | undefined;
  readonly scaling?: string | undefined;
  readonly direction?: string | undefined;
  readonly pages?: string | undefined;
  readonly stations?: string | undefined;
}

/** The names of those options. */
export const impositionOptionNames = ['paper', 'duplex', 'signature', 'abreast', 'caliper', 'creep', 'flyleaves', 'marks', 'scaling', 'direction', 'pages', 'stations'] as const; // prettier-ignore

/** The heading that `--help` has above them. */
export const sheetsHeading = 'Sheets to fold and bind:';

/** Adds the options to a command. */
export function describeImpositionOptions<Before>(yargs: Argv<Before>): Argv<Before & ImpositionArguments> {
  return yargs
    .option('paper', textOption('The sheet: letter, A4, legal, tabloid, A3, or sides such as 11x17in [default: as the pages need]'))
    .option('duplex', textOption('How backs are printed: long or short (the edge that the sheet is turned over), or two-passes (by hand) [default: long]'))
    .option('signature', textOption('Most sheets in each signature of signatures [default: 4]'))
    .option('abreast', textOption('Signatures side by side on a sheet, 1 or 2: two let the grain run along the spine [default: 1]'))
    .option('caliper', textOption('Thickness of the paper, such as 0.1mm; 0 for no creep [default: 0.1mm]'))
    .option('creep', textOption('How many thicknesses a sheet is pushed out by the one in it, 1 to 1.57 for most [default: 1.3]'))
    .option('flyleaves', textOption('Blank leaves before and after [default: 0]'))
    .option('marks', textOption('Marks parted by commas: crop, fold, cut, sewing, order; or all, or none [default: what the binding needs]'))
    .option('scaling', textOption('Fit pages to the sheet, or leave them their actual size [default: fit; actual for pages that are set for the sheet]'))
    .option('direction', textOption('Which way pages are turned, ltr or rtl [default: as the pages say]'))
    .option('pages', textOption('Which pages, in this order, such as 3-40,1 [default: all]'))
    .option('stations', textOption('Sewing holes along the spine [default: what the binding needs]'));
} // prettier-ignore

function textOption(describe: string) {
  return { type: 'string', requiresArg: true, coerce: lastValue, describe } as const;
}

/** What was typed of them. */
export function typedImposition(args: ImpositionArguments): TypedImposition {
  const typed = impositionOptionNames.flatMap(name => {
    const value = args[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(typed);
}
