import { foldLetters } from '../../text/foldLetters.ts';
import { type HtmlElement, isElement, parentOf, type HtmlParent, visibleText } from '../html/htmlDocument.ts';
import { roleOf } from '../html/elementRoles.ts';
import { epubTypes } from './epubTypes.ts';
import type { WordOrder } from './wordOrder.ts';

/** An element whose words are a heading, or one of the lines of one. */
export interface HeadingUnit {
  readonly element: HtmlElement;
  readonly text: string;
}

/** The terms of EPUB for lines of a heading that are no `<h2>`. */
const titleTypes = new Set(['title', 'fulltitle', 'subtitle', 'halftitle', 'ordinal', 'label', 'bridgehead']);

/** A heading in paragraphs is at most so long, in characters. */
const maxLineLength = 120;

/** Letters and digits only, however they are typed, to compare headings with what the contents call them. */
export function lettersOf(text: string): string {
  return foldLetters(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The heading that a place in a document starts with: the first words from there on, and the lines right under them that
 * the contents name as well. `<h2>Chapter 1</h2><p class="t">The Hat</p>` under "Chapter 1: The Hat". Empty where there
 * is none.
 */
export function headingAt(
  from: number,
  title: string,
  order: WordOrder,
  taken: ReadonlySet<HtmlElement>,
): readonly HeadingUnit[] {
  const wanted = lettersOf(title);
  const units: HeadingUnit[] = [];
  for (let at = from; at < order.texts.length;) {
    const unit = unitOf(order.texts[at]?.parentNode ?? null, wanted);
    if (unit === null || taken.has(unit.element)) break;
    const letters = lettersOf(unit.text);
    const isFirst = units.length === 0;
    const isNamed = letters !== '' && wanted.includes(letters) && letters !== wanted;
    // What the contents say in full is one line; what goes on with a heading is named there, too.
    if (!isFirst && (!isNamed || lettersOf(units.map(({ text }) => text).join('')) === wanted)) break;
    units.push(unit);
    at = Math.max(at + 1, order.after(unit.element));
    if (!isNamed) break;
  }
  return units;
}

/** The heading that some words stand in: a heading of the markup, or a short paragraph that the contents call by its words. */
function unitOf(parent: HtmlParent | null, wanted: string): HeadingUnit | null {
  let line: HtmlElement | null = null;
  if (isInAside(parent)) return null;
  for (let node = parent; node !== null && isElement(node); node = parentOf(node)) {
    if (roleOf(node) === 'heading') return { element: node, text: visibleText(node) };
    if (line === null && roleOf(node) === 'block') line = node;
  }
  if (line === null || line.tagName === 'body') return null;
  const text = visibleText(line);
  if (text.length > maxLineLength) return null;
  const letters = lettersOf(text);
  const isTitled = epubTypes(line).some(type => titleTypes.has(type));
  const isNamed = letters !== '' && (letters === wanted || (wanted.includes(letters) && letters.length > 2));
  return isTitled || isNamed ? { element: line, text } : null;
}

/** A heading in an aside is that of a note. */
function isInAside(parent: HtmlParent | null): boolean {
  for (let node = parent; node !== null && isElement(node); node = parentOf(node))
    if (node.tagName === 'aside') return true;
  return false;
}
