import { CompileError } from '../diagnostics/compileError.ts';
import { parseLengthPt } from '../text/lengthPt.ts';
import { printSettingsOver } from '../theme/printSettingsOver.ts';
import { largestBodyPt, smallestBodyPt } from '../theme/printValues.ts';
import type { PrintSettings } from '../theme/themeSchema.ts';
import { isUsableTrim, nearestTrim, parseTrim, trimNames } from '../theme/trimSizes.ts';
import type { CompileOptions } from './compileOptions.ts';

/** The sizes of page and text as someone types them, `A5`, `14`, the paper, and whether there is to be a cover around it. */
export interface TypedSizes {
  readonly trim: string | undefined;
  readonly fontSize: string | undefined;
  readonly stock?: string | undefined;
  readonly wrap?: boolean | undefined;
}

/**
 * Reads sizes that were typed on a command line.
 * @throws CompileError `config/usage` for a size that is none.
 */
export function readTypedSizes({ trim, fontSize, stock, wrap }: TypedSizes): PrintSettings {
  return {
    ...(trim === undefined ? {} : { trim: readTrim(trim) }),
    ...(fontSize === undefined ? {} : { bodySize: readFontSize(fontSize) }),
    ...(stock === undefined ? {} : { stock: stock === 'cream' ? 'cream' : 'white' }),
    ...(wrap === undefined ? {} : { wrap }),
  };
}

function readTrim(typed: string): [number, number] {
  const trimPt = parseTrim(typed);
  if (trimPt === null) {
    const nearest = nearestTrim(typed);
    throw new CompileError('config/usage', `--trim is "${typed}", which is no size of a page.`, {
      hint: `${nearest === null ? '' : `Did you mean "${nearest}"? `}Give ${trimNames.join(', ')}, or two sides such as 6x9in or 148x210mm.`,
    });
  }
  if (!isUsableTrim(trimPt)) {
    const sides = trimPt.map(side => `${Math.round(side / 7.2) / 10} in`).join(' × ');
    throw new CompileError('config/usage', `--trim is "${typed}", a page of ${sides}; none is made of that size.`, {
      hint: 'Give sides between 1.5 and 47 inches, with their unit: 6x9in or 148x210mm.',
    });
  }
  return [...trimPt];
}

function readFontSize(typed: string): number {
  const sizePt = parseLengthPt(typed);
  if (sizePt !== null && sizePt >= smallestBodyPt && sizePt <= largestBodyPt) return sizePt;
  throw new CompileError('config/usage', `--font-size is "${typed}"; a size of text in points was expected.`, {
    hint: `Give a number from ${smallestBodyPt} to ${largestBodyPt}: 11 is usual, 16 and more is large print.`,
  });
}

/** The options with settings of print that count before all others, whatever the book and its editions say. */
export function overridePrint(options: CompileOptions, settings: PrintSettings): CompileOptions {
  if (Object.keys(settings).length === 0) return options;
  const over = (lower: PrintSettings = {}): PrintSettings => printSettingsOver(lower, settings);
  return {
    ...options,
    print: over(options.print),
    editions: options.editions?.map(edition =>
      typeof edition === 'string' ? edition : { ...edition, print: over(edition.print) },
    ),
  };
}
