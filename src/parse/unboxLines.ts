import { isBlankLine } from './blankLine.ts';
import type { Row } from './row.ts';
import { isRuleLine } from './ruleLine.ts';

/** A title stands in a box at the head of a file; a box further down is a sign or a card in the story. */
const headRows = 40;
const maxBoxRows = 30;

/** Matches `║  THE LAST LAMP  ║`, `|  by Nell  |`, `*  THE TIDE  *`; the sides are of one sign. */
const boxed = /^\s*(?<side>[│║┃|▌█▓*#:])\s+(?<inside>\S.*?)\s+\k<side>\s*$/u;
/** Matches `║          ║`. */
const emptyBoxed = /^\s*(?<side>[│║┃|▌█▓*#:])\s+\k<side>\s*$/u;
const maxLineLength = 200;

/**
 * Takes the sides off the lines of a box that is drawn around the title at a file's head, so that its lines are read as
 * they would be without it: `║  by Nell  ║` between a top and a bottom → `by Nell`. Its top and bottom stay, as rules.
 */
export function unboxLines(rows: readonly Row[]): readonly Row[] {
  const unboxed = [...rows];
  for (let top = 0; top < Math.min(rows.length, headRows); top++) {
    const bottom = isRuleLine(rows[top]?.text ?? '') ? boxBottom(rows, top) : null;
    if (bottom === null) continue;
    for (let at = top + 1; at < bottom; at++) {
      const row = rows[at];
      if (row !== undefined) unboxed[at] = { ...row, text: boxed.exec(row.text)?.groups?.inside ?? row.text };
    }
    top = bottom;
  }
  return unboxed;
}

/** The row of a box's lower edge; `null` where every line down to the next rule has not the same two sides. */
function boxBottom(rows: readonly Row[], top: number): number | null {
  const sides = new Set<string>();
  for (let at = top + 1; at <= Math.min(top + maxBoxRows, rows.length - 1); at++) {
    const text = rows[at]?.text ?? '';
    if (isBlankLine(text) || text.length > maxLineLength) return null;
    const side = boxed.exec(text)?.groups?.side;
    if (side !== undefined) sides.add(side);
    else if (emptyBoxed.test(text)) continue;
    else return isRuleLine(text) && sides.size === 1 ? at : null;
  }
  return null;
}
