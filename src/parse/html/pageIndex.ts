import { attribute, descendants, type HtmlElement, type HtmlParent } from './htmlDocument.ts';
import { measureTexts, type TextLengths } from './textLengths.ts';

/** A page and what its readers look for first, found in one walk. */
export interface PageIndex {
  readonly document: HtmlParent;
  readonly lengths: TextLengths;
  /** The first element with an id. */
  readonly byId: (id: string) => HtmlElement | null;
  /** The first element of a name. */
  readonly firstOf: (tagName: string) => HtmlElement | null;
}

export function indexPage(document: HtmlParent): PageIndex {
  const ids = new Map<string, HtmlElement>();
  const names = new Map<string, HtmlElement>();
  for (const element of descendants(document)) {
    const id = attribute(element, 'id');
    if (id !== null && !ids.has(id)) ids.set(id, element);
    if (!names.has(element.tagName)) names.set(element.tagName, element);
  }
  return {
    document,
    lengths: measureTexts(document),
    byId: id => ids.get(id) ?? null,
    firstOf: tagName => names.get(tagName) ?? null,
  };
}
