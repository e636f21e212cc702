import type { DocumentReference } from './elementReferences.ts';

/** Matches `url(a.png)`, `url('a.png')` and `@import "a.css"`. */
const reference = /url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^"'()\s]+))\s*\)|@import\s+(?:"([^"\n]*)"|'([^'\n]*)')/gi;

// A comment; one that is not closed runs to the end of the sheet.
const comment = /\/\*[^]*?(?:\*\/|$)/g;

/** What a style sheet loads: pictures, fonts and other style sheets. */
export function stylesheetReferences(css: string): DocumentReference[] {
  const withoutComments = css.replace(comment, ' ');
  return [...withoutComments.matchAll(reference)]
    .map(match => match.slice(1).find(Boolean) ?? '')
    .filter(url => url !== '' && !url.startsWith('#'))
    .map(url => ({ kind: 'resource', url, line: 0 }));
}
