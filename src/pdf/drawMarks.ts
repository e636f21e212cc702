import type { Mark } from '../impose/sheetPlan.ts';
import { formatNumber } from './pdfSyntax.ts';

/** Lines as thin as a home printer still draws whole, in points: two to three dots of 600 to the inch. */
const lineThicknessPt = 0.3;

/** A fold's dashes and the gaps between them: it is seen by who looks for it, and the spine stays clean. */
const foldDashes = '2 4';

/** A sewing hole: small enough that the needle takes it away. */
const holeThicknessPt = 1.6;

/**
 * The marks of a side as operators of a content stream, all in black: crop and cut marks as thin lines, cuts with a pair of
 * scissors on them, folds dashed, sewing holes as dots, and the step that tells a signature's place as a bar.
 */
export function drawMarks(marks: readonly Mark[], sidePt: readonly [width: number, height: number]): string {
  const [, heightPt] = sidePt;
  const drawn = marks.map(mark => {
    switch (mark.type) {
      case 'crop':
        return line(mark, heightPt);
      case 'cut':
        return `${line(mark, heightPt)}\n${scissorsOn(mark, sidePt)}`;
      case 'fold':
        return `q [${foldDashes}] 0 d ${line(mark, heightPt)} Q`;
      case 'sewing': {
        const at = point(mark.at, heightPt);
        // A line of no length with round ends is a dot.
        return `q 1 J ${holeThicknessPt} w ${at} m ${at} l S Q`;
      }
      case 'order': {
        const { left, top, width, height } = mark.box;
        return `${number(left)} ${number(heightPt - top - height)} ${number(width)} ${number(height)} re f`;
      }
    }
  });
  return `q 0 g 0 G ${lineThicknessPt} w\n${drawn.join('\n')}\nQ`;
}

type LineMark = Extract<Mark, { readonly type: 'crop' | 'fold' | 'cut' }>;

function line({ from, to }: LineMark, heightPt: number): string {
  return `${point(from, heightPt)} m ${point(to, heightPt)} l S`;
}

function point([x, y]: readonly [number, number], heightPt: number): string {
  return `${number(x)} ${number(heightPt - y)}`;
}

function number(value: number): string {
  return formatNumber(value, 3);
}

/**
 * A pair of open scissors that cut along the x axis to the right, in points: two blades that cross at 6.5, 0, their points at
 * 14, ±2, and the rings of their handles.
 */
const scissors = [
  '2.9 1.4 m 6.2 -0.5 l 14 -2 l 6.9 0.7 l 3.4 2.2 l h f',
  '2.9 -1.4 m 6.2 0.5 l 14 2 l 6.9 -0.7 l 3.4 -2.2 l h f',
  ring(1.9, 2.4),
  ring(1.9, -2.4),
].join('\n');

/** A circle of four curves, drawn as a line. */
function ring(x: number, y: number): string {
  const [radius, handle] = [1.5, 0.828];
  const at = (dx: number, dy: number): string => `${formatNumber(x + dx, 3)} ${formatNumber(y + dy, 3)}`;
  return [
    `0.8 w ${at(radius, 0)} m`,
    `${at(radius, handle)} ${at(handle, radius)} ${at(0, radius)} c`,
    `${at(-handle, radius)} ${at(-radius, handle)} ${at(-radius, 0)} c`,
    `${at(-radius, -handle)} ${at(-handle, -radius)} ${at(0, -radius)} c`,
    `${at(handle, -radius)} ${at(radius, -handle)} ${at(radius, 0)} c h S`,
  ].join(' ');
}

/** Home printers leave a margin of up to a quarter of an inch white: scissors there would not be seen. */
const unprintedPt = 18;
const scissorsLengthPt = 14;

/** The scissors lie at the line's beginning, and cut towards its end. */
function scissorsOn({ from, to }: LineMark, [widthPt, heightPt]: readonly [number, number]): string {
  const [dx, dy] = [to[0] - from[0], from[1] - to[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return '';
  const edge = Math.min(from[0], widthPt - from[0], from[1], heightPt - from[1]);
  const room = length - scissorsLengthPt;
  const along = Math.max(Math.min(edge < unprintedPt ? unprintedPt - edge : 0, room), 0);
  const [cosine, sine] = [dx / length, dy / length];
  const [x, y] = [from[0] + along * cosine, heightPt - from[1] + along * sine];
  const matrix = [cosine, sine, -sine, cosine].map(value => formatNumber(value, 5)).join(' ');
  return `q ${matrix} ${number(x)} ${number(y)} cm ${scissors} Q`;
}
