import type { ElementNode } from './galley.ts';
import type { Line } from './pageList.ts';
import type { StyleTable } from './styleTable.ts';

/**
 * Gives words in another language than those around them an element of their own, so that what reads aloud changes its voice.
 * Called with the lines of a book in reading order; returns the element of each run, `null` for a run of the line's own
 * element, or `null` where all are.
 */
export type ForeignPassages = (line: Line, element: ElementNode) => readonly (ElementNode | null)[] | null;

/** @param bookLanguage BCP 47; what elements without a language are in */
export function createForeignPassages(styles: StyleTable, bookLanguage: string): ForeignPassages {
  /** The passage that the last run was of: runs that follow each other share theirs, on whatever lines and pages. */
  let open: ElementNode | null = null;

  function passageOf(style: number, element: ElementNode): ElementNode | null {
    const { language } = styles.at(style);
    if (language === undefined || language === (languageOf(element) ?? bookLanguage)) return null;
    if (open?.parent === element && open.language === language) return open;
    return { role: 'Span', parent: element, language };
  }

  return ({ runs }, element) => {
    const passages = runs.map(run => {
      open = passageOf(run.style, element);
      return open;
    });
    return passages.some(passage => passage !== null) ? passages : null;
  };
}

/** The language of a node or of the nearest node above it that says one. */
export function languageOf(node: ElementNode | null): string | undefined {
  for (let above = node; above !== null; above = above.parent) if (above.language !== undefined) return above.language;
  return undefined;
}
