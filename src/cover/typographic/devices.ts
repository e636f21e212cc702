import { contrastRatio, mixColors, readableContrast } from '../../drawing/color.ts';
import type { Color, LetteringShape, Shape } from '../../drawing/drawing.ts';
import { setLine } from '../../drawing/lettering.ts';
import { layLettering } from '../../drawing/letteringBlock.ts';
import { outlineBox } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import {
  asPicture,
  block,
  type Device,
  firstLetter,
  inkHeight,
  inkWidth,
  justifyLines,
  leftOf,
  type MeasuredLines,
  placeInk,
  roomOf,
  type Setting,
  stackHeights,
} from './setting.ts';

/** Each line as wide as the measure, one upon the other like bricks; below a short stack rules fill the page. */
export const bricks: Device = setting => {
  const { box, palette, random } = setting;
  const room = roomOf(setting);
  const gap = room.width * 0.034;
  const stack = justifyLines(setting.text, setting.style, { ...room, maxSize: 760, gap });
  if (stack === null) return null;
  const count = stack.lines.length;
  const isAccentReadable = contrastRatio(palette.accent, palette.ground) >= readableContrast;
  const accented =
    count > 1 && count < 7 && isAccentReadable && random.chance(0.5) ? Math.floor(random.between(0, count)) : -1;
  const { total } = stackHeights(stack, gap);
  const rest = room.height - total;
  const isSpread = count > 1 && rest < room.height * 0.22;
  const pitch = gap + (isSpread ? rest / (count - 1) : 0);
  const isAtFoot = !isSpread && random.chance(0.4);
  const top = isAtFoot ? box.bottom - total : box.top;
  const lettering = placeStack(stack, setting, top, pitch, index =>
    index === accented ? palette.accent : palette.ink,
  );
  const free = isAtFoot
    ? { top: box.top, bottom: top - gap * 1.2 }
    : { top: box.top + total + gap * 1.2, bottom: box.bottom };
  return { shapes: isSpread ? [] : growingRules(setting, free.top, free.bottom, isAtFoot), lettering };
};

/** Rules that grow towards one end of a free field, so that it belongs to the title. */
export function growingRules({ box, palette }: Setting, top: number, bottom: number, isUpwards: boolean): Shape[] {
  const count = Math.min(11, Math.floor((bottom - top) / 46));
  if (count < 3) return [];
  const pitch = (bottom - top) / count;
  return Array.from({ length: count }, (_, index) => {
    const share = (isUpwards ? count - 1 - index : index) / (count - 1);
    const thickness = pitch * (0.06 + 0.66 * share ** 1.5);
    const middle = top + pitch * (index + 0.5);
    return block(box.left, middle - thickness / 2, box.right, middle + thickness / 2, palette.accent);
  });
}

/** Each line of the title in a band of its own from edge to edge. */
export const bands: Device = setting => {
  const { box, canvas, palette, random } = setting;
  const pad = 36;
  const stack = justifyLines(setting.text, setting.style, { ...roomOf(setting), maxSize: 520, gap: pad * 2 });
  if (stack === null || stack.lines.length < 2 || stack.lines.length > 8) return null;
  const count = stack.lines.length;
  const dark = Math.floor(random.between(0, count));
  const { heights, total } = stackHeights(stack, pad * 2);
  const stretch = Math.min(pad * 4, Math.max(0, (box.bottom - box.top - total) / (count * 2)));
  const [left, right] = [-canvas.bleedUnits, canvas.widthUnits + canvas.bleedUnits];
  const shapes: Shape[] = [];
  let top = box.top;
  for (const [index, height] of heights.entries()) {
    const fill = index === dark ? palette.ink : index % 2 === 0 ? palette.tint : palette.ground;
    const bandTop = index === 0 && !setting.isHeadTaken ? -canvas.bleedUnits : top - pad - stretch;
    shapes.push(block(left, bandTop, right, top + height + pad + stretch, fill));
    top += height + 2 * (pad + stretch);
  }
  const inkAt = (index: number): Color => (index === dark ? palette.ground : palette.ink);
  return { shapes, lettering: placeStack(stack, setting, box.top, 2 * (pad + stretch), inkAt) };
};

/** The title, and the same again and again, each time fainter. */
export const echo: Device = setting => {
  const { box, palette, random } = setting;
  const room = roomOf(setting);
  const gap = 30;
  const stack = justifyLines(setting.text, setting.style, { ...room, height: room.height * 0.3, maxSize: 900, gap });
  if (stack === null || stack.lines.length > 2) return null;
  const { total } = stackHeights(stack, gap);
  const steps = stack.lines.reduce((sum, line) => sum + line.steps.length, 0);
  const count = Math.min(
    Math.floor((room.height + gap) / (total + gap)),
    Math.floor(mostEchoSteps / Math.max(1, steps)),
    9,
  );
  if (count < 3 || inkWidth(stack.lines[0], stack.sizes[0]) < room.width * 0.4) return null;
  const pitch = (room.height - total) / (count - 1);
  if (pitch > total * 1.9) return null;
  const isRising = random.chance(0.4);
  const copies = Array.from({ length: count }, (_, copy) => {
    const shade = copy === 0 ? palette.ink : mixColors(palette.ink, palette.ground, 0.28 + (0.62 * copy) / count);
    const top = isRising ? box.bottom - total - copy * pitch : box.top + copy * pitch;
    return placeStack(stack, setting, top, gap, () => shade);
  });
  const [first = [], ...others] = copies;
  return { shapes: others.flat().map(asPicture), lettering: first };
};

/** More outlines than these are slow to draw. */
const mostEchoSteps = 4200;

/** The first letter as large as the page and cut off by its edges, the title in what it leaves. */
export const initial: Device = setting => {
  const { box, canvas, palette, random } = setting;
  const letter = firstLetter(setting.text);
  // It goes on to the foot of the page: names there would stand on it.
  if (letter === null || !setting.isHeadTaken) return null;
  const room = roomOf(setting);
  const stack = justifyLines(setting.text, setting.style, {
    width: room.width,
    height: room.height * 0.36,
    maxSize: 230,
    gap: 24,
  });
  if (stack === null) return null;
  const size = Math.min(...stack.sizes);
  const lettering = evenLines(stack, size, setting);
  const top = Math.max(box.top, ...lettering.map(shape => shape.box.bottom)) + canvas.heightUnits * 0.045;
  const line = setLine(letter, setting.style);
  if (line.inkRight - line.inkLeft < leastProportion * (line.inkTop - line.inkBottom)) return null;
  const [tall, wide] = [canvas.heightUnits * 1.05 - top, canvas.widthUnits * 1.14];
  const byHeight = (1000 * tall) / Math.max(1, line.inkTop - line.inkBottom);
  const byWidth = (1000 * wide) / Math.max(1, line.inkRight - line.inkLeft);
  // A narrow letter is cut off further down, so that it fills the page as a wide one does.
  const giant = Math.min(byWidth, byHeight * 1.7, Math.max(byHeight, byWidth * 0.62));
  const isRight = random.chance(0.65);
  const over = canvas.widthUnits * 0.07;
  const wideAsPage = inkWidth(line, giant) > canvas.widthUnits * 0.95;
  const free = canvas.widthUnits - inkWidth(line, giant);
  const left = wideAsPage ? free / 2 : isRight ? free + over : -over;
  const shape = placeInk(line, giant, [left, top], palette.accent);
  return { shapes: shape === null ? [] : [asPicture(shape)], lettering };
};

/** Lines of one size, their baselines evenly apart, whatever hangs below one and not below the next. */
function evenLines({ lines, direction }: MeasuredLines, sizeUnits: number, { style, box, palette }: Setting) {
  const rise = Math.max(0, (lines[0]?.inkTop ?? 0) - style.faces[0].capHeight) * (sizeUnits / 1000);
  const fitted = { lines: lines.map(line => line.text), sizeUnits, isShortened: false, direction };
  const [alignment, axisX] = direction === 'rtl' ? (['right', box.right] as const) : (['left', box.left] as const);
  return layLettering(fitted, style, { axisX, top: box.top + rise, alignment, fill: palette.ink }).shapes;
}

/** Letters that are narrower for their height, an "I" without serifs, are a bar and no letter. */
const leastProportion = 0.42;

/** A ledger: each line on a rule, the rules thicker and thicker. */
export const ledger: Device = setting => {
  const { box, palette, random } = setting;
  const room = roomOf(setting);
  const stack = justifyLines(setting.text, setting.style, {
    ...room,
    height: room.height * 0.8,
    maxSize: 300,
    gap: 70,
  });
  if (stack === null || isSign(setting)) return null;
  const size = Math.min(...stack.sizes);
  const count = stack.lines.length;
  const drop = Math.max(...stack.lines.map(line => -line.inkBottom), 0) * (size / 1000) + 14;
  const rise = Math.max(...stack.lines.map(line => line.inkTop), 0) * (size / 1000);
  const least = rise + drop + 40;
  if (least * count > room.height) return null;
  const rows = Math.max(count, Math.min(9, Math.floor(room.height / least)));
  const pitch = room.height / rows;
  const isGrowing = random.chance(0.5);
  const first = random.chance(0.3) ? rows - count : 0;
  const shapes: Shape[] = [];
  const lettering: LetteringShape[] = [];
  for (let row = 0; row < rows; row += 1) {
    const share = rows === 1 ? 0.5 : row / (rows - 1);
    const isLast = row === first + count - 1;
    const thickness = (isLast ? 6 : 2.5) + 21 * (isGrowing ? share : 1 - share) ** 2;
    const ruleTop = box.top + pitch * (row + 1) - 24;
    shapes.push(block(box.left, ruleTop, box.right, ruleTop + thickness, isLast ? palette.accent : palette.ink));
    const line = stack.lines[row - first];
    if (line === undefined) continue;
    const shape = placeInk(
      line,
      size,
      [leftOf(line, size, stack, setting), ruleTop - drop - (line.inkTop * size) / 1000],
      palette.ink,
    );
    if (shape !== null) lettering.push(shape);
  }
  return { shapes, lettering };
};

/** The title as tall as the page, read from the foot to the head. */
export const upright: Device = setting => {
  const { box, palette, random } = setting;
  const room = roomOf(setting);
  const gap = 44;
  const stack = justifyLines(setting.text, setting.style, {
    width: room.height,
    height: room.width,
    maxSize: 900,
    gap,
  });
  if (stack === null || stack.lines.length > 3 || isSign(setting)) return null;
  const { heights, total } = stackHeights(stack, gap);
  const isRight = random.chance(0.5);
  let left = isRight ? box.right - total : box.left;
  const rest = room.width - total - gap;
  const lettering = stack.lines.flatMap((line, index): LetteringShape[] => {
    const shape = placeInk(line, stack.sizes[index] ?? 0, [0, 0], palette.ink);
    const at = left;
    left += (heights[index] ?? 0) + gap;
    if (shape === null) return [];
    const steps = shape.steps.map(step => quarterTurned(step, at, box.bottom));
    const around = outlineBox(steps);
    return around === null ? [] : [{ ...shape, steps, box: around }];
  });
  const bar = isRight ? box.left : box.right - Math.min(rest, 120);
  const shapes = rest < 70 ? [] : [block(bar, box.top, bar + Math.min(rest, 120), box.bottom, palette.accent)];
  return { shapes, lettering };
};

/** A letter or two are lost between rules, and a bar or a hook when they lie on their side. */
function isSign({ text }: Setting): boolean {
  return text.length <= 2;
}

/** A step of a line along the top edge as a step of one that goes up the left edge of a place. */
function quarterTurned({ type, values }: PathStep, left: number, bottom: number): PathStep {
  return {
    type,
    values: values.map((_, index) =>
      index % 2 === 0 ? left + (values[index + 1] ?? 0) : bottom - (values[index - 1] ?? 0),
    ),
  };
}

/** The lines of a stack from a place downwards, so far apart. */
function placeStack(
  stack: MeasuredLines,
  setting: Setting,
  from: number,
  gap: number,
  inkAt: (index: number) => Color,
): LetteringShape[] {
  let top = from;
  return stack.lines.flatMap((line, index): LetteringShape[] => {
    const size = stack.sizes[index] ?? 0;
    const shape = placeInk(line, size, [leftOf(line, size, stack, setting), top], inkAt(index));
    top += inkHeight(line, size) + gap;
    return shape === null ? [] : [shape];
  });
}
