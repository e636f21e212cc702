import type { Color, LetteringShape, Point } from './drawing.ts';
import type { FittedLettering } from './fitLettering.ts';
import { measureText, placeLine, setLine, type SetLine, type TypeStyle } from './lettering.ts';

export type Alignment = 'left' | 'center' | 'right';

/** Lines of lettering in their places. */
export interface LetteringBlock {
  readonly shapes: readonly LetteringShape[];
  /** From the top of the first line's capitals to the last baseline. */
  readonly heightUnits: number;
}

/**
 * Sets fitted lettering with the tops of its capitals at `top`; `axisX` is the middle of centred lines and the edge of
 * the ink of lines set left or right. Quotation marks and the like hang half outside, so that the words look centred. Where a
 * line's descenders would touch the next line's ascenders, the lines move apart.
 */
export function layLettering(
  fitted: FittedLettering,
  style: TypeStyle,
  place: { readonly axisX: number; readonly top: number; readonly alignment: Alignment; readonly fill: Color },
): LetteringBlock {
  const lines = fitted.lines.map(text => setLine(text, style, fitted.direction));
  const baselines = baselinesBelowTop(lines, style);
  const scale = fitted.sizeUnits / 1000;
  const shapes = lines.flatMap((line, index) => {
    const left = place.axisX + lineOffset(line, style, place.alignment) * scale;
    const origin: Point = [left, place.top + (baselines[index] ?? 0) * scale];
    return placeLine(line, fitted.sizeUnits, origin, place.fill) ?? [];
  });
  return { shapes, heightUnits: (baselines.at(-1) ?? 0) * scale };
}

/** The height {@link layLettering} will need, from the capitals' tops to the last baseline. */
export function blockHeight(fitted: FittedLettering, style: TypeStyle): number {
  const lines = fitted.lines.map(text => setLine(text, style, fitted.direction));
  return ((baselinesBelowTop(lines, style).at(-1) ?? 0) * fitted.sizeUnits) / 1000;
}

/** Where each line's baseline is below the tops of the first line's capitals, at a size of 1000 units. */
function baselinesBelowTop(lines: readonly SetLine[], style: TypeStyle): number[] {
  let baseline = style.faces[0].capHeight;
  return lines.map((line, index) => {
    const above = lines[index - 1];
    if (above !== undefined) {
      baseline += Math.max(1000 * style.leadingEm, line.inkTop - above.inkBottom + leastInkGap);
    }
    return baseline;
  });
}

/** Between the ink of one line and the next, in thousandths of an em. */
const leastInkGap = 30;

/** From the axis to the pen's start, at a size of 1000 units. */
function lineOffset(line: SetLine, style: TypeStyle, alignment: Alignment): number {
  switch (alignment) {
    case 'left':
      return -line.inkLeft;
    case 'right':
      return -line.inkRight;
    case 'center': {
      const hanging = markWidth(line.text, trailingMarks, style) - markWidth(line.text, leadingMarks, style);
      return -(line.inkLeft + line.inkRight) / 2 + (hanging * hangingShare) / 2;
    }
  }
}

/** Half: a mark that hangs wholly makes the words look pushed to its other side. */
const hangingShare = 0.5;

function markWidth(text: string, marks: RegExp, style: TypeStyle): number {
  const found = marks.exec(text)?.[0] ?? '';
  return found === '' || found === text ? 0 : measureText(found, style);
}

/** Matches the comma of "Smoke," and the last quote of "“Who?”" but nothing of "Who?". */
const trailingMarks = /[.,;:'"’”»-]{1,3}$/u;
const leadingMarks = /^['"‘“«]{1,3}/u;
