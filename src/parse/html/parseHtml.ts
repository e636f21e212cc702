import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../source/sourceText.ts';
import type { Manuscript, ManuscriptField } from '../manuscript.ts';
import type { Directives, HtmlField, PageReading } from './directives.ts';
import type { FlowItem, SettledItem } from './flowItem.ts';
import {
  attribute,
  childElements,
  type HtmlParent,
  type HtmlSyntax,
  parentOf,
  parseHtmlDocument,
  visibleText,
} from './htmlDocument.ts';
import { reportLeftOut } from './leftOutWords.ts';
import { indexPage, type PageIndex } from './pageIndex.ts';
import { findPageNotes } from './pageNotes.ts';
import { languagesOfPage } from './pageLanguages.ts';
import { placeBlocks, type PlacedItems } from './placeBlocks.ts';
import { linesOf, startsOfLines } from './placeInSource.ts';
import { endParagraph, type PageContext, readChildren, startFlow } from './readFlow.ts';
import { readKnownPage } from './readKnownPage.ts';
import { extentsInside } from './sourceRuns.ts';
import { readStyleSheets } from './styleSheets.ts';

/** What is known of a page that is a part of something else. */
export interface PageSettings {
  /** Says what the parts of the page are; what is known of web pages unless it is given. */
  readonly readPage?: (page: PageIndex) => PageReading;
  readonly syntax?: HtmlSyntax;
}

/**
 * Parses a web page, or a story saved as one: its words and their emphasis, nothing else of it. Scripts, styles, frames,
 * forms and addresses of anything but links never reach a book. Never throws.
 */
export function parseHtml(
  source: SourceText,
  report: Report,
  { readPage = readKnownPage, syntax = 'html' }: PageSettings = {},
): Manuscript {
  const html = source.lines.join('\n');
  const document = parseHtmlDocument(html, syntax);
  const index = indexPage(document);
  const { directives, fields } = readPage(index);
  const page = pageContext(html, source, index, directives, 1, report);
  const window = windowTitle(index, html);
  const items = [...(window === null ? [] : [window]), ...readItems(document, page)];
  const [extent] = window?.extents ?? [];
  return {
    sources: [source],
    noteMarks: page.notes.marks,
    ...(window === null || extent === undefined
      ? {}
      : { windowTitle: { key: 'title', values: [window.text], span: page.spanOf(extent) } }),
    ...windowAuthor(index, page),
    fields: fields.flatMap(field => fieldOf(field, page)),
    ...placeBlocks(source.path, source.lines, 1, items),
    repairs: [],
  };
}

/** What a piece of HTML holds, and the marks of its notes. */
export interface HtmlPiece extends PlacedItems {
  readonly noteMarks: ReadonlyMap<string, string>;
}

/** Reads a piece of HTML that starts at a line of a file in another format, in the same way. */
export function readHtmlPiece(html: string, source: SourceText, firstLine: number, report: Report): HtmlPiece {
  const document = parseHtmlDocument(html);
  // What is said of a piece is foreign to the text around it, however much of the piece it covers.
  const page = { ...pageContext(html, source, indexPage(document), new Map(), firstLine, report), languages: new Set<string>() }; // prettier-ignore
  const placed = placeBlocks(source.path, html.split('\n'), firstLine, readItems(document, page));
  return { ...placed, noteMarks: page.notes.marks };
}

function pageContext(
  html: string,
  source: SourceText,
  index: PageIndex,
  directives: Directives,
  firstLine: number,
  report: Report,
): PageContext {
  const { document, lengths, firstOf } = index;
  const lineStarts = startsOfLines(html.split('\n'));
  return {
    html,
    source,
    lineStarts,
    directives,
    styles: firstOf('style') === null ? new Map() : readStyleSheets(document),
    lengths,
    languages: languagesOfPage(document, lengths),
    report,
    leftOut: [],
    notes: findPageNotes(index, `${source.path}#${firstLine}-`),
    spanOf: extent => {
      const [first, last] = linesOf(extent, lineStarts);
      return { file: source.path, lines: [first + firstLine - 1, last + firstLine - 1] };
    },
  };
}

function readItems(document: HtmlParent, page: PageContext): readonly FlowItem[] {
  const flow = startFlow(page, 0, []);
  readChildren(document, flow);
  endParagraph(flow);
  reportLeftOut(page.leftOut, page.report);
  return flow.items;
}

/** The title for the browser's window: a field, since what a site puts there is seldom the story's title alone. */
function windowTitle({ firstOf }: PageIndex, html: string): SettledItem | null {
  const title = firstOf('title');
  if (title === null || parentOf(title)?.nodeName !== 'head') return null;
  const extents = extentsInside(title, html);
  if (extents.length === 0) return null;
  const text = visibleText(title);
  return {
    kind: 'settled',
    settled: 'field',
    text,
    reason: 'window-title',
    extents,
    stated: null,
    blankLinesBefore: 0,
  };
}

/** Programs that write their user's name into every page. */
const officeProgram = /microsoft|word|office|frontpage|wordperfect|abiword/i;

/** Whom the page's head names: `<meta name="author" content="Nell Ashgrove">`. */
function windowAuthor({ firstOf }: PageIndex, page: PageContext): Pick<Manuscript, 'windowAuthor'> {
  const head = firstOf('head');
  const metas = head === null ? [] : childElements(head).filter(({ tagName }) => tagName === 'meta');
  const said = (name: string) => metas.find(meta => attribute(meta, 'name')?.toLowerCase() === name);
  const author = said('author');
  const generator = said('generator') ?? said('progid');
  const value = author === undefined ? '' : (attribute(author, 'content') ?? '').replace(/\s+/g, ' ').trim();
  const place = author?.sourceCodeLocation;
  if (value === '' || place == null) return {};
  if (generator !== undefined && officeProgram.test(attribute(generator, 'content') ?? '')) return {};
  const span = page.spanOf({ start: place.startOffset, end: place.endOffset });
  return { windowAuthor: { key: 'author', values: [value], span } };
}

function fieldOf({ key, label, values, element }: HtmlField, page: PageContext): ManuscriptField[] {
  const extents = extentsInside(element, page.html);
  const [first] = extents;
  const filled = values.map(value => value.replace(/\s+/g, ' ').trim()).filter(value => value !== '');
  if (first === undefined || filled.length === 0) return [];
  const span: SourceSpan = page.spanOf({ start: first.start, end: extents.at(-1)?.end ?? first.end });
  return [{ key, ...(label === undefined ? {} : { label }), values: filled, span }];
}
