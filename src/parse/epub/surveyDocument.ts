import { isMatterRole } from '../../book/matterRoles.ts';
import type { MatterRole } from '../../book/tree.ts';
import { roleOf } from '../html/elementRoles.ts';
import { attribute, childElements, descendants, findElement, hasClass, type HtmlElement, type HtmlParent, parseHtmlDocument, visibleText } from '../html/htmlDocument.ts'; // prettier-ignore
import { measureTexts } from '../html/textLengths.ts';
import { epubTypes } from './epubTypes.ts';
import { type PartKind, partKind } from './partKind.ts';
import { orderWords } from './wordOrder.ts';

/** What has to be known of a document before any is read, so that each is read by its place in the book. */
export interface DocumentSurvey {
  /** What the document as a whole is, by its own terms. */
  readonly kind: PartKind | null;
  /** Ids inside sections that are matter or left out: no chapter starts there. */
  readonly idsInMatter: ReadonlySet<string>;
  /** Characters of text, and of those in links. */
  readonly length: number;
  readonly lengthInLinks: number;
  /** The addresses of its pictures, as they are written. */
  readonly pictures: readonly string[];
  /** The words at its start, in one line; more than a title page has. */
  readonly start: string;
  /** The heading that the document starts with; `null` where words stand before it, or there is none. */
  readonly heading: string | null;
  /** Whether calibre made the page of what its library says of the book. */
  readonly isJacket: boolean;
  /** The role of a page of matter in a book of ours: `<section class="matter authors-note">`. */
  readonly ownRole: MatterRole | null;
}

/** More than the words of any title page or cover. */
const startLength = 2000;

export function surveyDocument(html: string): DocumentSurvey {
  const document = parseHtmlDocument(html, 'xhtml');
  const body = bodyOf(document);
  const idsInMatter = new Set<string>();
  const pictures: string[] = [];
  let isJacket = false;
  for (const element of descendants(body)) {
    isJacket ||= hasClass(element, 'cbj_banner');
    const picture = pictureOf(element);
    if (picture !== null) pictures.push(picture);
    if (partKind(epubTypes(element)) === null) continue;
    for (const inside of [element, ...descendants(element)]) {
      const id = attribute(inside, 'id');
      if (id !== null) idsInMatter.add(id);
    }
  }
  const lengths = measureTexts(document);
  const ownMatter = childElements(body).find(section => hasClass(section, 'matter'));
  return {
    kind: rootKind(body),
    idsInMatter,
    length: lengths.of(body),
    lengthInLinks: lengths.inLinks(body),
    pictures,
    start: lengths.of(body) > startLength ? '' : visibleText(body),
    heading: headingAtTop(body),
    isJacket,
    ownRole: ownMatter === undefined ? null : roleOfClass(ownMatter),
  };
}

/** The address of the picture that an element is, `<img src="…"/>` or `<svg><image xlink:href="…"/></svg>`; `null` for others. */
function pictureOf(element: HtmlElement): string | null {
  if (element.tagName === 'img') return attribute(element, 'src');
  // The parser of HTML takes the prefix of `xlink:href` off.
  return element.tagName === 'image' ? attribute(element, 'href') : null;
}

function headingAtTop(body: HtmlElement): string | null {
  const order = orderWords(body);
  const heading = findElement(
    body,
    element => roleOf(element) === 'heading' && order.after(element) > order.before(element),
  );
  return heading === null || order.before(heading) > 0 ? null : visibleText(heading);
}

/** The role of a section by its class, as this program writes it: `note authors-note`. */
export function roleOfClass(element: HtmlElement): MatterRole | null {
  const names = (attribute(element, 'class') ?? '').split(/\s+/);
  const roles = names.map(name => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()));
  return roles.find(role => isMatterRole(role)) ?? null;
}

/** The body of a document; the parser makes one where a file has none. */
export function bodyOf(document: HtmlParent): HtmlElement {
  const html = childElements(document).find(({ tagName }) => tagName === 'html');
  const body = html === undefined ? undefined : childElements(html).find(({ tagName }) => tagName === 'body');
  if (body === undefined) throw new TypeError('A parsed page has a body');
  return body;
}

/** Whether an element marks where a page of the print edition begins: `<span epub:type="pagebreak" id="page-12"></span>`. */
export function isPageBreak(element: HtmlElement): boolean {
  return epubTypes(element).includes('pagebreak');
}

/** What the body says it is, or the one section that is all of it. */
function rootKind(body: HtmlElement): PartKind | null {
  let only: HtmlElement | undefined = body;
  while (only !== undefined) {
    const kind = partKind(epubTypes(only));
    if (kind !== null) return kind;
    const [first, ...others]: readonly HtmlElement[] = childElements(only).filter(element => !isPageBreak(element));
    only = others.length === 0 ? first : undefined;
  }
  return null;
}
