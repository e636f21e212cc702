import { roleOf } from './elementRoles.ts';
import type { Extent, SourceRun } from './flowItem.ts';
import { type HtmlElement, type HtmlText, isElement, isText } from './htmlDocument.ts';

/** Where the words of a text stand in the source, without the white space around them; `null` for white space alone. */
export function extentOf(node: HtmlText, html: string): Extent | null {
  const location = node.sourceCodeLocation;
  if (location == null || !hasWords(node.value)) return null;
  let { startOffset: start, endOffset: end } = location;
  while (start < end && isSpace(html, start)) start++;
  while (end > start && isSpace(html, end - 1)) end--;
  return end > start ? { start, end } : null;
}

/** Whether a text holds anything that shows. */
export function hasWords(text: string): boolean {
  return /[^\s\u0000-\u001f\u0085\u00ad\u200b-\u200d\u2060\ufeff]/.test(text);
}

function isSpace(html: string, index: number): boolean {
  return /\s/.test(html.charAt(index));
}

/** Where the words of a node stand. */
export function extentsInside(node: HtmlElement | HtmlText, html: string): Extent[] {
  const extents: Extent[] = [];
  collectExtents(node, html, extents);
  return extents;
}

function collectExtents(node: HtmlElement | HtmlText, html: string, extents: Extent[]): void {
  if (isText(node)) {
    const extent = extentOf(node, html);
    if (extent !== null) extents.push(extent);
  } else if (roleOf(node) !== 'program') {
    for (const child of node.childNodes) if (isText(child) || isElement(child)) collectExtents(child, html, extents);
  }
}

/** Lines as one, each parted from the next by a space. */
export function joinLines(lines: readonly (readonly SourceRun[])[]): SourceRun[] {
  const space: SourceRun = { value: ' ', isBreak: false, formats: [], extent: null };
  return tidyRuns(lines.flatMap((line, index) => (index === 0 ? line : [space, ...line])));
}

export function extentsOf(runs: readonly SourceRun[]): Extent[] {
  return runs.flatMap(run => (run.extent === null ? [] : [run.extent]));
}

/** Runs with white space as a page shows it: one space between words, none at the edges. */
export function tidyRuns(runs: readonly SourceRun[]): SourceRun[] {
  const tidy: SourceRun[] = [];
  let endsInSpace = true;
  for (const run of runs) {
    if (run.noteId !== undefined || run.image !== undefined) {
      tidy.push(run);
      endsInSpace = false;
      continue;
    }
    let value = run.value.replace(/[\u00ad\u200b\u2060\ufeff]+/g, '').replace(/[\s\u0000-\u001f\u0085]+/g, ' ');
    if (endsInSpace) value = value.replace(/^ /, '');
    if (value === '') continue;
    endsInSpace = value.endsWith(' ');
    tidy.push({ ...run, value });
  }
  for (let last = tidy.pop(); last !== undefined; last = tidy.pop()) {
    if (last.image !== undefined) {
      tidy.push(last);
      break;
    }
    const value = last.value.replace(/ $/, '');
    if (value === '' && last.noteId === undefined) continue;
    tidy.push({ ...last, value });
    break;
  }
  return tidy;
}
