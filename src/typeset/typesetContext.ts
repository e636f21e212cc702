import type { PrintedPage } from '../book/printedPage.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { type ShaperPool, createShaperPool } from '../fonts/shaperPool.ts';
import type { PrintDesign } from '../theme/theme.ts';
import { type BreakTable, createBreakTable } from './breakTable.ts';
import { type Findings, createFindings } from './findings.ts';
import { createHyphenator } from './hyphenator.ts';
import { type LineSolver, createLineSolver } from './lineSolver.ts';
import { type PageGeometry, createPageGeometry } from './pageGeometry.ts';
import { type StyleTable, createStyleTable } from './styleTable.ts';
import { type WordBreakFinder, createWordBreakFinder } from './wordBreakFinder.ts';
import { type WordMeasurer, createWordMeasurer } from './wordMeasurer.ts';

/** What all parts of setting one book share: its design, its caches, its findings. */
export interface TypesetContext {
  readonly design: PrintDesign;
  readonly geometry: PageGeometry;
  readonly styles: StyleTable;
  readonly shapers: ShaperPool;
  readonly measurer: WordMeasurer;
  readonly breakTable: BreakTable;
  readonly lineSolver: LineSolver;
  readonly findings: Findings;
  /** The marks of footnotes by the notes' ids in the book. */
  readonly noteLabels: ReadonlyMap<string, string>;
  /** The break finder of a language, BCP 47; of none for `null`. */
  readonly breakFinderFor: (language: string | null) => WordBreakFinder;
}

export interface TypesetOptions {
  readonly design: PrintDesign;
  readonly report: Report;
  /** Is told where each page begins in the text, in order. */
  readonly notePage?: (page: PrintedPage) => void;
  /** Shared with the drawing of the pages, so that it need not shape them again. */
  readonly shapers?: ShaperPool;
}

/** @throws CompileError `typeset/page-too-small` */
export function createTypesetContext(options: TypesetOptions, noteLabels: ReadonlyMap<string, string>): TypesetContext {
  const styles = createStyleTable();
  const shapers = options.shapers ?? createShaperPool();
  const measurer = createWordMeasurer(styles, shapers);
  const finders = new Map<string | null, WordBreakFinder>();
  return {
    design: options.design,
    geometry: createPageGeometry(options.design),
    styles,
    shapers,
    measurer,
    breakTable: createBreakTable(),
    lineSolver: createLineSolver(),
    findings: createFindings(),
    noteLabels,
    breakFinderFor: language => {
      let finder = finders.get(language);
      if (finder === undefined) {
        finder = createWordBreakFinder(measurer, language === null ? null : createHyphenator(language));
        finders.set(language, finder);
      }
      return finder;
    },
  };
}
