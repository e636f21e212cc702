import { readStylesheet } from './readStylesheet.ts';
import { stylesheetRules } from './stylesheetRules.ts';

/** What a style sheet may count on. */
export interface StylesheetSurroundings {
  /** The files it may load, by the names that it uses. */
  readonly files: readonly string[];
  /** Whether the theme embeds a font for the text, and so may ask for it. */
  readonly setsBodyFont: boolean;
}

/** A place in a style sheet that some reader chokes on. */
export interface StylesheetProblem {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** From 1. */
  readonly line: number;
  /** What stands there. */
  readonly what: string;
  /** What comes of it, and what to write instead. */
  readonly why: string;
}

/**
 * Finds what in a style sheet old or simple engines choke on, by line. An error breaks the whole sheet on some reader or
 * makes the book invalid; a warning spoils the look of a place.
 */
export function lintStylesheet(css: string, surroundings: StylesheetSurroundings): readonly StylesheetProblem[] {
  const sheet = readStylesheet(css);
  const problems = stylesheetRules.flatMap(({ name, severity, why, find }) =>
    find(sheet, surroundings).map(({ line, what }) => ({ rule: name, severity, line, what, why })),
  );
  return problems.sort((left, right) => left.line - right.line);
}
