import type { Color, LetteringShape, Shape } from '../../drawing/drawing.ts';
import { setLine, type SetLine, type TypeStyle } from '../../drawing/lettering.ts';
import { block, type Device, graphemesOf, inkWidth, placeInk, roomOf, type Setting } from './setting.ts';

/** One capital in each square of a table; one square is dark, those that are left over are full of colour. */
export const grid: Device = setting => {
  const { palette, random } = setting;
  const letters = graphemesOf(setting.capitals.replaceAll(' ', ''));
  if (letters.length < 3 || letters.length > 20 || joinedScripts.test(setting.text)) return null;
  const room = roomOf(setting);
  const columns = columnsFor(letters.length, room.width / room.height);
  const rows = Math.ceil(letters.length / columns);
  const cell = { columns, rows, wide: room.width / columns, tall: room.height / rows };
  const lines = letters.map(letter => setLine(letter, setting.style));
  const size = sizeIn(cell, lines, setting.style);
  const dark = Math.floor(random.between(0, letters.length));
  const filled = Array.from({ length: rows * columns }, (_, index): Shape[] => {
    const fill = index >= letters.length ? palette.accent : index === dark ? palette.ink : null;
    return fill === null ? [] : [square(setting, cell, index, fill)];
  });
  const lettering = lines.flatMap((line, index): LetteringShape[] => {
    const [left, top] = cornerOf(setting, cell, index);
    const baseline = top + (cell.tall + (setting.style.faces[0].capHeight * size) / 1000) / 2;
    const place = [left + (cell.wide - inkWidth(line, size)) / 2, baseline - (line.inkTop * size) / 1000] as const;
    const shape = placeInk(line, size, place, index === dark ? palette.ground : palette.ink);
    return shape === null ? [] : [shape];
  });
  return { shapes: [...filled.flat(), ...rulesOf(setting, cell)], lettering };
};

interface Cells {
  readonly columns: number;
  readonly rows: number;
  readonly wide: number;
  readonly tall: number;
}

/** As nearly square as can be, and with few squares over. */
function columnsFor(count: number, proportion: number): number {
  let best = 2;
  let bestCost = Infinity;
  for (let columns = 2; columns <= 4; columns += 1) {
    const rows = Math.ceil(count / columns);
    const cost = Math.abs(Math.log((rows / columns) * proportion)) + (rows * columns - count) * 0.12;
    if (cost < bestCost) [best, bestCost] = [columns, cost];
  }
  return best;
}

/** Every letter has its square to three quarters. */
function sizeIn({ wide, tall }: Cells, lines: readonly SetLine[], { faces }: TypeStyle): number {
  const widest = Math.max(1, ...lines.map(line => line.inkRight - line.inkLeft));
  const tallest = Math.max(
    1,
    faces[0].capHeight,
    ...lines.map(line => line.inkTop),
    ...lines.map(line => -2.6 * line.inkBottom),
  );
  return Math.min((1000 * wide * 0.76) / widest, (1000 * tall * 0.74) / tallest);
}

function cornerOf({ box }: Setting, { columns, wide, tall }: Cells, index: number): readonly [number, number] {
  return [box.left + (index % columns) * wide, box.top + Math.floor(index / columns) * tall];
}

function square(setting: Setting, cell: Cells, index: number, fill: Color): Shape {
  const [left, top] = cornerOf(setting, cell, index);
  return block(left, top, left + cell.wide, top + cell.tall, fill);
}

const hair = 3;

function rulesOf({ box, palette }: Setting, { columns, rows, wide, tall }: Cells): Shape[] {
  const level = Array.from({ length: rows + 1 }, (_, row) => box.top + row * tall);
  const upright = Array.from({ length: columns + 1 }, (_, column) => box.left + column * wide);
  return [
    ...level.map(y => block(box.left - hair / 2, y - hair / 2, box.right + hair / 2, y + hair / 2, palette.ink)),
    ...upright.map(x => block(x - hair / 2, box.top, x + hair / 2, box.bottom, palette.ink)),
  ];
}

/** Matches Arabic and Devanagari, whose letters join into words; not Latin, Greek or Han. */
const joinedScripts =
  /[\p{Script=Arabic}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gurmukhi}\p{Script=Mongolian}\p{Script=Syriac}\p{Script=Tamil}\p{Script=Thai}]/u;
