import type { PrintedPage } from '../book/printedPage.ts';
import type { ImageAsset } from '../book/tree.ts';
import type { BookOrnaments } from '../drawing/ornament.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { type ShaperPool, createShaperPool } from '../fonts/shaperPool.ts';
import { isRightToLeft } from '../text/writingDirection.ts';
import type { PrintDesign } from '../theme/theme.ts';
import { type BreakTable, createBreakTable } from './breakTable.ts';
import { type Findings, createFindings } from './findings.ts';
import { type Hyphenator, createHyphenator } from './hyphenator.ts';
import { type LineSolver, createLineSolver } from './lineSolver.ts';
import type { NoteMark } from './noteMarks.ts';
import type { LinkTarget } from './pageList.ts';
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
  /** The book's pictures by their ids. */
  readonly pictures: ReadonlyMap<string, ImageAsset>;
  /** The motifs of the book's cover; `null` where it has none, or the design asks for none. */
  readonly ornaments: BookOrnaments | null;
  /** The marks of footnotes, see {@link createNoteMarks}. */
  readonly noteMarks: ReadonlyMap<string, NoteMark>;
  /** The same by their targets, which a run of a mark holds. */
  readonly noteMarkOf: ReadonlyMap<LinkTarget, NoteMark>;
  /** The break finder of a language, BCP 47; of none for `null`. */
  readonly breakFinderFor: (language: string | null) => WordBreakFinder;
}

export interface TypesetOptions {
  readonly design: PrintDesign;
  readonly report: Report;
  /** The motifs of the book's cover, where the design asks for them. */
  readonly ornaments?: BookOrnaments | null;
  /** Is told where each page begins in the text, in order. */
  readonly notePage?: (page: PrintedPage) => void;
  /** In a zine, whether the text begins on the page after the title or waits for the next recto; the former unless said. */
  readonly textStartsOn?: 'next' | 'recto';
  /** Shared with the drawing of the pages, so that it need not shape them again. */
  readonly shapers?: ShaperPool;
}

/**
 * @param language the book's, BCP 47: its pages turn as it is written
 * @throws CompileError `typeset/page-too-small`
 */
export function createTypesetContext(
  options: TypesetOptions,
  noteMarks: ReadonlyMap<string, NoteMark>,
  pictures: readonly ImageAsset[],
  language: string,
): TypesetContext {
  const styles = createStyleTable();
  const shapers = options.shapers ?? createShaperPool();
  const measurer = createWordMeasurer(styles, shapers);
  const finders = new Map<string | null, WordBreakFinder>();
  const hyphenators = new Map<string, Hyphenator | null>();
  const hyphenatorFor = (language: string): Hyphenator | null => {
    let hyphenator = hyphenators.get(language);
    if (hyphenator === undefined) {
      hyphenator = createHyphenator(language);
      hyphenators.set(language, hyphenator);
    }
    return hyphenator;
  };
  return {
    design: options.design,
    geometry: createPageGeometry(options.design, isRightToLeft(language) ? 'rtl' : 'ltr'),
    styles,
    shapers,
    measurer,
    breakTable: createBreakTable(),
    lineSolver: createLineSolver(),
    pictures: new Map(pictures.map(picture => [picture.id, picture])),
    ornaments: options.ornaments ?? null,
    findings: createFindings(options.shapers?.fonts.language ?? 'und'),
    noteMarks,
    noteMarkOf: new Map([...noteMarks.values()].map(mark => [mark.target, mark])),
    breakFinderFor: language => {
      let finder = finders.get(language);
      if (finder === undefined) {
        finder =
          language === null
            ? createWordBreakFinder(measurer, null)
            : createWordBreakFinder(measurer, hyphenatorFor(language), hyphenatorFor);
        finders.set(language, finder);
      }
      return finder;
    },
  };
}
