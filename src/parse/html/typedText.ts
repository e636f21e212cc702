import type { SourceText } from '../../source/sourceText.ts';
import { parsePlainText } from '../parsePlainText.ts';
import { roleOf } from './elementRoles.ts';
import type { SourceRun, TypedItem } from './flowItem.ts';
import { type HtmlElement, isElement, isText } from './htmlDocument.ts';
import { extentOf } from './sourceRuns.ts';
import type { TextLengths } from './textLengths.ts';

/** Shorter than this, text that was typed with its lines is a poem or a letter in a story, not the story. */
const minTypedLines = 5;

/** Whether a `<pre>` holds most of a page: a story that was sent by mail and put on the web as it was. */
export function isTypedText(element: HtmlElement, lengths: TextLengths, html: string): boolean {
  if (lengths.of(element) * 2 <= lengths.total) return false;
  return runsInside(element, html).reduce((count, run) => count + run.value.split('\n').length - 1, 0) >= minTypedLines;
}

/** The text of an element as it was typed: every line and blank. */
export function runsInside(element: HtmlElement, html: string): SourceRun[] {
  if (roleOf(element) === 'program') return [];
  return element.childNodes.flatMap((node): SourceRun[] => {
    if (isText(node)) return [{ value: node.value, isBreak: false, formats: [], extent: extentOf(node, html) }];
    if (!isElement(node)) return [];
    return node.tagName === 'br'
      ? [{ value: '\n', isBreak: false, formats: [], extent: null }]
      : runsInside(node, html);
  });
}

/** Reads the lines of a `<pre>` as those of a plain text, each at its place in the page. */
export function readTypedText(
  element: HtmlElement,
  html: string,
  source: SourceText,
  lineStarts: readonly number[],
): TypedItem[] {
  const lines: string[] = [];
  const addText = (value: string, firstLine: number) => {
    value.split('\n').forEach((line, index) => {
      const at = firstLine - 1 + index;
      while (lines.length < at) lines.push('');
      lines[at] = (lines[at] ?? '') + line;
    });
  };
  const readInside = (parent: HtmlElement) => {
    for (const node of parent.childNodes) {
      if (isElement(node) && roleOf(node) !== 'program') readInside(node);
      if (!isText(node) || node.sourceCodeLocation == null) continue;
      const { startLine, startOffset } = node.sourceCodeLocation;
      // The newline right after the start tag is no part of the text, but of its place.
      const isDropped = html.startsWith('\n', startOffset) && !node.value.startsWith('\n');
      addText(node.value, isDropped ? startLine + 1 : startLine);
    }
  };
  readInside(element);
  const manuscript = parsePlainText({ ...source, lines });
  return manuscript.blocks.map(block => {
    const [first, last] = block.span.lines;
    const start = lineStarts[first - 1] ?? 0;
    const end = (lineStarts[last] ?? html.length + 1) - 1;
    return { kind: 'typed', block, extents: [{ start, end }], stated: null, blankLinesBefore: block.blankLinesBefore };
  });
}
