import type { Block, Inline } from '../../book/tree.ts';
import { inlineText } from '../../book/plainText.ts';
import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../source/sourceText.ts';
import type { StatedMark } from '../manuscript.ts';
import { isBreakImage } from '../breakImage.ts';
import { imageInHeading } from '../imageInHeading.ts';
import { isRuleLine } from '../ruleLine.ts';
import type { Directive, Directives } from './directives.ts';
import { isHidden, isHtmlElement, roleOf } from './elementRoles.ts';
import type { Extent, FlowItem, SourceRun } from './flowItem.ts';
import { type HtmlContent, type HtmlElement, type HtmlText, isElement, isText, visibleText } from './htmlDocument.ts';
import { readImageElement } from './imageElement.ts';
import { type Format, formatsInside, nestRuns, type StyleEffect } from './inlineFormats.ts';
import { type LeftOutWords, mayBeMissed } from './leftOutWords.ts';
import { withoutTypedLabel } from './noteLabel.ts';
import type { NoteOfPage, PageNotes } from './pageNotes.ts';
import { quotationMarks } from './quotationMarks.ts';
import { readFigure } from './readFigure.ts';
import { readList, readTable } from './readStructure.ts';
import { blocksOf, inlinesOf } from './settleLines.ts';
import { extentOf, extentsInside, extentsOf, joinLines, tidyRuns } from './sourceRuns.ts';
import type { TextLengths } from './textLengths.ts';
import { isTypedText, readTypedText, runsInside } from './typedText.ts';

/** What stays the same while a page is read. */
export interface PageContext {
  readonly html: string;
  readonly source: SourceText;
  readonly lineStarts: readonly number[];
  readonly directives: Directives;
  readonly styles: ReadonlyMap<string, StyleEffect>;
  readonly lengths: TextLengths;
  /** The page's own languages, as primary subtags. */
  readonly languages: ReadonlySet<string>;
  readonly report: Report;
  /** What the page does not show, gathered while it is read. */
  readonly leftOut: LeftOutWords[];
  readonly notes: PageNotes;
  readonly spanOf: (extent: Extent) => SourceSpan;
}

/** Where the reading of a page stands. */
export interface Flow {
  readonly page: PageContext;
  readonly items: FlowItem[];
  /** Block quotes, lists and tables that are open around. */
  readonly depth: number;
  runs: SourceRun[];
  formats: readonly Format[];
  /** The directive that the next blocks stand under, and whether a block of it was read. */
  mark: Directive | null;
  isMarkOpen: boolean;
  /** Empty lines since the last block. */
  blankLines: number;
}

export function startFlow(page: PageContext, depth: number, formats: readonly Format[]): Flow {
  return { page, items: [], depth, runs: [], formats, mark: null, isMarkOpen: false, blankLines: 0 };
}

/** Deeper block quotes, lists and tables are read as paragraphs. */
const maxStructureDepth = 12;

/** Reads the content of a node into the flow. */
export function readChildren(parent: HtmlContent, flow: Flow): void {
  for (const child of parent.childNodes) {
    if (isText(child)) readText(child, flow);
    else if (isElement(child)) readElement(child, flow);
  }
}

function readElement(element: HtmlElement, flow: Flow): void {
  const directive = flow.page.directives.get(element) ?? null;
  if (directive?.kind === 'removed') {
    addSettled(element, 'removed', directive.reason, flow);
    return;
  }
  if (directive?.kind === 'field') {
    endParagraph(flow);
    addSettled(element, 'field', directive.reason, flow);
    return;
  }
  if (directive === null && isHidden(element)) {
    leaveOut(element, 'hidden', flow);
    return;
  }
  if (readNotePart(element, flow)) return;
  const { formats, mark, isMarkOpen } = flow;
  const isMarked = directive?.kind === 'mark' || directive?.kind === 'matter';
  if (isMarked) {
    endParagraph(flow);
    flow.mark = directive;
    flow.isMarkOpen = directive.kind === 'matter' && !directive.isStart;
  }
  flow.formats = formatsInside(element, formats, flow.page.styles, flow.page.languages);
  readByRole(element, directive, flow);
  if (isMarked) {
    endParagraph(flow);
    flow.mark = mark;
    flow.isMarkOpen = isMarkOpen;
  }
  flow.formats = formats;
}

/** Reads a footnote, its mark, or what belongs to its list; `false` where an element is none of them. */
function readNotePart(element: HtmlElement, flow: Flow): boolean {
  const { containers, references, furniture } = flow.page.notes;
  const note = containers.get(element);
  const noteId = references.get(element);
  if (furniture.has(element))
    addSettled(element, 'removed', element.tagName === 'a' ? 'footnote-link' : 'footnote-heading', flow);
  else if (noteId !== undefined) {
    const extents = extentsInside(element, flow.page.html);
    const formats = flow.formats.filter(({ type }) => type !== 'superscript' && type !== 'link');
    const extent = { start: extents[0]?.start ?? 0, end: extents.at(-1)?.end ?? 0 };
    flow.runs.push({ value: '', isBreak: false, formats, extent, noteId });
  } else if (note !== undefined) readNote(element, note, flow);
  else return false;
  return true;
}

function readNote(element: HtmlElement, note: NoteOfPage, flow: Flow): void {
  endParagraph(flow);
  const inner = startFlow(flow.page, flow.depth + 1, flow.formats.filter(({ type }) => type === 'foreign')); // prettier-ignore
  readChildren(element, inner);
  endParagraph(inner);
  const blocks = blocksOf(inner.items);
  const extents = inner.items.flatMap(item => (isApart(item) ? [] : item.extents));
  const read = withoutTypedLabel(blocks, note.label, element.tagName === 'li');
  if (blocks.length > 0) flow.items.push({ kind: 'note', note, ...read, extents, stated: null, blankLinesBefore: 0 });
  for (const item of inner.items) if (isApart(item)) flow.items.push(item);
}

/** Whether an item is no part of what it stands in. */
function isApart(item: FlowItem): boolean {
  return item.kind === 'settled' || item.kind === 'note';
}

function readByRole(element: HtmlElement, directive: Directive | null, flow: Flow): void {
  switch (roleOf(element)) {
    case 'program':
      // `<noframes>` of a page of frames stands in its head.
      for (const child of element.childNodes)
        if (isElement(child) && roleOf(child) === 'foreign') leaveOut(child, child.tagName, flow);
      return;
    case 'foreign':
      if (directive === null) leaveOut(element, element.tagName, flow);
      else readBlock(element, flow);
      return;
    case 'inline':
      readWordInBrackets(element, flow);
      readInline(element, flow);
      return;
    case 'break':
      addBreak(flow);
      return;
    case 'image':
      addImage(element, flow);
      return;
    case 'rule':
      endParagraph(flow);
      addRule(element, flow);
      return;
    case 'heading':
      readHeading(element, flow);
      return;
    case 'block':
      readBlock(element, flow);
      return;
    case 'list':
    case 'quote':
    case 'table':
    case 'figure':
    case 'preformatted':
      if (directive !== null || !readStructure(element, flow)) readBlock(element, flow);
  }
}

function readBlock(element: HtmlElement, flow: Flow): void {
  endParagraph(flow);
  const before = flow.items.length;
  const blankLines = flow.blankLines;
  readChildren(element, flow);
  endParagraph(flow);
  const isEmpty = flow.items.length === before && flow.blankLines === blankLines;
  // An empty paragraph shows as an empty line; an empty `<div>` does not.
  if (isEmpty && element.tagName === 'p') flow.blankLines++;
}

/** Reads what is a block of its own; `false` where it only lays the page out. */
function readStructure(element: HtmlElement, flow: Flow): boolean {
  if (flow.depth >= maxStructureDepth) return false;
  const { html, source, lineStarts, lengths } = flow.page;
  if (roleOf(element) === 'preformatted' && flow.depth === 0 && isTypedText(element, lengths, html)) {
    endParagraph(flow);
    for (const item of readTypedText(element, html, source, lineStarts)) flow.items.push(item);
    flow.blankLines = 0;
    return true;
  }
  const inner = startFlow(flow.page, flow.depth + 1, flow.formats);
  const block = readInner(element, inner, flow);
  if (block === null) return false;
  endParagraph(flow);
  const extents = inner.items.flatMap(item => (isApart(item) ? [] : item.extents));
  const settled = inner.items.filter(isApart);
  if (extents.length > 0) flow.items.push({ kind: 'structure', block, extents, ...placeOf(flow) });
  for (const item of settled) flow.items.push(item);
  return true;
}

/** The block that an element is; `null` where it is none. What is inside is read by way of the inner flow. */
function readInner(element: HtmlElement, inner: Flow, outer: Flow): Block | null {
  const blocks = (part: HtmlContent): Block[] => {
    const from = inner.items.length;
    readChildren(part, inner);
    endParagraph(inner);
    return blocksOf(inner.items.slice(from));
  };
  const inlines = (cell: HtmlElement): Inline[] => {
    const from = inner.items.length;
    readChildren(cell, inner);
    endParagraph(inner);
    return inlinesOf(inner.items.slice(from));
  };
  switch (roleOf(element)) {
    case 'list':
      return readList(element, blocks);
    case 'quote':
      return isLayoutQuote(element, outer) ? null : { type: 'blockQuote', children: blocks(element) };
    case 'table':
      return readTable(element, outer.page.lengths, inlines);
    case 'figure':
      return readFigure(element, outer.page.lengths, {
        inlines,
        image: picture => {
          addImage(picture, inner);
          endParagraph(inner);
        },
      });
    case 'preformatted':
      return readPreformatted(element, inner);
    case 'inline':
    case 'block':
    case 'heading':
    case 'rule':
    case 'break':
    case 'image':
    case 'program':
    case 'foreign':
      return null;
  }
}

/** Text with its lines and blanks, inside a story: a poem, a letter, a sign. */
function readPreformatted(element: HtmlElement, inner: Flow): Block | null {
  const runs = runsInside(element, inner.page.html);
  inner.items.push({ kind: 'lines', lines: [runs], extents: extentsOf(runs), stated: null, blankLinesBefore: 0 });
  return {
    type: 'preformatted',
    value: runs
      .map(run => run.value)
      .join('')
      .replace(/^\n+|\s+$/g, ''),
  };
}

/** A quote around most of a page's words is how old pages set their margins. */
const layoutShare = 0.5;

function isLayoutQuote(element: HtmlElement, { page, depth }: Flow): boolean {
  return depth === 0 && page.lengths.of(element) > page.lengths.total * layoutShare;
}

function readText(node: HtmlText, flow: Flow): void {
  const directive = flow.page.directives.get(node);
  if (directive?.kind === 'removed') {
    addSettled(node, 'removed', directive.reason, flow);
    return;
  }
  flow.runs.push({ value: node.value, isBreak: false, formats: flow.formats, extent: extentOf(node, flow.page.html) });
}

function addBreak(flow: Flow): void {
  flow.runs.push({ value: '', isBreak: true, formats: [], extent: null });
}

function readInline(element: HtmlElement, flow: Flow): void {
  const [opening, closing] = quotationMarks(element, flow.formats);
  flow.runs.push(...opening);
  readChildren(element, flow);
  flow.runs.push(...closing);
}

/** `<grin>` and `<sigh>` are words of the author's, no elements; `<o:p>` and `<my-app>` are those of programs. */
function readWordInBrackets(element: HtmlElement, flow: Flow): void {
  const extent = elementExtent(element);
  const isWord = /^[a-z]{2,}$/.test(element.tagName) && !isHtmlElement(element.tagName) && element.attrs.length === 0;
  if (!isWord || extent === null) return;
  const value = flow.page.html.slice(extent.start, extent.end);
  flow.runs.push({ value, isBreak: false, formats: flow.formats, extent });
}

function addImage(element: HtmlElement, flow: Flow): void {
  const image = readImageElement(element);
  const extent = elementExtent(element);
  if (image === null || extent === null) return;
  const description = (image.type === 'text' ? image.value : image.alt) ?? '';
  if (isBreakImage(description)) {
    endParagraph(flow);
    flow.items.push({ kind: 'rule', text: description, extents: [extent], ...placeOf(flow) });
    return;
  }
  const picture = image.type === 'image' ? { image } : {};
  flow.runs.push({ value: description, isBreak: false, formats: flow.formats, extent, ...picture });
}

function elementExtent(element: HtmlElement): Extent | null {
  const location = element.sourceCodeLocation;
  if (location == null) return null;
  const { startOffset: start, endOffset: end } = location.startTag ?? location;
  return { start, end };
}

function addRule(element: HtmlElement, flow: Flow): void {
  const extent = elementExtent(element);
  if (extent === null) return;
  flow.items.push({ kind: 'rule', text: flow.page.html.slice(extent.start, extent.end), extents: [extent], ...placeOf(flow) }); // prettier-ignore
}

function readHeading(element: HtmlElement, flow: Flow): void {
  endParagraph(flow);
  const inner = startFlow(flow.page, maxStructureDepth, flow.formats.filter(({ type }) => type !== 'strong')); // prettier-ignore
  readChildren(element, inner);
  endParagraph(inner);
  const lines = inner.items.flatMap(item => (item.kind === 'lines' ? item.lines : item.kind === 'heading' ? [item.runs] : [])); // prettier-ignore
  const pictured = joinLines(lines);
  const runs = pictured.map(({ value, isBreak, formats, extent }): SourceRun => ({ value, isBreak, formats, extent }));
  const settled = inner.items.filter(item => item.kind !== 'lines' && item.kind !== 'heading');
  const extents = extentsOf(runs);
  const depth = Number(element.tagName.slice(1)) || 1;
  if (isRuleLine(inlineText(nestRuns(runs)))) {
    flow.items.push({ kind: 'rule', text: inlineText(nestRuns(runs)).trim(), extents, ...placeOf(flow) });
  } else if (pictured.length > 0 && runs.every(run => run.value.trim() === '')) {
    // A heading of pictures without a word heads nothing.
    flow.items.push({ kind: 'lines', lines: [pictured], extents, ...placeOf(flow) });
  } else if (extents.length > 0) {
    const [picture] = pictured.filter(run => run.image !== undefined);
    if (picture?.extent != null) flow.page.report(imageInHeading(inlineText(nestRuns(runs)), flow.page.spanOf(picture.extent))); // prettier-ignore
    flow.items.push({ kind: 'heading', depth, runs, extents, ...placeOf(flow) });
  }
  for (const item of settled) flow.items.push(item);
}

/** Ends the paragraph that is open: its lines become items, parted where at least one empty line shows. */
export function endParagraph(flow: Flow): void {
  const { runs } = flow;
  flow.runs = [];
  let lines: SourceRun[][] = [];
  let line: SourceRun[] = [];
  let blanks = 0;
  const endLines = () => {
    if (lines.length === 0) return;
    const extents = lines.flatMap(one => extentsOf(one));
    flow.items.push({ kind: 'lines', lines, extents, ...placeOf(flow) });
    lines = [];
  };
  const endLine = () => {
    const tidy = tidyRuns(line);
    line = [];
    if (tidy.some(run => run.extent !== null)) {
      if (blanks > 0) endLines();
      if (blanks > 0) flow.blankLines += blanks - 1;
      lines.push(tidy);
      blanks = 0;
    } else blanks++;
  };
  for (const run of runs) {
    if (run.isBreak) endLine();
    else line.push(run);
  }
  const hasOpenLine = line.some(run => run.extent !== null);
  if (hasOpenLine) endLine();
  endLines();
  if (!hasOpenLine && blanks > 0) flow.blankLines += blanks;
}

/** What the next item stands under: its directive's mark, and the empty lines before it. */
function placeOf(flow: Flow): { stated: StatedMark | null; blankLinesBefore: number } {
  const blankLinesBefore = flow.items.length === 0 ? flow.blankLines : 1 + flow.blankLines;
  flow.blankLines = 0;
  return { stated: nextMark(flow), blankLinesBefore };
}

function nextMark(flow: Flow): StatedMark | null {
  const { mark } = flow;
  if (mark?.kind === 'mark') return mark.mark;
  if (mark?.kind !== 'matter') return null;
  const isStart = !flow.isMarkOpen;
  flow.isMarkOpen = true;
  const { rule, why, role, place, isLabel } = mark;
  return { kind: 'matter', rule, why, matter: { role, place, isStart, labelLength: isLabel ? Infinity : 0 } };
}

/** Removes what the page does not show, and takes note of words that may be missed. */
function leaveOut(element: HtmlElement, part: string, flow: Flow): void {
  addSettled(element, 'removed', part === 'hidden' ? part : `markup:${part}`, flow);
  const [first, ...rest] = extentsInside(element, flow.page.html);
  const text = visibleText({ childNodes: [element] });
  if (first === undefined || !mayBeMissed({ part, text })) return;
  flow.page.leftOut.push({
    part,
    text,
    span: flow.page.spanOf({ start: first.start, end: rest.at(-1)?.end ?? first.end }),
  });
}

/** Sets words aside: read as a field already, or not part of a story. */
function addSettled(node: HtmlElement | HtmlText, settled: 'field' | 'removed', reason: string, flow: Flow): void {
  const extents = extentsInside(node, flow.page.html);
  if (extents.length === 0) return;
  const text = visibleText({ childNodes: [node] });
  flow.items.push({ kind: 'settled', settled, text, reason, extents, stated: null, blankLinesBefore: 0 });
}
