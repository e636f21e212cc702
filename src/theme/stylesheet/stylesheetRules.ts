import type { StylesheetSurroundings } from './lintStylesheet.ts';
import type { Declaration, StyleBlock, Stylesheet } from './readStylesheet.ts';

export interface StylesheetRule {
  readonly name: string;
  readonly severity: 'error' | 'warning';
  readonly why: string;
  readonly find: (sheet: Stylesheet, surroundings: StylesheetSurroundings) => readonly Place[];
}

interface Place {
  readonly line: number;
  readonly what: string;
}

/** At-rules that engines for EPUB 2 know; Adobe's engine drops the rest of the sheet at others. */
const knownAtRules: ReadonlySet<string> = new Set(['charset', 'font-face', 'page', 'media']);

/** Functions of newer CSS; one can make Adobe's engine drop the whole sheet. */
const newFunctions: ReadonlySet<string> = new Set(['calc', 'min', 'max', 'clamp', 'var', 'env']);

/** Elements whose font is the text's. */
const bodySelector = /^(?:html|body|p|\*|section)$/;

/** What on some reader drops the whole sheet, or makes the book invalid; then what spoils a place. */
export const stylesheetRules: readonly StylesheetRule[] = [
  error('balanced-braces', 'old engines drop all that follows; close every "{" with a "}"', ({ unbalancedLine }) =>
    unbalancedLine === null ? [] : [{ line: unbalancedLine, what: 'a brace without its other' }],
  ),
  error('syntax', 'Adobe’s engine drops the whole sheet at what it cannot parse; correct it', ({ syntaxErrors }) =>
    syntaxErrors.map(({ message, line }) => ({ line, what: `not CSS that old engines read (${message})` })),
  ),
  error('functions', 'one can make Adobe’s engine drop the whole sheet; write lengths in em or %', ({ functions }) =>
    functions.filter(({ name }) => newFunctions.has(name)).map(({ name, line }) => ({ line, what: `${name}()` })),
  ),
  error('custom-properties', 'Adobe’s engine can drop the whole sheet at it; write the value where it is used', sheet =>
    placesOf(sheet, ({ property }) => property.startsWith('--'), ({ property }) => property),
  ),
  error('imports', 'a book has one style sheet; put the rules into it, or extend a theme by "extends:"', ({ atRules }) =>
    atRules.filter(({ name }) => name === 'import').map(({ line }) => ({ line, what: '@import' })),
  ),
  error('at-rules', 'old engines drop the sheet from an at-rule that they do not know; only @charset, @font-face, @page and @media are safe', ({ atRules }) =>
    atRules.filter(({ name }) => name !== 'import' && !knownAtRules.has(name)).map(({ name, line }) => ({ line, what: `@${name}` })),
  ),
  error('charset-first', 'it counts at the very start alone; move it there', ({ atRules }) =>
    atRules.filter(({ name, offset }) => name === 'charset' && offset > 0).map(({ line }) => ({ line, what: '@charset after the start' })),
  ),
  error('remote-files', 'readers fetch nothing and EPUB forbids it; put the file into the theme’s folder', ({ urls }) =>
    urls.filter(({ url }) => isRemote(url)).map(({ url, line }) => ({ line, what: `url(${url})` })),
  ),
  error('undeclared-files', 'it is not in the book; name it under "files:" in theme.yaml', ({ urls }, { files }) =>
    urls.filter(({ url }) => !isRemote(url) && !files.includes(url)).map(({ url, line }) => ({ line, what: `url(${url})` })),
  ),
  warning('layout', 'old engines do not know it and set the parts one below the other; use margins, or float', sheet =>
    declared(sheet, ({ property, value }) =>
      (property === 'display' && /\b(?:inline-)?(?:flex|grid)\b/.test(value)) || /^(?:flex|grid)(?:-|$)/.test(property)),
  ),
  warning('position', 'it puts things over the text, or outside the page; use margins, or float', sheet =>
    declared(sheet, ({ property, value }) => property === 'position' && value !== 'static'),
  ),
  warning('negative-margins', 'they cut words off at the edge of the screen; use positive ones around', sheet =>
    // Matches `0 -1em`; not `0 1em`.
    declared(sheet, ({ property, value }) => property.startsWith('margin') && /(?:^|\s)-[\d.]/.test(value)),
  ),
  warning('bare-elements', 'readers wrap the text in their own; give it a class', ({ blocks }) =>
    // Matches `div`, `span`, `p > span`; not `span.label`, `dl.fields div`.
    blocks.flatMap(({ selectors, line }) =>
      selectors.filter(selector => /^div$|(?:^|[\s>+~])span$/.test(selector)).map(selector => ({ line, what: `the selector ${selector}` }))),
  ),
  warning('backgrounds', 'text turns unreadable where the reader chose another colour of page; use borders', sheet =>
    declared(sheet, ({ property, value }) =>
      property === 'background-color'
        ? !/^(?:transparent|inherit|initial|none)$/.test(value)
        : property === 'background' && !/^(?:none|transparent|inherit)$/.test(value) && !/\burl\(/.test(value)),
  ),
  warning('fixed-colours', 'black and white vanish where the reader chose that colour of page; leave the colour to the reader', sheet =>
    declared(sheet, ({ property, value }) =>
      property === 'color' && /^(?:black|white|#000|#fff|#000000|#ffffff)$/i.test(value)),
  ),
  warning('reader-choices', 'the typeface, size and colour of the text are the reader’s own; set them on headings', (sheet, { setsBodyFont }) =>
    blocksFor(sheet, bodySelector).flatMap(block =>
      block.declarations.filter(declaration => isReadersChoice(declaration, setsBodyFont)).map(declaration => placeOf(declaration, block))),
  ),
  warning('important', 'it overrules what the reader chose; leave it out', sheet =>
    sheet.blocks.flatMap(block =>
      block.declarations
        .filter(({ property, isImportant }) => isImportant && /^(?:font|font-size|font-family|line-height|color|text-align)$/.test(property))
        .map(({ property, value, line }) => ({ line, what: `${property}: ${value} !important` }))),
  ),
  warning('break-aliases', 'old engines know the older property alone; write the page-break- one before it', ({ blocks }) =>
    blocks.flatMap(({ declarations }) =>
      declarations
        .filter(({ property }) => /^break-(?:before|after|inside)$/.test(property) && !isDeclared(declarations, `page-${property}`))
        .map(({ property, line }) => ({ line, what: `${property} without page-${property}` }))),
  ),
  warning('viewport-lengths', 'old engines drop the declaration; write one in % before it', ({ blocks }) =>
    // Matches `10vh`, `2.5vw`; not `10%`.
    blocks.flatMap(({ declarations }) =>
      declarations
        .filter((declaration, index) => isViewportLength(declaration) && !hasFallback(declarations.slice(0, index), declaration))
        .map(({ property, value, line }) => ({ line, what: `${property}: ${value} without a fallback` }))),
  ),
]; // prettier-ignore

function error(name: string, why: string, find: StylesheetRule['find']): StylesheetRule {
  return { name, severity: 'error', why, find };
}

function warning(name: string, why: string, find: StylesheetRule['find']): StylesheetRule {
  return { name, severity: 'warning', why, find };
}

function placesOf(
  { blocks }: Stylesheet,
  isFound: (declaration: Declaration) => boolean,
  describe: (declaration: Declaration) => string,
): Place[] {
  return blocks.flatMap(({ declarations }) =>
    declarations.filter(isFound).map(declaration => ({ line: declaration.line, what: describe(declaration) })),
  );
}

function declared(sheet: Stylesheet, isFound: (declaration: Declaration) => boolean): Place[] {
  return placesOf(sheet, isFound, ({ property, value }) => `${property}: ${value}`);
}

function blocksFor({ blocks }: Stylesheet, selector: RegExp): StyleBlock[] {
  return blocks.filter(({ selectors }) => selectors.some(candidate => selector.test(candidate)));
}

function placeOf({ property, value, line }: Declaration, { selectors }: StyleBlock): Place {
  return { line, what: `${property}: ${value} on ${selectors.join(', ')}` };
}

function isReadersChoice({ property, value }: Declaration, setsBodyFont: boolean): boolean {
  if (property === 'font-family') return !setsBodyFont;
  if (property === 'color') return value !== 'inherit';
  return property === 'font' || property === 'font-size' || property === 'line-height';
}

function isRemote(url: string): boolean {
  // Matches `https://a/b.ttf`, `//a/b.ttf`, `data:x`; not `fonts/a.ttf`.
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
}

function isDeclared(declarations: readonly Declaration[], property: string): boolean {
  return declarations.some(declaration => declaration.property === property);
}

function isViewportLength({ value }: Declaration): boolean {
  return /\d(?:vh|vw|vmin|vmax)\b/.test(value);
}

function hasFallback(before: readonly Declaration[], { property }: Declaration): boolean {
  return before.some(declaration => declaration.property === property && !isViewportLength(declaration));
}
