import { roleOf } from './elementRoles.ts';
import {
  attribute,
  childElements,
  descendants,
  type HtmlElement,
  type HtmlParent,
  isElement,
  isText,
  parentOf,
  visibleText,
} from './htmlDocument.ts';
import type { PageIndex } from './pageIndex.ts';
import { markOfNote, readMark } from './noteMark.ts';

/** A footnote of a page: the element that holds its words. */
export interface NoteOfPage {
  readonly id: string;
  readonly label: string;
}

/** The footnotes of a page and what belongs to them. */
export interface PageNotes {
  readonly containers: ReadonlyMap<HtmlElement, NoteOfPage>;
  /** The elements whose words are the mark of a note, with the id of the note. */
  readonly references: ReadonlyMap<HtmlElement, string>;
  /** Links from a note to its mark, and headings and rules above notes: a book has its own. */
  readonly furniture: ReadonlySet<HtmlElement>;
  /** How each note's mark is typed. */
  readonly marks: ReadonlyMap<string, string>;
}

export const noNotes: PageNotes = { containers: new Map(), references: new Map(), furniture: new Set(), marks: new Map() }; // prettier-ignore

/** A link inside the page whose words are a mark, and what it leads to. */
interface Candidate {
  readonly link: HtmlElement;
  readonly label: string;
  readonly target: HtmlElement;
  readonly container: HtmlElement;
}

/**
 * Finds footnotes by their links: a mark that leads to a paragraph, list item or aside below it, which leads back, says
 * that it is a note, or has a note's name. Links to chapters, and marks that lead nowhere, are left alone.
 */
export function findPageNotes(page: PageIndex, idPrefix: string): PageNotes {
  const { order, links, anchors } = indexLinks(page);
  if (links.length === 0) return noNotes;
  const targetOf = (link: HtmlElement) => anchors.get(fragmentOf(link) ?? '');
  const candidates = links.flatMap((link): Candidate[] => {
    const target = targetOf(link);
    const label = target === undefined ? null : readMark(visibleText(link), isTyped(link, noteReferenceType));
    if (target === undefined || label === null || (order.get(target) ?? 0) < (order.get(link) ?? 0)) return [];
    const container = containerOf(target, page);
    return container === null ? [] : [{ link, label, target, container }];
  });
  if (candidates.length === 0) return noNotes;
  const linksIn = linksByContainer(links, new Set(candidates.map(({ container }) => container)));
  const isBackLink = (back: HtmlElement, link: HtmlElement) => {
    const to = targetOf(back);
    return to !== undefined && isBeside(to, link);
  };
  const accepted = withoutShared(
    candidates.filter(({ link, label, target, container }) => {
      const own = linksIn.get(container) ?? [];
      if (own.includes(link)) return false;
      return own.some(back => isBackLink(back, link)) || saysNote(link, target, container) || isNamedNote(target, container, label); // prettier-ignore
    }),
  );
  const containers = new Map<HtmlElement, NoteOfPage>();
  const references = new Map<HtmlElement, string>();
  const furniture = new Set<HtmlElement>();
  const marks = new Map<string, string>();
  for (const { link, label, container } of accepted) {
    const note = containers.get(container) ?? { id: `${idPrefix}${containers.size + 1}`, label };
    containers.set(container, note);
    const element = wholeMark(link, page);
    references.set(element, note.id);
    marks.set(note.id, visibleText(element));
    for (const back of linksIn.get(container) ?? []) if (isBackLink(back, link)) furniture.add(back);
  }
  addHeadings(containers, page, furniture);
  return { containers, references, furniture, marks };
}

interface LinkIndex {
  /** The place of each element in the page. */
  readonly order: ReadonlyMap<HtmlElement, number>;
  /** Links to a part of a page. */
  readonly links: readonly HtmlElement[];
  /** Elements by id, and anchors by name. */
  readonly anchors: ReadonlyMap<string, HtmlElement>;
}

function indexLinks({ document, firstOf }: PageIndex): LinkIndex {
  const order = new Map<HtmlElement, number>();
  const links: HtmlElement[] = [];
  const anchors = new Map<string, HtmlElement>();
  if (firstOf('a') === null) return { order, links, anchors };
  for (const element of descendants(document)) {
    order.set(element, order.size);
    if (element.tagName === 'a' && fragmentOf(element) !== null) links.push(element);
    for (const name of [attribute(element, 'id'), element.tagName === 'a' ? attribute(element, 'name') : null]) {
      if (name !== null && !anchors.has(name)) anchors.set(name, element);
    }
  }
  return { order, links, anchors };
}

/** Matches `#fn1`, `https://a.example/page.html#fn1`; a saved page may have its own address in its links. */
function fragmentOf(link: HtmlElement): string | null {
  const fragment = /^[^#\s]*#([^#\s]+)$/.exec(attribute(link, 'href')?.trim() ?? '')?.[1] ?? null;
  if (fragment?.includes('%') !== true) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

const noteReferenceType = /\b(?:noteref|doc-noteref)\b/;
const noteType = /\b(?:footnote|endnote|rearnote|doc-footnote|doc-endnote)\b/;

function isTyped(element: HtmlElement, type: RegExp): boolean {
  return type.test(`${attribute(element, 'epub:type') ?? ''} ${attribute(element, 'role') ?? ''}`);
}

function saysNote(link: HtmlElement, target: HtmlElement, container: HtmlElement): boolean {
  return isTyped(link, noteReferenceType) || isTyped(target, noteType) || isTyped(container, noteType);
}

/** Matches the names of notes: `fn1`, `_ftn2`, `footnote-3`, `note_4`, `sdfootnote1sym`, `cite_note-5`; not `chapter1`, `notes`. */
const noteName = /^_?(?:fn|ftn|edn|f|en|n|(?:sd)?(?:foot|end)?note|cite_note)[-_:.]?[\w-]*\d/i;

/** Whether a target has a note's name, and its words start with the mark, or are an item of a list. */
function isNamedNote(target: HtmlElement, container: HtmlElement, label: string): boolean {
  const name = attribute(target, 'id') ?? attribute(target, 'name') ?? '';
  if (!noteName.test(name)) return false;
  return container.tagName === 'li' || markOfNote(visibleText(container), label) !== null;
}

const noteElements = new Set(['p', 'li', 'div', 'aside', 'dd', 'section']);

/** A note covers less of a page than this; what covers more is a chapter, unless it says what it is. */
const maxNoteShare = 0.5;

/** The paragraph, item or division that a target is or stands in; with what is around it and holds nothing else. */
function containerOf(target: HtmlElement, { lengths }: PageIndex): HtmlElement | null {
  let own: HtmlElement = target;
  while (!noteElements.has(own.tagName)) {
    const parent = parentOf(own);
    if (parent === null || !isElement(parent) || roleOf(own) !== 'inline') return null;
    own = parent;
  }
  for (let parent = parentOf(own); parent !== null && isElement(parent) && noteElements.has(parent.tagName); parent = parentOf(own)) {
    const isAlone = lengths.of(parent) === lengths.of(own) && childElements(parent).length === 1;
    const isNote = isAlone || noteName.test(attribute(parent, 'id') ?? '');
    if (!isNote) break;
    own = parent;
  }
  const length = lengths.of(own);
  const isTooLong = length > lengths.total * maxNoteShare && !isTyped(target, noteType);
  return length === 0 || isTooLong ? null : own;
} // prettier-ignore

/** The links in each container; a link in one that stands in another is in both. */
function linksByContainer(
  links: readonly HtmlElement[],
  containers: ReadonlySet<HtmlElement>,
): ReadonlyMap<HtmlElement, readonly HtmlElement[]> {
  const found = new Map<HtmlElement, HtmlElement[]>();
  for (const link of links) {
    for (let around = parentOf(link); around !== null && isElement(around); around = parentOf(around)) {
      if (!containers.has(around)) continue;
      const own = found.get(around) ?? [];
      found.set(around, own);
      own.push(link);
    }
  }
  return found;
}

/** Whether an element is a link, or stands in or around it in the same paragraph. */
function isBeside(element: HtmlElement, link: HtmlElement): boolean {
  for (let around: ReturnType<typeof parentOf> = link; around !== null && isElement(around); around = parentOf(around)) {
    if (around === element) return true;
    if (roleOf(around) !== 'inline') break;
  }
  for (let around = parentOf(element); around !== null && isElement(around) && roleOf(around) === 'inline'; around = parentOf(around)) {
    if (around === link) return true;
  }
  return isJustBefore(element, link);
} // prettier-ignore

/** Whether an empty anchor stands right before a link: `<a name="ref1"></a><a href="#fn1">1</a>`, `<a name="ref1"></a><sup>…`. */
function isJustBefore(element: HtmlElement, link: HtmlElement): boolean {
  const parent = parentOf(element);
  if (parent === null || element.childNodes.length > 0 || parent.childNodes.length > maxSiblings) return false;
  const next = parent.childNodes[parent.childNodes.indexOf(element) + 1];
  return next !== undefined && (next === link || parentOf(link) === next);
}

/** Leaves out what several targets stand in: a paragraph of many notes is none. */
function withoutShared(candidates: readonly Candidate[]): readonly Candidate[] {
  const targets = new Map<HtmlElement, Set<HtmlElement>>();
  for (const { container, target } of candidates) {
    targets.set(container, (targets.get(container) ?? new Set()).add(target));
  }
  return candidates.filter(({ container }) => targets.get(container)?.size === 1);
}

/** A paragraph has fewer parts; to look for the next one costs the length of a page that is all one. */
const maxSiblings = 1000;

/** What is a mark as a whole: the link, or what is around it with brackets at most: `<sup>[<a href="#n1">1</a>]</sup>`. */
function wholeMark(link: HtmlElement, { lengths }: PageIndex): HtmlElement {
  let own = link;
  const length = lengths.of(link);
  for (let parent = parentOf(own); parent !== null && isElement(parent); parent = parentOf(own)) {
    if (roleOf(parent) !== 'inline' || lengths.of(parent) > length + 2) break;
    if (readMark(visibleText(parent), false) !== readMark(visibleText(link), false)) break;
    own = parent;
  }
  return own;
}

/** Matches what stands over a list of notes: `Notes`, `Footnotes:`, `Fußnoten`, `Notes de bas de page`. */
const notesHeading =
  /^(?:(?:foot|end)?notes?|references|fußnoten|anmerkungen|notes de bas de page|notas(?: al pie)?):?$/i;

/** Adds the headings and rules that stand above notes, in a division that holds nothing else or right before them. */
function addHeadings(
  containers: ReadonlyMap<HtmlElement, NoteOfPage>,
  page: PageIndex,
  furniture: Set<HtmlElement>,
): void {
  const wholes = new Set<HtmlElement>();
  for (const container of containers.keys()) wholes.add(container);
  const held = new Map<HtmlElement, number>();
  let level: readonly HtmlElement[] = [...wholes];
  // What holds notes and nothing else is a note itself to what holds it.
  for (let depth = 0; depth < maxWrappers && level.length > 0; depth++) {
    const parents = new Set<HtmlElement>();
    for (const own of level) {
      const parent = parentOf(own);
      if (parent === null || !isElement(parent)) continue;
      held.set(parent, (held.get(parent) ?? 0) + page.lengths.of(own));
      parents.add(parent);
    }
    level = [...parents].filter(parent => {
      const headings = parent.childNodes.filter(node => isElement(node) && isHeading(node));
      const length = headings.reduce((sum, node) => sum + (isElement(node) ? page.lengths.of(node) : 0), 0);
      return (held.get(parent) ?? 0) + length === page.lengths.of(parent);
    });
    for (const parent of level) wholes.add(parent);
  }
  const parents = new Set([...wholes].map(whole => parentOf(whole)));
  for (const parent of parents) if (parent !== null) addBefore(parent, wholes, furniture);
}

/** Lists stand in a section, which may stand in one more. */
const maxWrappers = 4;

/** Adds headings of notes and rules that stand right before notes in what holds them. */
function addBefore(parent: HtmlParent, wholes: ReadonlySet<HtmlElement>, furniture: Set<HtmlElement>): void {
  let before: HtmlElement[] = [];
  for (const node of parent.childNodes) {
    if (isText(node) ? node.value.trim() === '' : !isElement(node)) continue;
    if (isElement(node) && !wholes.has(node) && (node.tagName === 'hr' || isHeading(node))) before.push(node);
    else {
      if (isElement(node) && wholes.has(node)) for (const element of before) furniture.add(element);
      before = [];
    }
  }
}

function isHeading(element: HtmlElement): boolean {
  if (!/^(?:h[1-6]|p|div|b|strong)$/.test(element.tagName)) return false;
  const text = visibleText(element);
  return text.length < 40 && notesHeading.test(text);
}
