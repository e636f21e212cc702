/** From the top of a line to its baseline, as a share of the line's height. */
export const baselineShare = 0.75;
/** The running head's line ends this many lines above the text, the folio's of an opening begins this many below it. */
export const headGapLines = 1;
export const footGapLines = 1;

/** How far the letters of heads and folios reach from their baselines, in ems of the body. */
const ascentEm = 0.65;
const descentEm = 0.25;

/** What running heads and folios take of the margins: from the text block to their far edges, in points. */
export function runningRoom(
  bodyFontSizePt: number,
  leadingPt: number,
): { readonly abovePt: number; readonly belowPt: number } {
  return {
    abovePt: leadingPt * (1 + headGapLines - baselineShare) + ascentEm * bodyFontSizePt,
    belowPt: leadingPt * (footGapLines + baselineShare) + descentEm * bodyFontSizePt,
  };
}
