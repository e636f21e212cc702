import type { HtmlField, PageReading } from './directives.ts';
import type { PageIndex } from './pageIndex.ts';
import { attribute, childElements, descendants, findElement, type HtmlElement, isElement, visibleText } from './htmlDocument.ts'; // prettier-ignore
import { directivesOf } from './pageDirectives.ts';

const make = directivesOf('fanficfare', 'FanFicFare’s layout');

/** Matches the anchors of FanFicFare's chapters: `section0001`. */
const sectionName = /^section\d+$/;

/**
 * Reads a story downloaded with FanFicFare as HTML: `<h1><a>title</a> by <a>author</a></h1>`, a table of labels and
 * values, a table of contents, and a heading inside `<a name="section0001">` for each chapter.
 */
export function readFanFicFare(page: PageIndex): PageReading | null {
  const { document } = page;
  const isSection = (element: HtmlElement) =>
    element.tagName === 'a' && sectionName.test(attribute(element, 'name') ?? '');
  const top = page.firstOf('h1');
  if (top === null || findElement(document, isSection) === null) return null;
  const directives: PageReading['directives'] = new Map();
  const fields: HtmlField[] = [];
  readTop(top, directives, fields);
  const table = page.firstOf('table');
  const labelled = table === null ? [] : readTable(table);
  if (table !== null && labelled.length > 0) {
    directives.set(table, { kind: 'field', reason: 'title-page' });
    fields.push(...labelled);
  }
  for (const element of descendants(document)) {
    if (isSection(element)) {
      const heading = findElement(element, ({ tagName }) => /^h\d$/.test(tagName));
      if (heading !== null) directives.set(heading, make.heading('chapter', visibleText(heading)));
    } else if (element.tagName === 'a' && attribute(element, 'name') === 'TOCTOP') markContents(element, directives);
  }
  return { directives, fields };
}

function readTop(top: HtmlElement, directives: PageReading['directives'], fields: HtmlField[]): void {
  const [title, ...authors] = childElements(top).filter(({ tagName }) => tagName === 'a');
  if (title === undefined || !/\sby\s/.test(visibleText(top))) return;
  directives.set(top, make.mark('title-and-author', 'byline'));
  const named = authors.map(author => visibleText(author));
  const bare = visibleText(top)
    .slice(visibleText(title).length)
    .replace(/^\s*by\s+/, '');
  fields.push({ key: 'title', values: [visibleText(title)], element: title });
  fields.push({ key: 'author', values: named.length > 0 ? named : [bare], element: top });
  const address = attribute(title, 'href');
  if (address !== null && /^https?:/.test(address)) fields.push({ key: 'source', values: [address], element: title });
}

/** Rows of a bold label and its value. */
function readTable(table: HtmlElement): HtmlField[] {
  const rows = [...descendants(table)].filter(({ tagName }) => tagName === 'tr');
  return rows.flatMap((row): HtmlField[] => {
    const [label, value] = childElements(row);
    if (label === undefined || value === undefined || !visibleText(label).endsWith(':')) return [];
    return [{ key: visibleText(label).slice(0, -1), values: [visibleText(value)], element: row }];
  });
}

/** The heading of the contents, and the paragraph of links after it. */
function markContents(anchor: HtmlElement, directives: PageReading['directives']): void {
  directives.set(anchor, make.mark('contents', 'contents'));
  const siblings = anchor.parentNode?.childNodes ?? [];
  const after = siblings.slice(siblings.indexOf(anchor) + 1).filter(node => isElement(node));
  const [list] = after;
  if (list?.tagName === 'p') directives.set(list, make.mark('contents', 'contents'));
}
