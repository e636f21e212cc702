import { readAo3Pages } from '../html/ao3Download.ts';
import type { HtmlField, PageReading } from '../html/directives.ts';
import { attribute, descendants, findElement, hasClass, type HtmlElement, type HtmlNode, isElement, isText, visibleText } from '../html/htmlDocument.ts'; // prettier-ignore
import type { PageIndex } from '../html/pageIndex.ts';
import type { PackageFacts } from './packageFacts.ts';
import type { DocumentPlan } from './planBook.ts';
import { bodyOf } from './surveyDocument.ts';

/** The programs whose books have pages of their own making that are known. */
export type Producer = 'fascicle' | 'ao3' | 'fanficfare';

/** Who made a book, as its package says it. */
export function producerOf({ makers }: PackageFacts): Producer | null {
  if (/(?:^|; )fascicle$/.test(makers)) return 'fascicle';
  if (/fanficfare/i.test(makers)) return 'fanficfare';
  return /archive of our own/i.test(makers) ? 'ao3' : null;
}

/** Reads a page that only one program makes; `null` for one that is like those of any book. */
export function readProducerPage(producer: Producer | null, page: PageIndex, plan: DocumentPlan): PageReading | null {
  switch (producer) {
    case 'ao3':
      return plan.kind === null ? readAo3Pages(page) : null;
    case 'fanficfare':
      return readFanFicFarePage(bodyOf(page.document));
    case 'fascicle':
    case null:
      return null;
  }
}

/**
 * FanFicFare's title page, `<h3><a>The Jar</a> by <a>salt_wife</a></h3><div><b>Status:</b> Complete<br/>…`, and the page
 * of its own log.
 */
function readFanFicFarePage(body: HtmlElement): PageReading | null {
  const isLog = hasClass(body, 'fff_logpage') || /^update log$/i.test(visibleText(firstHeading(body)));
  if (isLog) return { directives: new Map([[body, { kind: 'removed', reason: 'update-log' }]]), fields: [] };
  if (!hasClass(body, 'fff_titlepage')) return null;
  const labels = [...descendants(body)].filter(({ tagName }) => tagName === 'b');
  return {
    directives: new Map([[body, { kind: 'field', reason: 'title-page' }]]),
    fields: labels.flatMap(labelledValue),
  };
}

function firstHeading(body: HtmlElement): HtmlElement {
  return findElement(body, ({ tagName }) => /^h\d$/.test(tagName)) ?? body;
}

/** The words after `<b>Status:</b>`, up to the end of the line. */
function labelledValue(element: HtmlElement): HtmlField[] {
  const label = visibleText(element);
  const siblings = element.parentNode?.childNodes ?? [];
  const after = siblings.slice(siblings.indexOf(element) + 1);
  const end = after.findIndex(node => isElement(node) && (node.tagName === 'br' || node.tagName === 'b'));
  const nodes = end === -1 ? after : after.slice(0, end);
  const value = nodes
    .map(node => wordsOf(node))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  const link = nodes.find(node => isElement(node) && node.tagName === 'a');
  const address = link !== undefined && isElement(link) ? attribute(link, 'href') : null;
  if (!label.endsWith(':') || value === '') return [];
  const key = label.slice(0, -1);
  return [{ key, values: [/^(?:story )?url$/i.test(key) && address !== null ? address : value], element }];
}

function wordsOf(node: HtmlNode): string {
  if (isText(node)) return node.value;
  return isElement(node) ? visibleText(node) : '';
}
