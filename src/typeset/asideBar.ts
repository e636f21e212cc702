import type { Galley } from './galley.ts';

/** The bar that quotations and notes hang from, and how far it stands left of them, in points. */
const barPt = 2;
const barGapPt = 9;

/** How far text stands in that hangs from a bar. */
export const barInsetPt = barGapPt + barPt;

/** Draws a bar at the left of all lines from `first` on, whose own edge is at `leftPt`. */
export function addBarBeside(galley: Galley, first: number, leftPt: number): void {
  for (let index = first; index < galley.lines.length; index++) {
    const line = galley.lines[index];
    if (line === undefined) continue;
    // A stroke as thick as the line is high, and as long as the bar is wide; it closes the blank above, too.
    const blankPt = index === first ? 0 : line.spaceBeforePt;
    const heightPt = line.heightPt + blankPt;
    const rule = {
      leftPt: leftPt - barInsetPt,
      rightPt: leftPt - barGapPt,
      abovePt: line.heightPt * baselineShare + blankPt - heightPt / 2,
      thicknessPt: heightPt,
      isDotted: false,
    };
    galley.lines[index] = { ...line, rules: [...line.rules, rule] };
  }
}

/** From the top of a line to its baseline, as in the geometry of pages. */
const baselineShare = 0.75;
