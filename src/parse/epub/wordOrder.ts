import { descendants, type HtmlElement, type HtmlNode, type HtmlText, isElement, isText, programElements } from '../html/htmlDocument.ts'; // prettier-ignore
import { hasWords } from '../html/sourceRuns.ts';

/** The texts of a page in order, and where every element stands among them. */
export interface WordOrder {
  /** Texts with words in them. */
  readonly texts: readonly HtmlText[];
  /** How many of the texts stand before an element. */
  readonly before: (element: HtmlElement) => number;
  /** The number of the first text after an element's content. */
  readonly after: (element: HtmlElement) => number;
}

/** Goes through the content of an element once. */
export function orderWords(root: HtmlElement): WordOrder {
  const texts: HtmlText[] = [];
  const ranges = new Map<HtmlElement, readonly [number, number]>();
  const walk = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (isText(node)) {
        if (hasWords(node.value)) texts.push(node);
      } else if (isElement(node)) {
        const first = texts.length;
        if (!programElements.has(node.tagName)) walk(node.childNodes);
        ranges.set(node, [first, texts.length]);
      }
    }
  };
  walk(root.childNodes);
  ranges.set(root, [0, texts.length]);
  return {
    texts,
    before: element => ranges.get(element)?.[0] ?? 0,
    after: element => ranges.get(element)?.[1] ?? texts.length,
  };
}

/** The named elements of a page, gathered once: contents may lead to thousands of places in one. */
const indexes = new WeakMap<HtmlElement, ReadonlyMap<string, HtmlElement>>();

/** The first element with an id, or an anchor of that name. */
export function elementNamed(root: HtmlElement, name: string): HtmlElement | null {
  const index = indexes.get(root) ?? indexNames(root);
  indexes.set(root, index);
  return index.get(name) ?? null;
}

function indexNames(root: HtmlElement): ReadonlyMap<string, HtmlElement> {
  const index = new Map<string, HtmlElement>();
  for (const element of descendants(root)) {
    for (const { name, value } of element.attrs) {
      if ((name === 'id' || name === 'name') && !index.has(value)) index.set(value, element);
    }
  }
  return index;
}
