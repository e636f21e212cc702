import { type HtmlElement, type HtmlParent, isElement, isText, programElements } from './htmlDocument.ts';

/** How many characters of text elements hold, and how many of them in links; white space does not count. */
export interface TextLengths {
  readonly total: number;
  readonly of: (element: HtmlElement) => number;
  readonly inLinks: (element: HtmlElement) => number;
}

interface Lengths {
  text: number;
  links: number;
}

/** Measures every element of a page once. */
export function measureTexts(root: HtmlParent): TextLengths {
  const measured = new Map<HtmlParent, Lengths>();
  const total = measure(root, false, measured).text;
  return {
    total,
    of: element => measured.get(element)?.text ?? 0,
    inLinks: element => measured.get(element)?.links ?? 0,
  };
}

function measure(parent: HtmlParent, isInLink: boolean, measured: Map<HtmlParent, Lengths>): Lengths {
  const lengths: Lengths = { text: 0, links: 0 };
  for (const child of parent.childNodes) {
    if (isText(child)) {
      const length = child.value.replace(/\s+/g, '').length;
      lengths.text += length;
      if (isInLink) lengths.links += length;
    } else if (isElement(child) && !programElements.has(child.tagName)) {
      const inside = measure(child, isInLink || child.tagName === 'a', measured);
      lengths.text += inside.text;
      lengths.links += inside.links;
    }
  }
  measured.set(parent, lengths);
  return lengths;
}
