import { isStep } from '../linkMenu.ts';
import type { Directive, HtmlField, PageReading } from './directives.ts';
import { attribute, childElements, descendants, type HtmlElement, type HtmlNode, type HtmlParent, parentOf, visibleText } from './htmlDocument.ts'; // prettier-ignore
import { directivesOf } from './pageDirectives.ts';
import type { TextLengths } from './textLengths.ts';

/** What stands around the text of an article on a page: its own root, and what was decided so far. */
interface Frame {
  readonly root: HtmlElement;
  readonly lengths: TextLengths;
  readonly directives: PageReading['directives'];
  /** The elements of the article in order; those before `proseStart` stand above its text, those from `proseEnd` on below. */
  readonly elements: readonly HtmlElement[];
  /** What stands outside of the article, above it, and belongs to it: its heading, whom a class names as its author. */
  readonly outside: readonly HtmlElement[];
  readonly proseStart: number;
  readonly proseEnd: number;
}

const make = directivesOf('article-page', 'The page');
const furniture: Directive = { kind: 'removed', reason: 'page-furniture' };

/** A paragraph of a story has so many characters outside of links, white space not counted; a line of facts has fewer. */
const minProse = 80;

/**
 * Reads what blogs and magazines put around the text of an article: author, date and reading time under the heading, a
 * picture with its caption, links to share it, tags, a box about the author, related articles, comments. Author and date
 * become fields, what is said of the author is set aside, the rest is removed. Words that no mark tells from the text
 * stay in it.
 */
export function readArticleFrame(
  root: HtmlElement,
  lengths: TextLengths,
  directives: PageReading['directives'],
  outside: readonly HtmlElement[] = [],
): HtmlField[] {
  // prettier-ignore
  const elements = [...descendants(root)];
  const isProse = (element: HtmlElement) => proseElements.has(element.tagName) && lengths.of(element) - lengths.inLinks(element) >= minProse && !isSettled(element, directives); // prettier-ignore
  const proseStart = elements.findIndex(isProse);
  const proseEnd = elements.findLastIndex(isProse) + 1;
  if (proseStart < 0) return [];
  const frame = { root, lengths, directives, elements, outside, proseStart, proseEnd };
  removeRelated(frame);
  removeLinkLists(frame);
  removeLeadPicture(frame);
  setAuthorBoxAside(frame);
  return readFacts(frame);
}

const proseElements = new Set(['p', 'blockquote', 'li', 'pre']);

function isSettled(element: HtmlElement, directives: ReadonlyMap<HtmlNode, Directive>): boolean {
  for (let node: HtmlParent | null = element; node !== null; node = parentOf(node)) {
    if ('tagName' in node && directives.has(node)) return true;
  }
  return false;
}

function direct({ directives }: Frame, element: HtmlElement, directive: Directive): void {
  if (!isSettled(element, directives)) directives.set(element, directive);
}

/** Matches the headings of what follows an article: `You might also like`, `3 comments`, `Leave a reply`; not `Comments on the Tide`. */
const relatedHeading =
  /^(?:you (?:might|may) also (?:like|enjoy)|related(?: (?:posts?|articles?|stories|reading|content))?|more (?:stories|posts|articles|fiction|from\b.{0,40}|like this)|(?:recent|popular|latest|other|further) (?:posts?|articles?|stories|comments)|read (?:next|more|also)|keep reading|up next|share(?: this)?(?: (?:post|story|article))?|like this|leave a (?:comment|reply)|(?:(?:\d+|no|one) )?(?:comments?|responses?|replies|thoughts on\b.{0,80})|tags|categories|filed under|archives|subscribe\b.{0,60}|(?:join|get) (?:the|my|our) newsletter|newsletter|follow (?:me|us))[\s:!.…]*$/i;

/** Takes off what a heading names as no part of the article: its container, or all that follows it there. */
function removeRelated(frame: Frame): void {
  for (const [index, element] of frame.elements.entries()) {
    if (index < frame.proseStart || !/^h[1-6]$/.test(element.tagName)) continue;
    if (!relatedHeading.test(visibleText(element)) || isSettled(element, frame.directives)) continue;
    const parent = parentOf(element);
    if (parent === null || !('tagName' in parent)) continue;
    const siblings = childElements(parent);
    const isOwnBox = parent !== frame.root && siblings[0] === element && isBesideTheText(frame, parent, index);
    if (isOwnBox) direct(frame, parent, furniture);
    else if (index >= frame.proseEnd) for (const sibling of siblings.slice(siblings.indexOf(element))) direct(frame, sibling, furniture); // prettier-ignore
  }
}

/** Among the paragraphs of an article, a box about others has so many of its words in links; a chapter `Archives` has none. */
const boxLinkShare = 0.3;

function isBesideTheText({ lengths, elements, proseStart, proseEnd }: Frame, box: HtmlElement, index: number): boolean {
  const first = elements[proseStart];
  if (first === undefined || contains(box, first)) return false;
  return index >= proseEnd || lengths.inLinks(box) >= lengths.of(box) * boxLinkShare;
}

function contains(element: HtmlElement, inner: HtmlElement): boolean {
  for (let node: HtmlParent | null = inner; node !== null; node = parentOf(node)) if (node === element) return true;
  return false;
}

const listElements = new Set(['div', 'ul', 'ol', 'section', 'aside', 'p', 'table', 'center', 'span']);
/** A list of links, to share an article or of its tags, has nearly all its words in them. */
const linkShare = 0.8;
const maxListLength = 400;

/** Takes off lists of links to other pages: buttons to share it, tags, `Previous` and `Next`; links within the page are its contents. */
function removeLinkLists(frame: Frame): void {
  const { elements, lengths, root } = frame;
  for (const element of elements) {
    const length = lengths.of(element);
    if (!listElements.has(element.tagName) || length === 0 || length > maxListLength) continue;
    if (lengths.inLinks(element) < length * linkShare || contains(element, root)) continue;
    const links = [...descendants(element)].filter(({ tagName }) => tagName === 'a');
    const isWithin = links.some(link => /^#|^javascript:/i.test(attribute(link, 'href') ?? '#'));
    const isByline = links.some(link => attribute(link, 'rel') === 'author');
    const isParagraph = element.tagName === 'p' || element.tagName === 'span';
    const leads = links.some(link => isStep(visibleText(link)));
    if (isWithin || isByline || (isParagraph ? !leads : links.length < 2)) continue;
    direct(frame, element, furniture);
  }
}

/** A picture above the text illustrates the page; what stands under it is no part of the story's beginning. */
function removeLeadPicture(frame: Frame): void {
  for (const element of frame.elements.slice(0, frame.proseStart)) {
    if (element.tagName === 'figure' && frame.lengths.of(element) <= maxListLength)
      direct(frame, element, { kind: 'removed', reason: 'picture' });
  }
}

/** Matches `author-box`, `post-author`, `about-author`, `bio`; not `author-note`, `biography-text-of-the-story`. */
const authorBox = /(?:^|\s)(?:(?:post|entry|article)-)?(?:author|about)-?_?(?:the-?author|box|bio|info|card|profile|author)(?:$|\s)|(?:^|\s)(?:bio|author)(?:$|\s)/i; // prettier-ignore

/** Sets aside what a page says of the author below the text. */
function setAuthorBoxAside(frame: Frame): void {
  const most = frame.lengths.of(frame.root) * maxBoxShare;
  for (const element of frame.elements.slice(frame.proseStart)) {
    if (boxElements.has(element.tagName) && frame.lengths.of(element) <= most) setAside(frame, element);
  }
}

const boxElements = new Set(['div', 'aside', 'section', 'footer', 'p', 'ul', 'table']);
/** What is said of an author is a small part of the page. */
const maxBoxShare = 0.25;

function setAside(frame: Frame, element: HtmlElement): void {
  const name = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  const [heading] = childElements(element).filter(({ tagName }) => /^h[1-6]$/.test(tagName));
  const isAbout = heading !== undefined && /^about (?:the author|me)\b/i.test(visibleText(heading));
  if (authorBox.test(name) || isAbout) direct(frame, element, make.matter('about-author', 'other', 'back', 'bare'));
}

/** A line of facts under the heading is no longer than this, in characters. */
const maxFactsLength = 160;

/** Author and date, as the elements above the text mark them: `By <span class="author">Nell Hale</span> on <time>…`. */
function readFacts(frame: Frame): HtmlField[] {
  const inside = frame.elements.slice(0, frame.proseStart);
  const above = [...linesOutside(frame), ...inside].filter(element => !isSettled(element, frame.directives));
  const author = above.find(element => frame.lengths.of(element) <= maxFactsLength && isAuthorElement(element) && isNameText(nameIn(element))); // prettier-ignore
  const time = above.find(({ tagName }) => tagName === 'time');
  const fields: HtmlField[] = [];
  if (author !== undefined) {
    const line = lineAround(frame, author);
    // A line that says nothing else is a byline like any other.
    if (
      !/^(?:\W*(?:written |posted )?by:?\s)/i.test(visibleText(line)) ||
      visibleText(line).length > nameIn(author).length + 12
    ) {
      fields.push({ key: 'author', values: [nameIn(author)], element: author });
      direct(frame, line, { kind: 'field', reason: 'byline' });
    }
  }
  if (time !== undefined && visibleText(time) !== '') {
    fields.push({ key: 'date', values: [isoDay(attribute(time, 'datetime')) ?? visibleText(time)], element: time });
    direct(frame, lineAround(frame, time), { kind: 'field', reason: 'date' });
  }
  return fields;
}

/** The lines of facts that stand between an article's heading and its text, element by element; a heading is none. */
function linesOutside(frame: Frame): HtmlElement[] {
  return frame.outside
    .filter(({ tagName }) => !/^h[1-6]$/.test(tagName))
    .flatMap(element => [element, ...descendants(lineAround(frame, element))]);
}

const authorClass = /(?:^|\s)(?:(?:p|h|entry|post|article|story|page|meta)-?_?)?(?:author|byline|author-name|author_name|author-link|vcard)(?:$|\s)/i; // prettier-ignore

function isAuthorElement(element: HtmlElement): boolean {
  const isMarked = /(?:^|\s)author(?:$|\s)/.test(`${attribute(element, 'rel') ?? ''} ${attribute(element, 'itemprop') ?? ''}`); // prettier-ignore
  if (/^\W*(?:written |posted |story )?by:?\s+\S/i.test(visibleText(element))) return true;
  return isMarked || authorClass.test(attribute(element, 'class') ?? '') || authorBox.test(attribute(element, 'class') ?? ''); // prettier-ignore
}

/** The name that an element marked as the author's says: without "By", and the first of several lines. */
function nameIn(element: HtmlElement): string {
  const own = [...descendants(element)].find(inside => isMarkedAuthor(inside) && visibleText(inside) !== '');
  const [first] = childElements(element).filter(child => visibleText(child) !== '');
  const text = visibleText(own ?? (isShort(visibleText(element)) ? element : (first ?? element)));
  return text.replace(/^\W*(?:written |posted |story )?by:?\s+/i, '').replace(/[\s,·|]+$/, '');
}

function isMarkedAuthor(element: HtmlElement): boolean {
  return attribute(element, 'rel') === 'author' || attribute(element, 'itemprop') === 'name';
}

function isShort(text: string): boolean {
  return text.length <= 40 && !/\d/.test(text);
}

function isNameText(text: string): boolean {
  return text !== '' && isShort(text) && text.split(' ').length <= 5 && !/[.!?:]$|\b(?:comments?|posts?|about)\b/i.test(text); // prettier-ignore
}

/** The largest element around one that is still a short line of facts, with no heading in it. */
function lineAround({ root, lengths }: Frame, element: HtmlElement): HtmlElement {
  let line = element;
  for (let parent = parentOf(line); parent !== null && 'tagName' in parent; parent = parentOf(parent)) {
    if (parent === root || parent.tagName === 'body' || lengths.of(parent) > maxFactsLength) break;
    if ([...descendants(parent)].some(({ tagName }) => /^h[1-6]$/.test(tagName))) break;
    line = parent;
  }
  return line;
}

/** The day of a machine's time: `2019-03-04T09:00:00Z` → `2019-03-04`. */
function isoDay(time: string | null): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(time ?? '')?.[0] ?? null;
}
