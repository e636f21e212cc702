import type { Box, Color, LetteringShape } from '../drawing/drawing.ts';
import type { FittedLettering } from '../drawing/fitLettering.ts';
import type { TypeStyle } from '../drawing/lettering.ts';
import { type Alignment, layLettering } from '../drawing/letteringBlock.ts';
import { placeOutline } from '../drawing/outline.ts';

/** Blocks of lettering stand at the top of their room, in its middle, or at its foot. */
export type Anchor = 'top' | 'middle' | 'bottom';

/** Lettering of one kind in a stack: a title, or the names below it. */
export interface StackBlock {
  readonly fitted: FittedLettering;
  readonly style: TypeStyle;
  readonly fill: Color;
  /** From the lowest ink of the block above to the tops of this one's capitals. */
  readonly gapAbove: number;
}

/** Where a stack goes; lengths in cover units. */
export interface StackPlace {
  readonly box: Box;
  readonly anchor: Anchor;
  readonly alignment: Alignment;
}

/** The room that the blocks of a stack have to share. */
export interface StackRoom {
  readonly widthUnits: number;
  readonly heightUnits: number;
  /** Less than 1 where blocks as large as they would like to be did not fit. */
  readonly scale: number;
}

/** Lines of a stack, block by block, all of their ink inside of the box. */
export type LaidStack = readonly (readonly LetteringShape[])[];

/** Lays blocks one below the other, smaller if need be, so that all of their ink stays in the box. */
export function layStack(makeBlocks: (room: StackRoom) => readonly StackBlock[], place: StackPlace): LaidStack {
  const [widthUnits, heightUnits] = [place.box.right - place.box.left, place.box.bottom - place.box.top];
  let laid: LaidStack = [];
  for (const scale of scales) {
    const blocks = makeBlocks({ widthUnits, heightUnits: heightUnits * scale, scale });
    laid = anchored(blocks, place);
    const ink = inkBox(laid);
    if (ink === null || (fits(ink, place.box) && !blocks.some(block => block.fitted.isShortened))) return laid;
  }
  return squeezed(laid, place.box);
}

/** What is tried until everything fits; lettering of a cover that is smaller is not read. */
const scales = [1, 0.88, 0.76, 0.64, 0.54] as const;

/** The box around the ink of all lines; `null` for none. */
export function inkBox(laid: LaidStack): Box | null {
  const boxes = laid.flat().map(shape => shape.box);
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map(box => box.left)),
    top: Math.min(...boxes.map(box => box.top)),
    right: Math.max(...boxes.map(box => box.right)),
    bottom: Math.max(...boxes.map(box => box.bottom)),
  };
}

/** Descenders hang this far below a baseline, in ems; the last line of a stack at the foot leaves them room. */
const descenderEm = 0.24;

function anchored(blocks: readonly StackBlock[], { box, anchor, alignment: wanted }: StackPlace): LaidStack {
  // Lines that begin at the left begin at the right where the first of them, the title, is read from there.
  const alignment = wanted === 'left' && blocks[0]?.fitted.direction === 'rtl' ? 'right' : wanted;
  const axisX = axisOf(box, alignment);
  const laid: LetteringShape[][] = [];
  let top = 0;
  let lastBaseline = 0;
  let lastSize = 0;
  for (const [index, { fitted, style, fill, gapAbove }] of blocks.entries()) {
    if (index > 0) top += gapAbove;
    const block = layLettering(fitted, style, { axisX, top, alignment, fill });
    lastBaseline = top + block.heightUnits;
    lastSize = fitted.sizeUnits;
    top = Math.max(lastBaseline, ...block.shapes.map(shape => shape.box.bottom));
    laid.push([...block.shapes]);
  }
  const ink = inkBox(laid);
  if (ink === null) return laid;
  const height = topOf(anchor, box, lastBaseline, lastSize);
  // Accents reach above the capitals and descenders below the baseline; they stay inside, too, where there is room.
  const shift = Math.max(box.top - ink.top, Math.min(box.bottom - ink.bottom, height));
  return laid.map(lines => lines.map(line => moved(line, pushInside(line.box, box), shift)));
}

function topOf(anchor: Anchor, box: Box, lastBaseline: number, lastSize: number): number {
  switch (anchor) {
    case 'top':
      return box.top;
    case 'middle':
      return (box.top + box.bottom - lastBaseline) / 2;
    case 'bottom':
      return box.bottom - descenderEm * lastSize - lastBaseline;
  }
}

/** Where the lines of a box are aligned to: the `axisX` of `layLettering`. */
export function axisOf({ left, right }: Box, alignment: Alignment): number {
  switch (alignment) {
    case 'left':
      return left;
    case 'center':
      return (left + right) / 2;
    case 'right':
      return right;
  }
}

/** How far a line must move across for marks that hang not to leave the box. */
function pushInside(line: Box, box: Box): number {
  if (line.left < box.left) return box.left - line.left;
  return line.right > box.right ? box.right - line.right : 0;
}

function moved(line: LetteringShape, x: number, y: number): LetteringShape {
  if (x === 0 && y === 0) return line;
  const { box } = line;
  return {
    ...line,
    box: { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y },
    steps: placeOutline(line.steps, 1, 1, [x, y]),
  };
}

/** A hair, which rounding may cost. */
const tolerance = 0.01;

function fits(ink: Box, box: Box): boolean {
  return (
    ink.left >= box.left - tolerance &&
    ink.right <= box.right + tolerance &&
    ink.top >= box.top - tolerance &&
    ink.bottom <= box.bottom + tolerance
  );
}

/** Draws everything smaller about the middle of the box, for ink that no setting keeps inside: towers of accents, mostly. */
function squeezed(laid: LaidStack, box: Box): LaidStack {
  const ink = inkBox(laid);
  if (ink === null || fits(ink, box)) return laid;
  const scale = Math.min(
    1,
    (box.right - box.left) / (ink.right - ink.left),
    (box.bottom - box.top) / (ink.bottom - ink.top),
  );
  const clampedStart = (from: number, to: number, low: number, high: number): number =>
    Math.max(low, Math.min(from, high - (to - from) * scale));
  const left = clampedStart(ink.left, ink.right, box.left, box.right) - ink.left * scale;
  const top = clampedStart(ink.top, ink.bottom, box.top, box.bottom) - ink.top * scale;
  return laid.map(lines =>
    lines.map(line => ({
      ...line,
      box: {
        left: line.box.left * scale + left,
        top: line.box.top * scale + top,
        right: line.box.right * scale + left,
        bottom: line.box.bottom * scale + top,
      },
      steps: placeOutline(line.steps, scale, scale, [left, top]),
    })),
  );
}
