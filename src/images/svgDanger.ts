import { drawingCost } from './drawingCost.ts';
import { hasHeavyFilter } from './heavyFilter.ts';

/** What a drawing must not hold, and what it is called: programs, other documents, and words that stand for longer ones. */
const dangers: readonly (readonly [pattern: RegExp, name: string])[] = [
  // Matches `encoding="utf-7"`; not `encoding="UTF-8"`.
  [
    /^[^<]*<\?xml\b[^>]*\bencoding\s*=\s*["'](?!(?:utf-8|us-ascii|iso-8859-1)["'])/i,
    'letters in an encoding that is not read',
  ],
  [/<!ENTITY|<!DOCTYPE[^<>[]*\[/i, 'entities of its own'],
  [/<(?:[\w-]+:)?script\b|[\s"'/]on[a-z]+\s*=|javascript:/i, 'a program'],
  [/<(?:[\w-]+:)?(?:foreignObject|iframe|object|embed|audio|video)\b/i, 'another document'],
  [/<\?xml-stylesheet|@import/i, 'a style sheet from elsewhere'],
  // Matches `href="https://…"`, `xlink:href='lamp.png'`, `href="data:…"`; not `href="#lamp"`.
  [/\bhref\s*=\s*(?:"\s*[^"#\s]|'\s*[^'#\s])/i, 'a reference to something outside of it'],
  // Matches `url(https://…)`, `url('lamp.svg#a')`; not `url(#lamp)`, `url("#lamp")`.
  [/\burl\(\s*(?:&(?:quot|apos|#\w+);|["'])?\s*[^#"'\s)&]/i, 'a reference to something outside of it'],
];

/** Each mask of a chain keeps a sheet of its own, four megabytes for a page: four hundred of them took 1.8 GB. */
const mostMasks = 48;

/** Matches `mask="url(#a)"`, `mask: url(#a)`; not `<mask id="a">`. */
const maskUses = /\bmask(?:-image)?\s*[=:]\s*["']?\s*url\(/gi;

/**
 * A group that lets something through is painted on a sheet of its own first, ten megabytes for the largest drawing, held
 * until what is inside of it is painted: thirty inside of each other took 300 MB. A person nests three or four.
 */
const mostSheetsDeep = 12;

/** Each sheet takes some five milliseconds, however small what is painted on it: a thousand, five seconds. */
const mostSheets = 1000;

/** A few lines that refer to each other stand for millions of shapes; two megabytes of them without that hold fewer. */
const mostElements = 100_000;

/** An address of a link is never followed in a picture: `<a href="https://…">` says who drew it. */
const links = /<(?:[\w-]+:)?a\b[^<>]*>/gi;

/** What a drawing holds that none may, "a program" for instance; `null` for one that is safe to draw. */
export function svgDanger(svg: string): string | null {
  const drawn = svg.replace(links, '<a>');
  const danger = dangers.find(([pattern]) => pattern.test(drawn))?.[1] ?? null;
  if (danger !== null) return danger;
  if (hasHeavyFilter(drawn)) return 'filters that take too long';
  if ((svg.match(maskUses)?.length ?? 0) > mostMasks) return 'too many masks';
  const { elements, sheets, sheetsDeep } = drawingCost(svg);
  if (sheetsDeep > mostSheetsDeep)
    return `groups that let something through inside of each other, more than ${mostSheetsDeep} deep`;
  if (sheets > mostSheets) return `more than ${mostSheets} things that are painted apart to let something through`;
  return elements > mostElements ? `more than ${mostElements} shapes, with those that are drawn again` : null;
}
