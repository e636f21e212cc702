import type { ContentsEntry } from './bookPage.ts';
import type { BookPlan } from './planBook.ts';
import { languageTag } from './language.ts';
import { lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/**
 * The contents for reading systems of EPUB 2, which know no navigation document.
 *
 * @see https://idpf.org/epub/20/spec/OPF_2.0_final_spec.html#Section2.4.1
 */
export function renderNcx(plan: BookPlan, book: { readonly id: string; readonly title: string }): string {
  const depth = depthOf(plan.contents);
  return xhtml`<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="${languageTag(plan.language)}">
<head>
<meta name="dtb:uid" content="${book.id}"/>
<meta name="dtb:depth" content="${depth}"/>
<meta name="dtb:totalPageCount" content="0"/>
<meta name="dtb:maxPageNumber" content="0"/>
</head>
<docTitle><text>${book.title}</text></docTitle>
<navMap>
${renderPoints(plan.contents, 1)}
</navMap>
</ncx>
`.markup;
}

/** Navigation points in reading order, numbered from `firstNumber` on, those below a point after it. */
function renderPoints(entries: readonly ContentsEntry[], firstNumber: number): Xhtml {
  let number = firstNumber;
  const points = entries.map(entry => {
    const point = renderPoint(entry, number);
    number += countEntries([entry]);
    return point;
  });
  return lines(points);
}

function renderPoint(entry: ContentsEntry, number: number): Xhtml {
  const below = entry.children.length === 0 ? noMarkup : xhtml`\n${renderPoints(entry.children, number + 1)}`;
  return xhtml`<navPoint id="point-${number}" playOrder="${number}">
<navLabel><text>${entry.title}</text></navLabel>
<content src="${entry.fileName}"/>${below}
</navPoint>`;
}

function depthOf(entries: readonly ContentsEntry[]): number {
  return entries.length === 0 ? 0 : 1 + Math.max(...entries.map(entry => depthOf(entry.children)));
}

function countEntries(entries: readonly ContentsEntry[]): number {
  return entries.reduce((sum, entry) => sum + 1 + countEntries(entry.children), 0);
}
