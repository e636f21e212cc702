import type { DraftPage } from './draftPage.ts';
import type { ElementNode } from './galley.ts';
import type { OutlineEntry, Page, PageList, StructureElement } from './pageList.ts';
import type { TypesetContext } from './typesetContext.ts';

/** Numbers the nodes of the structure in reading order and gathers the outline: the last step of setting a book. */
export function finishPages(
  context: TypesetContext,
  document: ElementNode,
  language: string,
  drafts: readonly DraftPage[],
): PageList {
  const elements: StructureElement[] = [];
  const numbers = new Map<ElementNode, number>();
  function numberOf(node: ElementNode): number {
    const known = numbers.get(node);
    if (known !== undefined) return known;
    const parent = node.parent === null ? null : numberOf(node.parent);
    const differs =
      node.language !== undefined && node.language !== node.parent?.language && node.language !== language;
    const number = elements.push({ role: node.role, parent, ...(differs ? { language: node.language } : {}) }) - 1;
    numbers.set(node, number);
    return number;
  }
  numberOf(document);
  const pages = drafts.map((draft): Page => ({
    side: draft.side,
    folio: draft.folio,
    frames: draft.frames.map(({ element, lines }) => ({ element: element === null ? null : numberOf(element), lines })),
    rules: draft.rules,
    destinations: draft.destinations,
  }));
  return {
    trimPt: context.geometry.trimPt,
    language,
    styles: context.styles.all(),
    elements,
    pages,
    outline: gatherOutline(drafts),
  };
}

/** Entries of level 2 belong to the entry of level 1 before them. */
function gatherOutline(drafts: readonly DraftPage[]): OutlineEntry[] {
  const outline: { title: string; page: number; children: OutlineEntry[] }[] = [];
  drafts.forEach((draft, page) => {
    for (const { title, level } of draft.outline) {
      const entry = { title, page, children: [] };
      const last = outline.at(-1);
      if (level === 2 && last !== undefined) last.children.push(entry);
      else outline.push(entry);
    }
  });
  return outline;
}
