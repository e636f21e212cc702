import { CompileError } from '../diagnostics/compileError.ts';
import { isScheme, schemeNames } from '../impose/imposition.ts';
import type { ImpositionSettings } from '../impose/impositionSettings.ts';
import { nearestWord } from '../text/nearestWord.ts';
import { type PrintProfileName, isPrintProfile, printProfileNames } from '../theme/printProfile.ts';
import type { PrintSettings } from '../theme/themeSchema.ts';

export type EditionFormat = 'epub' | 'kepub' | 'pdf';

/** One way a book is put out; a book has one file for each edition. */
export interface Edition {
  readonly name: string;
  readonly format: EditionFormat;
  /** A theme of its own: a bundled theme's name, or a folder. */
  readonly theme?: string | undefined;
  /** What a PDF is made for; `screen`, or the profile that has the edition's name, unless said otherwise. */
  readonly profile?: PrintProfileName | undefined;
  /** What a PDF's pages have that those of the book's others have not. */
  readonly print?: PrintSettings | undefined;
  /** How a PDF's pages lie on sheets; by the scheme that has the edition's name, unless said otherwise. */
  readonly imposition?: ImpositionSettings | undefined;
}

/** How an edition's pages lie on sheets; `null` where each page is a sheet. A wrap that is asked for is its cover, apart. */
export function impositionOf({ name, format, imposition, print }: Edition): ImpositionSettings | null {
  const said = imposition ?? (format === 'pdf' && isScheme(name) ? { scheme: name } : null);
  return said !== null && said.cover === undefined && print?.wrap === true ? { ...said, cover: 'apart' } : said;
}

/** The editions that need no configuration; `pdf` is for a screen, and may be printed as it is. */
export const builtInEditions: readonly Edition[] = [
  { name: 'epub', format: 'epub' },
  { name: 'kepub', format: 'kepub' },
  { name: 'pdf', format: 'pdf' },
  ...printProfileNames.map(profile => ({ name: profile, format: 'pdf' as const, profile })),
  ...schemeNames.map(scheme => ({ name: scheme, format: 'pdf' as const })),
];

/** What a PDF edition is made for; what is folded and bound by hand is printed at home. */
export function profileOf(edition: Edition): PrintProfileName {
  const { name, profile } = edition;
  return profile ?? (isPrintProfile(name) ? name : impositionOf(edition) === null ? 'screen' : 'print');
}

/**
 * Resolves names of editions, those configured first.
 * @throws CompileError `config/unknown-edition`.
 */
export function resolveEditions(names: readonly string[], configured: readonly Edition[]): Edition[] {
  const known = [...configured, ...builtInEditions];
  return [...new Set(names)].map(name => {
    const edition = known.find(candidate => candidate.name === name);
    if (edition !== undefined) return edition;
    const all = known.map(candidate => candidate.name);
    const nearest = nearestWord(name, all);
    throw new CompileError('config/unknown-edition', `There is no edition "${name}".`, {
      hint: `${nearest === null ? '' : `Did you mean "${nearest}"? `}The editions are ${all.join(', ')}.`,
    });
  });
}

/** A Kobo knows a KEPUB by both endings. */
const formatExtensions: Readonly<Record<EditionFormat, string>> = {
  epub: '.epub',
  kepub: '.kepub.epub',
  pdf: '.pdf',
};

/** What the name of an edition's files ends with: `.epub`, `.kepub.epub`, `.pdf`. */
export function formatExtension({ format }: Edition): string {
  return formatExtensions[format];
}

/** What stands before that, of an edition that has a name of its own: `.print`. */
export function editionInfix({ name, format }: Edition): string {
  return name === format ? '' : `.${name}`;
}
