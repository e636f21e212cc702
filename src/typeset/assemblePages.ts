import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import { toRoman } from '../text/numerals.ts';
import { wordGap } from '../text/wordGap.ts';
import type { DraftPage } from './draftPage.ts';
import type { GalleyLine } from './galley.ts';
import type { Folio } from './pageList.ts';
import { paginate } from './paginate.ts';
import { noteGapLines, placeFootnotes, placeText } from './placeLines.ts';
import type { RunningFrames } from './runningFrames.ts';
import type { Section } from './section.ts';
import type { TypesetContext } from './typesetContext.ts';

/** Appends the pages of sections one by one, so that no more than one section is held as a galley. */
export interface PageAssembler {
  readonly pages: readonly DraftPage[];
  readonly addSection: (section: Section) => void;
  /** Adds a blank page if the last leaf has only a recto, so that what follows begins on one. */
  readonly fillLeaf: () => void;
}

/** A folio as readers see it: "iv", "12". */
export function formatFolio(folio: Folio): string {
  return folio.style === 'roman' ? toRoman(folio.number).toLowerCase() : String(folio.number);
}

/** Pages that stand before these and are counted with them, all in arabic figures. */
export interface PagesBefore {
  readonly pagesBefore: number;
}

export function createPageAssembler(
  context: TypesetContext,
  running: RunningFrames,
  through: PagesBefore | null = null,
): PageAssembler {
  const pages: DraftPage[] = [];
  const before = through?.pagesBefore ?? 0;
  const counts = { roman: 0, arabic: before };
  const { geometry } = context;
  const pageSpec = {
    heightPt: geometry.textHeightPt,
    gridPt: geometry.gridPt,
    noteGapPt: noteGapLines * geometry.gridPt,
  };

  function nextPage(numbering: Folio['style']): Pick<DraftPage, 'side' | 'folio'> {
    const style = through === null ? numbering : 'arabic';
    counts[style]++;
    return { side: isNextOn('recto') ? 'recto' : 'verso', folio: { style, number: counts[style] } };
  }

  function addBlank(): void {
    const style = counts.arabic === 0 ? 'roman' : 'arabic';
    pages.push({
      ...nextPage(style),
      frames: [],
      rules: [],
      pictures: [],
      ornaments: [],
      destinations: [],
      outline: [],
      start: null,
    });
  }

  function isNextOn(side: DraftPage['side']): boolean {
    return ((before + pages.length) % 2 === 0) === (side === 'recto');
  }

  return {
    pages,
    addSection: section => {
      if (section.lines.length === 0) return;
      if (section.startsOn !== 'next' && !isNextOn(section.startsOn)) addBlank();
      const firstSide = isNextOn('recto') ? 'recto' : 'verso';
      const { pages: contents, faults } = paginate(section.lines, {
        ...pageSpec,
        firstSide,
        footnotes: section.footnotes ?? null,
      });
      const firstPage = pages.length;
      contents.forEach(({ range, lines, noteLines }, index) => {
        const page = nextPage(section.numbering);
        const isOpening = index === 0;
        const parts = [
          {
            frames: running.framesFor(section, page.side, formatFolio(page.folio), isOpening),
            rules: [],
            destinations: [],
            pictures: [],
            ornaments: [],
          },
          placeText(geometry, lines, page.side),
          placeFootnotes(geometry, noteLines, page.side, range.depth ?? 0),
        ];
        pages.push({
          ...page,
          frames: parts.flatMap(part => part.frames),
          rules: parts.flatMap(part => part.rules),
          destinations: parts.flatMap(part => part.destinations),
          pictures: parts.flatMap(part => part.pictures),
          ornaments: parts.flatMap(part => part.ornaments),
          outline: isOpening && section.outline !== null ? [section.outline] : [],
          start: startOf(section.lines, range.start, range.end),
        });
      });
      for (const { kind, page, line } of faults) {
        const folio = pages[firstPage + page]?.folio;
        if (folio !== undefined) context.findings.notePageFault(kind, formatFolio(folio), spanOf(section.lines, line));
      }
    },
    fillLeaf: () => {
      if (isNextOn('verso')) addBlank();
    },
  };
}

/** The place in the source of a line, or of the last before it that has one. */
function spanOf(lines: readonly GalleyLine[], index: number): SourceSpan | undefined {
  for (let at = index; at >= 0; at--) {
    const source = lines[at]?.source ?? null;
    if (source !== null && 'span' in source) return source.span;
  }
  return undefined;
}

/** The first thing of the tree on a page, and the first whole word of it when the page begins inside of it. */
function startOf(lines: readonly GalleyLine[], from: number, to: number): DraftPage['start'] {
  for (let index = from; index < to; index++) {
    const line = lines[index];
    if (line?.source == null) continue;
    const before = lines.slice(index - line.indexInBlock, index);
    return { at: line.source, word: countWordsBefore(before) };
  }
  return null;
}

/** A line that breaks at a space ends in it; what ends without one goes on in the next line with the same word. */
function countWordsBefore(lines: readonly GalleyLine[]): number {
  const text = lines.flatMap(({ line }) => line.runs.map(run => run.text)).join('');
  return text.trim() === '' ? 0 : text.trim().split(wordGap).length;
}
