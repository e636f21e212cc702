import type { MatterRole } from '../../book/tree.ts';
import type { MatterMark, StatedMark } from '../manuscript.ts';
import type { Directive } from './directives.ts';
import {
  descendants,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  isElement,
  parentOf,
  programElements,
} from './htmlDocument.ts';

/** Makes the directives of one known layout: `of('ao3-download')`. */
export interface DirectiveMaker {
  readonly mark: (part: string, kind: 'title' | 'byline' | 'field' | 'contents') => Directive;
  readonly heading: (part: string, text: string) => Directive;
  readonly matter: (part: string, role: MatterRole, place: MatterMark['place'], how: 'label' | 'labelled' | 'bare') => Directive; // prettier-ignore
}

export function directivesOf(format: string, name: string): DirectiveMaker {
  const why = `${name} marks it as such.`;
  return {
    mark: (part, kind) => ({ kind: 'mark', mark: { rule: `${format}:${part}`, why, kind } }),
    heading: (part, text) => ({ kind: 'mark', mark: { rule: `${format}:${part}`, why, ...statedHeading(text) } }),
    matter: (part, role, place, how) => ({
      kind: 'matter',
      rule: `${format}:${part}`,
      why,
      role,
      place,
      isStart: how !== 'labelled',
      isLabel: how === 'label',
    }),
  };
}

/** Matches `3. The Jar`, as archives number chapters in a menu; not `3.5 miles`. */
const numberedTitle = /^(\d{1,4})\.\s+(?=\S)/;

/** The heading of a chapter; a number that the archive puts before every title is the chapter's. */
export function statedHeading(text: string): Pick<Extract<StatedMark, { kind: 'heading' }>, 'kind' | 'numbered'> {
  const match = numberedTitle.exec(text);
  if (match?.[1] === undefined) return { kind: 'heading' };
  return { kind: 'heading', numbered: { number: Number(match[1]), titleOffset: match[0].length } };
}

/** Removes everything of a page but some elements, what they stand in, and what is decided already. */
export function removeRest(
  root: HtmlParent,
  keptElements: readonly HtmlElement[],
  directives: Map<HtmlNode, Directive>,
  reason: string,
): void {
  const kept = new Set<HtmlNode>(keptElements);
  const around = new Set<HtmlParent>(keptElements);
  for (const element of keptElements) {
    for (let parent = element.parentNode; parent !== null; parent = parentOf(parent)) {
      around.add(parent);
    }
  }
  const removeIn = (parent: HtmlParent): void => {
    for (const child of parent.childNodes) {
      if (directives.has(child)) continue;
      if (!isElement(child)) directives.set(child, { kind: 'removed', reason });
      else if (kept.has(child) || programElements.has(child.tagName)) continue;
      else if (around.has(child)) removeIn(child);
      else directives.set(child, { kind: 'removed', reason });
    }
  };
  removeIn(root);
}

/** Gives every element that passes a test the same directive. */
export function directAll(
  root: HtmlParent,
  test: (element: HtmlElement) => boolean,
  directive: Directive,
  directives: Map<HtmlNode, Directive>,
): void {
  for (const element of descendants(root))
    if (!directives.has(element) && test(element)) directives.set(element, directive);
}
