import type { DraftFrame, DraftLine, DraftPage } from './draftPage.ts';
import { createForeignPassages, languageOf } from './foreignPassages.ts';
import type { ElementNode } from './galley.ts';
import type { Frame, Line, OutlineEntry, Page, PageList, StructureElement } from './pageList.ts';
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
  /** Gives the runs that are not simply of the line's element the number of what they are of. */
  function nameParts(element: ElementNode, line: DraftLine): Line {
    const passages = passagesOf(line, element);
    if (passages === null && line.runs.every(({ part }) => part === undefined)) return line;
    const runs = line.runs.map(({ part, ...run }, index) => {
      const own = passages?.[index] ?? part;
      return own === undefined ? run : { ...run, element: numberOf(own) };
    });
    return { ...line, runs };
  }
  /** The word that a large letter begins is an element, so that it is read as one whatever its letters' places. */
  function nameOpening(element: ElementNode, line: DraftLine): Line {
    const named = nameParts(element, line);
    if (line.runs[0]?.wholeWord === undefined) return named;
    const word = numberOf({ role: 'Span', parent: element });
    const runs = named.runs.map(run => (run.wholeWord === undefined ? run : { ...run, element: word }));
    return { ...named, runs };
  }
  function finishFrame({ element, artifact, lines }: DraftFrame): Frame {
    if (element === null) return { element, ...(artifact === undefined ? {} : { artifact }), lines };
    // The label of a list's item comes before the text that it stands beside.
    const [label] = lines[0]?.runs ?? [];
    if (label?.part?.role === 'Lbl') numberOf(label.part);
    return { element: numberOf(element), lines: lines.map(line => nameOpening(element, line)) };
  }
  numberOf(document);
  const pages = drafts.map((draft): Page => ({
    side: draft.side,
    folio: draft.folio,
    frames: draft.frames.map(finishFrame),
    rules: draft.rules,
    pictures: draft.pictures.map(({ element, ...picture }) => ({
      ...picture,
      element: element === null ? null : numberOf(element),
    })),
    ...(draft.ornaments.length === 0 ? {} : { ornaments: draft.ornaments }),
    destinations: draft.destinations,
  }));
  return {
    trimPt: context.geometry.trimPt,
    bleedPt: context.design.binding.bleedPt,
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
