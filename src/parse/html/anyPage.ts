import { readArticleFrame } from './articleFrame.ts';
import type { Directive, PageReading } from './directives.ts';
import type { PageIndex } from './pageIndex.ts';
import { attribute, childElements, descendants, hasClass, type HtmlElement, type HtmlNode, type HtmlParent, parentOf } from './htmlDocument.ts'; // prettier-ignore
import { directAll, removeRest } from './pageDirectives.ts';
import type { TextLengths } from './textLengths.ts';

/** Classes that archives and blogs give to the text of a story. */
const storyClasses = ['storytext', 'story-text', 'story_text', 'storycontent', 'userstuff', 'chapter-content', 'chapter-inner', 'chapter_content', 'entry-content', 'post-body', 'post-content', 'article-content', 'bbWrapper']; // prettier-ignore
const storyIds = ['storytext', 'story', 'chapter-content', 'chaptertext', 'chapterText', 'storycontent'];

/** The text of a story is at least this share of what its page says. */
const storyShare = 0.5;

/** Elements that are never part of a story, wherever they stand. */
const furnitureElements = new Set(['nav', 'footer']);
const furnitureRoles = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary', 'menu', 'dialog']);

/** What a page is laid out with; a paragraph is never furniture by its class. */
const containers = new Set(['div', 'section', 'aside', 'header', 'ul', 'ol', 'table', 'span', 'center']);

/** Matches `site-header`, `nav`, `comments`, `sidebar left`; not `navy`, `commentary`, `header-note`. */
const furnitureName = /(?:^|[\s_-])(?:nav|navbar|navigation|menu|sidebar|breadcrumbs?|comments?|respond|sharedaddy|share(?:box|bar|-buttons|-links)?|sharing|social|related|widget|advert|ads|cookie|login|signup|pagination|pager|site-header|site-footer|page-footer|masthead|skip-link)(?:$|[\s_-])/i; // prettier-ignore

/** With so many of its words in links, an element leads to other pages. */
const linkShare = 0.6;

/**
 * Finds the story on a page of any site: the element that is marked as the article, or whose class says that it holds the
 * story, if most of the page's words are in it. Menus, footers, forms and comments are removed wherever they stand; a page
 * without any marks of that kind is read as a whole.
 */
export function readAnyPage(page: PageIndex): PageReading {
  const directives: PageReading['directives'] = new Map();
  const { lengths } = page;
  const body = page.firstOf('body');
  if (body === null) return { directives, fields: [] };
  const marked = findStory(body, lengths);
  const root = marked ?? findDensest(body, lengths);
  directAll(
    body,
    element => isFurniture(element, root, lengths),
    { kind: 'removed', reason: 'page-furniture' },
    directives,
  );
  const above = root === null ? [] : headingsOutside(body, root, directives);
  const fields = root === null ? [] : readArticleFrame(root, lengths, directives, above);
  if (marked !== null) removeRest(body, [marked, ...above], directives, 'page-furniture');
  else if (root !== null) {
    removeMenusAround(root, lengths, directives);
    const isBeside = (element: HtmlElement) => isUndescribed(element) && !contains(root, element);
    directAll(body, isBeside, { kind: 'removed', reason: 'page-furniture' }, directives);
  }
  return { directives, fields };
}

/** Where nothing is marked as the story, it is the innermost element with so much of what the page says outside of links. */
const densestShare = 0.75;

/** The innermost element that holds most of a page's words that lead nowhere; `null` where that is the page itself. */
function findDensest(body: HtmlElement, lengths: TextLengths): HtmlElement | null {
  const prose = (element: HtmlElement) => lengths.of(element) - lengths.inLinks(element);
  const least = prose(body) * densestShare;
  let story = body;
  for (let inner: HtmlElement | undefined = body; inner !== undefined;) {
    story = inner;
    inner = childElements(inner).find(child => prose(child) > least && layoutElements.has(child.tagName));
  }
  return story === body || least === 0 ? null : story;
}

const layoutElements = new Set(['div', 'section', 'article', 'main', 'center', 'form', 'table', 'tbody', 'tr', 'td']);

/** Beside the words of an article, what has so many of its own in links is the site's: menus, lists of posts. */
const menuShare = 0.35;

/**
 * Removes the boxes around the story that mostly lead to other pages. A story that no mark tells from its page keeps
 * everything else: a title, a byline, a note may stand outside of the element that holds most of its words.
 */
function removeMenusAround(root: HtmlElement, lengths: TextLengths, directives: PageReading['directives']): void {
  let inner: HtmlElement = root;
  for (let parent = parentOf(root); parent !== null && 'tagName' in parent; parent = parentOf(parent)) {
    for (const sibling of childElements(parent)) {
      if (sibling === inner || directives.has(sibling) || !containers.has(sibling.tagName)) continue;
      const links = [...descendants(sibling)].filter(({ tagName }) => tagName === 'a');
      const isMenu = links.length >= 2 || (links.length === 1 && headingInside(sibling));
      const isContents = links.some(link => attribute(link, 'href')?.startsWith('#'));
      if (!isMenu || isContents || lengths.inLinks(sibling) < lengths.of(sibling) * menuShare) continue;
      directives.set(sibling, { kind: 'removed', reason: 'page-furniture' });
    }
    inner = parent;
  }
}

/** Beside the story, a picture that nobody described is the site's: a logo, an icon, a button. */
function isUndescribed(element: HtmlElement): boolean {
  return element.tagName === 'img' && (attribute(element, 'alt') ?? '').trim() === '';
}

function headingInside(element: HtmlElement): boolean {
  return [...descendants(element)].some(({ tagName }) => /^h[2-6]$/.test(tagName));
}

/** The innermost element that says it is the story and holds most of the words. */
function findStory(body: HtmlElement, lengths: TextLengths): HtmlElement | null {
  let story: HtmlElement | null = null;
  for (const element of descendants(body)) {
    const isCandidate =
      element.tagName === 'article' ||
      element.tagName === 'main' ||
      attribute(element, 'role') === 'main' ||
      attribute(element, 'role') === 'article' ||
      storyClasses.some(name => hasClass(element, name)) ||
      storyIds.includes(attribute(element, 'id') ?? '');
    if (isCandidate && lengths.of(element) > lengths.of(body) * storyShare) story = element;
  }
  return story;
}

function isFurniture(element: HtmlElement, root: HtmlElement | null, lengths: TextLengths): boolean {
  if (root !== null && (element === root || contains(element, root))) return false;
  if (furnitureElements.has(element.tagName) || furnitureRoles.has(attribute(element, 'role') ?? '')) return true;
  if (element.tagName === 'form') return isControls(element, lengths);
  const name = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  if (!containers.has(element.tagName) || !furnitureName.test(name)) return false;
  // A class alone proves little: inside the story the words have to lead elsewhere, outside they have to be few.
  const [text, links] = [lengths.of(element), lengths.inLinks(element)];
  const isInStory = root !== null && contains(root, element);
  return links > text * linkShare || (!isInStory && text * 4 < lengths.total);
}

/** Whether a form is filled in by readers; old sites put whole pages into one. */
function isControls(form: HtmlElement, lengths: TextLengths): boolean {
  return lengths.of(form) * 4 < lengths.total;
}

function contains(element: HtmlElement, inner: HtmlElement): boolean {
  for (let parent = parentOf(inner); parent !== null; parent = parentOf(parent)) if (parent === element) return true;
  return false;
}

/** Headings and bylines above the story, which belong to it though they stand outside. */
function headingsOutside(
  body: HtmlElement,
  root: HtmlElement,
  directives: ReadonlyMap<HtmlNode, Directive>,
): HtmlElement[] {
  const kept = new Set<HtmlElement>();
  for (const element of descendants(body)) {
    if (element === root) break;
    const isHeading = /^h[12]$/.test(element.tagName) || hasClass(element, 'byline') || hasClass(element, 'author') || attribute(element, 'rel') === 'author'; // prettier-ignore
    if (isHeading && !isOutOfTheStory(element, kept, directives)) kept.add(element);
  }
  return [...kept];
}

/** Whether an element is in one that is kept or removed already, or in the head of the site. */
function isOutOfTheStory(
  element: HtmlElement,
  kept: ReadonlySet<HtmlElement>,
  directives: ReadonlyMap<HtmlNode, Directive>,
): boolean {
  for (let node: HtmlParent | null = element; node !== null; node = parentOf(node)) {
    if (!('tagName' in node)) continue;
    if (kept.has(node) || node.tagName === 'header' || directives.get(node)?.kind === 'removed') return true;
  }
  return false;
}
