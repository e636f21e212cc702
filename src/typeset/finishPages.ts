import type { DraftPage } from './draftPage.ts';
import { createForeignPassages, languageOf } from './foreignPassages.ts';
import type { ElementNode } from './galley.ts';
import type { Line, OutlineEntry, Page, PageList, StructureElement } from './pageList.ts';
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
    const differs = node.language !== undefined && node.language !== (languageOf(node.parent) ?? language);
    const described = {
      role: node.role,
      parent,
      ...(differs ? { language: node.language } : {}),
      ...(node.alt === undefined ? {} : { alt: node.alt }),
    };
    const number = elements.push(described) - 1;
    numbers.set(node, number);
    return number;
  }
  const passagesOf = createForeignPassages(context.styles, language);
  function nameForeign(element: ElementNode, line: Line): Line {
    const passages = passagesOf(line, element);
    if (passages === null) return line;
    const runs = line.runs.map((run, index) => {
      const passage = passages[index] ?? null;
      return passage === null ? run : { ...run, element: numberOf(passage) };
    });
    return { ...line, runs };
  }
  numberOf(document);
  const pages = drafts.map((draft): Page => ({
    side: draft.side,
    folio: draft.folio,
    frames: draft.frames.map(({ element, artifact, lines }) => ({
      element: element === null ? null : numberOf(element),
      ...(artifact === undefined ? {} : { artifact }),
      lines: element === null ? lines : lines.map(line => nameForeign(element, line)),
    })),
    rules: draft.rules,
    pictures: draft.pictures.map(picture => ({ ...picture, element: numberOf(picture.element) })),
    destinations: draft.destinations,
  }));
  return {
    trimPt: context.geometry.trimPt,
    language,
    ...(context.geometry.rightPage === 'verso' ? { direction: 'rtl' as const } : {}),
    styles: context.styles.all(),
    elements,
    pages,
    outline: gatherOutline(drafts),
  };
}

interface DraftEntry extends OutlineEntry {
  readonly children: DraftEntry[];
}

/** An entry belongs to the one of a higher level before it: chapters to their part, parts to their story. */
function gatherOutline(drafts: readonly DraftPage[]): OutlineEntry[] {
  const outline: DraftEntry[] = [];
  const above: { readonly level: number; readonly entry: DraftEntry }[] = [];
  drafts.forEach((draft, page) => {
    for (const { title, level } of draft.outline) {
      const entry: DraftEntry = { title, page, children: [] };
      while ((above.at(-1)?.level ?? 0) >= level) above.pop();
      (above.at(-1)?.entry.children ?? outline).push(entry);
      above.push({ level, entry });
    }
  });
  return outline;
}
