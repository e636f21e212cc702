import { toRoman } from '../text/numerals.ts';
import { wordGap } from '../text/wordGap.ts';
import { breakPages, placeBelow } from './breakPages.ts';
import { roundPt } from './composeLine.ts';
import type { DraftFrame, DraftPage } from './draftPage.ts';
import type { ElementNode, GalleyLine } from './galley.ts';
import type { Destination, Folio, Line, Rule } from './pageList.ts';
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

export function createPageAssembler(context: TypesetContext, running: RunningFrames): PageAssembler {
  const pages: DraftPage[] = [];
  const counts = { roman: 0, arabic: 0 };

  function nextPage(style: Folio['style']): Pick<DraftPage, 'side' | 'folio'> {
    counts[style]++;
    return { side: pages.length % 2 === 0 ? 'recto' : 'verso', folio: { style, number: counts[style] } };
  }

  function addBlank(): void {
    const style = counts.arabic === 0 ? 'roman' : 'arabic';
    pages.push({ ...nextPage(style), frames: [], rules: [], pictures: [], destinations: [], outline: [], start: null });
  }

  function isNextOn(side: DraftPage['side']): boolean {
    return (pages.length % 2 === 0) === (side === 'recto');
  }

  return {
    pages,
    addSection: section => {
      const { textHeightPt, gridPt } = context.geometry;
      const ranges = breakPages(section.lines, { heightPt: textHeightPt, gridPt });
      if (ranges.length === 0) return;
      if (section.startsOn !== 'next' && !isNextOn(section.startsOn)) addBlank();
      ranges.forEach(({ start, end }, index) => {
        const page = nextPage(section.numbering);
        const placed = placeLines(context, section.lines.slice(start, end), page.side);
        const isOpening = index === 0;
        pages.push({
          ...page,
          ...placed,
          pictures: [],
          frames: [...running.framesFor(section, page.side, formatFolio(page.folio), isOpening), ...placed.frames],
          outline: isOpening && section.outline !== null ? [section.outline] : [],
          start: startOf(section.lines, start, end),
        });
      });
    },
    fillLeaf: () => {
      if (isNextOn('verso')) addBlank();
    },
  };
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

interface PlacedLines {
  readonly frames: readonly DraftFrame[];
  readonly rules: readonly Rule[];
  readonly destinations: readonly Destination[];
}

/** Gives the lines of one page their places on it. */
function placeLines(context: TypesetContext, lines: readonly GalleyLine[], side: DraftPage['side']): PlacedLines {
  const { geometry } = context;
  const frames: { element: ElementNode | null; lines: Line[] }[] = [];
  const rules: Rule[] = [];
  const destinations: Destination[] = [];
  const columnPt = geometry.textLeftPt(side);
  let bottomPt = 0;
  lines.forEach((line, index) => {
    const topPt = placeBelow(bottomPt, line, index === 0, geometry.gridPt);
    bottomPt = topPt + line.heightPt;
    const baselinePt = roundPt(geometry.textTopPt + topPt + line.heightPt * geometry.baselineShare);
    const frame = frames.at(-1);
    const placed = placeLine(line, columnPt, baselinePt);
    if (frame?.element === line.element) frame.lines.push(placed);
    else frames.push({ element: line.element, lines: [placed] });
    if (line.destination !== null)
      destinations.push({ name: line.destination, topPt: roundPt(geometry.textTopPt + topPt) });
    for (const rule of line.rules) {
      const y = roundPt(baselinePt - rule.abovePt);
      rules.push({
        fromPt: [roundPt(columnPt + rule.leftPt), y],
        toPt: [roundPt(columnPt + rule.rightPt), y],
        thicknessPt: rule.thicknessPt,
        isDotted: rule.isDotted,
      });
    }
  });
  return { frames, rules, destinations };
}

function placeLine(line: GalleyLine, columnPt: number, baselinePt: number): Line {
  const leftPt = columnPt + line.leftPt;
  return {
    baselinePt,
    wordSpacePt: line.line.wordSpacePt,
    endsInSoftHyphen: line.line.endsInSoftHyphen,
    ...(line.line.expansion === undefined ? {} : { expansion: line.line.expansion }),
    runs: line.line.runs.map(run => ({ ...run, xPt: roundPt(run.xPt + leftPt) })),
  };
}
