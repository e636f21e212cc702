import { labelsFor } from '../../book/labels.ts';
import type { MatterRole } from '../../book/tree.ts';
import { roleOf } from '../html/elementRoles.ts';
import { descendants, type HtmlElement, type HtmlNode, visibleText } from '../html/htmlDocument.ts';
import type { Directive } from '../html/directives.ts';
import { directivesOf } from '../html/pageDirectives.ts';
import type { MatterMark } from '../manuscript.ts';
import { lettersOf } from './headingUnits.ts';
import type { WordOrder } from './wordOrder.ts';

const why = 'The markup of the book says so.';
const make = directivesOf('epub', 'The markup of the book');

/** What a section of matter is marked in. */
export interface MatterPlace {
  readonly order: WordOrder;
  readonly directives: Map<HtmlNode, Directive>;
  /** The book's language, in which the usual headings of matter are known. */
  readonly language: string;
}

/**
 * Marks a section as matter. A heading that it starts with is its title; one that only says its role, "Dedication", is a
 * label, which every book shows in its own way.
 */
export function markMatter(
  element: HtmlElement,
  role: MatterRole,
  at: MatterMark['place'],
  { order, directives, language }: MatterPlace,
): void {
  const heading = headingOf(element, order);
  directives.set(element, make.matter(role, role, at, heading === null ? 'bare' : 'labelled'));
  if (heading === null) return;
  const isLabel = lettersOf(visibleText(heading)) === lettersOf(labelsFor(language).matter[role]);
  const matter = { role, place: at, isStart: true, labelLength: 0, isTitle: true } as const;
  const title: Directive = { kind: 'mark', mark: { rule: `epub:${role}`, why, kind: 'matter', matter } };
  directives.set(heading, isLabel ? make.matter(role, role, at, 'label') : title);
}

/** The heading that stands before all other words of an element. */
function headingOf(element: HtmlElement, order: WordOrder): HtmlElement | null {
  const start = order.before(element);
  for (const inside of descendants(element)) {
    if (roleOf(inside) !== 'heading' || order.after(inside) === order.before(inside)) continue;
    return order.before(inside) === start && order.after(inside) < order.after(element) ? inside : null;
  }
  return null;
}
