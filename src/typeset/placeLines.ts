import { placeBelow } from './breakPages.ts';
import { roundPt } from './composeLine.ts';
import type { DraftFrame, DraftPage, DraftPicture } from './draftPage.ts';
import type { ElementNode, GalleyLine } from './galley.ts';
import type { PageGeometry } from './pageGeometry.ts';
import type { Destination, Line, PageOrnament, Rule } from './pageList.ts';

/** What of a page its lines make. */
export interface PlacedLines {
  readonly frames: readonly DraftFrame[];
  readonly rules: readonly Rule[];
  readonly destinations: readonly Destination[];
  readonly pictures: readonly DraftPicture[];
  readonly ornaments: readonly PageOrnament[];
}

interface OpenPage {
  readonly frames: { element: ElementNode | null; lines: Line[] }[];
  readonly rules: Rule[];
  readonly destinations: Destination[];
  readonly pictures: DraftPicture[];
  readonly ornaments: PageOrnament[];
}

/** Gives the lines of one page their places on it. */
export function placeText(geometry: PageGeometry, lines: readonly GalleyLine[], side: DraftPage['side']): PlacedLines {
  const page: OpenPage = { frames: [], rules: [], destinations: [], pictures: [], ornaments: [] };
  let bottomPt = 0;
  lines.forEach((line, index) => {
    const topPt = placeBelow(bottomPt, line, index === 0, geometry.gridPt);
    bottomPt = topPt + line.heightPt;
    addLine(page, geometry, line, side, topPt);
  });
  return page;
}

/** The least blank between the text and the notes below it, in grid lines; the rule stands in it. */
export const noteGapLines = 1;

/** How far the rule stands above the first note's line, in grid lines, and how long it is, as a share of the measure. */
const ruleRaiseLines = 0.45;
const ruleShare = 0.2;
const ruleThicknessPt = 0.4;

/**
 * Places notes at the foot of a page, `depth` grid lines above that of the text block: the last baseline stands on the grid,
 * as that of the facing page, and what room there is lies above the rule.
 */
export function placeFootnotes(
  geometry: PageGeometry,
  lines: readonly GalleyLine[],
  side: DraftPage['side'],
  depth: number,
): PlacedLines {
  const page: OpenPage = { frames: [], rules: [], destinations: [], pictures: [], ornaments: [] };
  const last = lines.at(-1);
  if (last === undefined) return page;
  const tops: number[] = [];
  let heightPt = 0;
  lines.forEach((line, index) => {
    const topPt = heightPt + (index === 0 ? 0 : line.spaceBeforePt);
    tops.push(topPt);
    heightPt = topPt + line.heightPt;
  });
  const belowBaselinePt = (geometry.gridPt - last.heightPt) * (1 - geometry.baselineShare);
  const firstPt = Math.max(0, geometry.textHeightPt - depth * geometry.gridPt - belowBaselinePt - heightPt);
  lines.forEach((line, index) => {
    addLine(page, geometry, line, side, firstPt + (tops[index] ?? 0));
  });
  const ruleWidthPt = ruleShare * geometry.measurePt;
  const isTurned = geometry.rightPage === 'verso';
  const leftPt = geometry.textLeftPt(side) + (isTurned ? geometry.measurePt - ruleWidthPt : 0);
  const y = roundPt(geometry.textTopPt + firstPt - ruleRaiseLines * geometry.gridPt);
  page.rules.push({
    fromPt: [roundPt(leftPt), y],
    toPt: [roundPt(leftPt + ruleWidthPt), y],
    thicknessPt: ruleThicknessPt,
    isDotted: false,
  });
  return page;
}

/** Puts a line on a page, its top so far below that of the text block. */
function addLine(
  page: OpenPage,
  geometry: PageGeometry,
  line: GalleyLine,
  side: DraftPage['side'],
  topPt: number,
): void {
  const columnPt = geometry.textLeftPt(side);
  const baselinePt = roundPt(geometry.textTopPt + topPt + line.heightPt * geometry.baselineShare);
  const frame = page.frames.at(-1);
  const placed = placeLine(line, columnPt, baselinePt);
  if (frame?.element === line.element) frame.lines.push(placed);
  else page.frames.push({ element: line.element, lines: [placed] });
  for (const name of line.destinations) {
    page.destinations.push({ name, topPt: roundPt(geometry.textTopPt + topPt) });
  }
  const { picture, ornament, element } = line;
  if (picture !== undefined) {
    const { belowTopPt, ...shown } = picture;
    const picturePt = roundPt(geometry.textTopPt + topPt + belowTopPt);
    page.pictures.push({ ...shown, element, leftPt: roundPt(columnPt + picture.leftPt), topPt: picturePt });
  }
  if (ornament !== undefined) {
    const { belowTopPt, ...shown } = ornament;
    const ornamentPt = roundPt(geometry.textTopPt + topPt + belowTopPt);
    page.ornaments.push({ ...shown, leftPt: roundPt(columnPt + ornament.leftPt), topPt: ornamentPt });
  }
  for (const rule of line.rules) {
    const y = roundPt(baselinePt - rule.abovePt);
    page.rules.push({
      fromPt: [roundPt(columnPt + rule.leftPt), y],
      toPt: [roundPt(columnPt + rule.rightPt), y],
      thicknessPt: rule.thicknessPt,
      isDotted: rule.isDotted,
    });
  }
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
