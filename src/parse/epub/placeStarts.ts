import { parseNumber } from '../../text/numerals.ts';
import { html as htmlNames } from 'parse5';
import type { PartHeading } from '../../book/tree.ts';
import { findElement, hasClass, type HtmlElement, type HtmlNode, type HtmlText, parentOf, visibleText } from '../html/htmlDocument.ts'; // prettier-ignore
import type { Directive } from '../html/directives.ts';
import { statedHeading } from '../html/pageDirectives.ts';
import type { StatedMark } from '../manuscript.ts';
import { epubTypes } from './epubTypes.ts';
import { headingAt, type HeadingUnit, lettersOf } from './headingUnits.ts';
import type { PlannedStart } from './planBook.ts';
import { elementNamed, type WordOrder } from './wordOrder.ts';

const why = 'The contents of the book name it.';
const rule = 'epub:contents';

/** What the starts of a document are placed in. */
export interface StartPlace {
  readonly body: HtmlElement;
  readonly order: WordOrder;
  readonly directives: Map<HtmlNode, Directive>;
  /** Whether the book is one of ours, whose headings say what they are. */
  readonly isOwn: boolean;
  readonly storyTitle: string;
  /** Whether no chapter of the book has started before the document. */
  readonly isFirst: boolean;
  /** Where the document's own characters start. */
  readonly contentOffset: number;
}

/** A start, and the element that it is at. */
interface PlacedStart extends PlannedStart {
  readonly target: HtmlElement;
}

/** Marks where parts and chapters start in a document. Where no words are a start's heading, one is put in. */
export function placeStarts(starts: readonly PlannedStart[], place: StartPlace): void {
  const taken = new Set<HtmlElement>();
  const placed = unfold(starts, place).toSorted((left, right) => place.order.before(left.target) - place.order.before(right.target)); // prettier-ignore
  placed.forEach((start, index) => {
    const from = place.order.before(start.target);
    const found = headingAt(from, start.title, place.order, taken);
    const units = place.isOwn && !isOwnHeading(found, start) ? [] : found;
    const [first, ...others] = units;
    if (first === undefined) {
      if (needsHeading(start, index, place)) insertHeading(start, place);
      return;
    }
    for (const { element } of units) taken.add(element);
    if (start.kind === 'part') {
      for (const { element } of units) setMark(element, { kind: 'part', part: partHeading(start.title) }, place);
      return;
    }
    setMark(first.element, headingMark(first, start, place), place);
    for (const { element } of others) setMark(element, { kind: 'chapterTitle' }, place);
    if (others.length === 0) completeHeading(first, start.title);
  });
}

/** Whether words are the heading that a book of ours has in its contents: all of it, and in one element. */
function isOwnHeading(units: readonly HeadingUnit[], { title }: PlannedStart): boolean {
  const [only, ...others] = units;
  return others.length === 0 && only !== undefined && /^h\d$/.test(only.element.tagName) && lettersOf(only.text) === lettersOf(title); // prettier-ignore
}

type BareMark = StatedMark extends infer Mark ? (Mark extends StatedMark ? Omit<Mark, 'rule' | 'why'> : never) : never;

function setMark(element: HtmlElement, mark: BareMark, { directives }: StartPlace): void {
  directives.set(element, { kind: 'mark', mark: { rule, why, ...mark } });
}

/** The starts with their elements; what lies inside one counts where no words of its own stand before it: then it is a part. */
function unfold(starts: readonly PlannedStart[], place: StartPlace): PlacedStart[] {
  return starts.flatMap((start): PlacedStart[] => {
    const target = (start.fragment === null ? null : elementNamed(place.body, start.fragment)) ?? place.body;
    const placed = { ...start, target };
    const [inner] = start.inside;
    if (inner === undefined || start.kind === 'part') return [placed];
    const innerTarget = inner.fragment === null ? null : elementNamed(place.body, inner.fragment);
    if (innerTarget === null) return [placed];
    const from = place.order.before(target);
    const heading = headingAt(from, start.title, place.order, new Set());
    const end = heading.reduce((at, { element }) => Math.max(at, place.order.after(element)), from);
    const isPart = heading.length > 0 && end === place.order.before(innerTarget);
    return isPart ? [{ ...placed, kind: 'part' }, ...unfold(start.inside, place)] : [placed];
  });
}

/** A part by what the contents call it: `Part One: The Road`. */
function partHeading(title: string): PartHeading {
  return { label: null, number: null, title: [{ type: 'text', value: title }] };
}

function headingMark({ element, text }: HeadingUnit, start: PlannedStart, place: StartPlace): BareMark {
  const kind = chapterKindOf(element);
  const chapterKind = kind === null ? {} : { chapterKind: kind };
  if (!place.isOwn) return { ...statedHeading(text), ...chapterKind };
  const label = findElement(element, each => hasClass(each, 'label'));
  if (label === null) return { kind: 'heading', ...chapterKind };
  const words = visibleText(label);
  const number = parseNumber(words.split(/\s+/).at(-1) ?? '');
  const titleOffset = words.length + 1;
  return { kind: 'heading', heading: { chapterKind: kind ?? 'chapter', number, label: words, titleOffset } };
}

/** `prologue` or `epilogue` where the section that a heading opens says so. */
function chapterKindOf(element: HtmlElement): 'prologue' | 'epilogue' | null {
  for (let node = parentOf(element); node !== null && 'tagName' in node; node = parentOf(node)) {
    const types = epubTypes(node);
    if (types.includes('prologue')) return 'prologue';
    if (types.includes('epilogue')) return 'epilogue';
    if (node.tagName === 'section' || node.tagName === 'body') return null;
  }
  return null;
}

/** A heading that says less than the contents do gets their words: `The Hat`, in the contents `Chapter 1: The Hat`. */
function completeHeading({ element, text }: HeadingUnit, title: string): void {
  const [own, full] = [lettersOf(text), lettersOf(title)];
  if (own === '' || own === full || !full.includes(own)) return;
  const words = firstText(element);
  if (words === null) return;
  for (const other of textsIn(element)) other.value = other === words ? title : '';
}

function firstText(element: HtmlElement): HtmlText | null {
  return textsIn(element).find(({ value }) => value.trim() !== '') ?? null;
}

function textsIn(element: HtmlElement): HtmlText[] {
  return element.childNodes.flatMap(node =>
    node.nodeName === '#text' && 'value' in node ? [node] : 'tagName' in node ? textsIn(node) : [],
  );
}

/** Whether a start that no words head is shown: not where a book of one piece is called by its title once more. */
function needsHeading(start: PlacedStart, index: number, place: StartPlace): boolean {
  if (place.isOwn) return start.kind === 'part' || !(place.isFirst && index === 0);
  return !(place.isFirst && index === 0 && lettersOf(start.title) === lettersOf(place.storyTitle));
}

/** Puts a heading before an element; its place in the source is the element's own tag. */
function insertHeading(start: PlacedStart, place: StartPlace): void {
  const isBody = start.target === place.body;
  const at = start.target.sourceCodeLocation?.startOffset ?? place.contentOffset;
  const location = { startLine: 1, startCol: 1, startOffset: at, endLine: 1, endCol: 2, endOffset: at + 1 };
  const parent = isBody ? place.body : start.target.parentNode;
  if (parent === null) return;
  const heading: HtmlElement = {
    nodeName: 'h1',
    tagName: 'h1',
    attrs: [],
    namespaceURI: htmlNames.NS.HTML,
    childNodes: [],
    parentNode: parent,
    sourceCodeLocation: location,
  };
  heading.childNodes.push({ nodeName: '#text', value: start.title || '…', parentNode: heading, sourceCodeLocation: location }); // prettier-ignore
  parent.childNodes.splice(isBody ? 0 : parent.childNodes.indexOf(start.target), 0, heading);
  const isUnnamed = place.isOwn || start.title === '';
  const unnamed = { chapterKind: 'chapter', number: null, label: null, titleOffset: null } as const;
  const mark: BareMark = start.kind === 'part' ? { kind: 'part', part: partHeading(start.title) } : { ...statedHeading(start.title), ...(isUnnamed ? { heading: unnamed } : {}) }; // prettier-ignore
  setMark(heading, mark, place);
}
