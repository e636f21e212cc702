import type { Point, Shape } from '../../drawing/drawing.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import { paper } from './scissors.ts';
import { measuresOf, shuffled, type Table } from './table.ts';

/** A sheet of square tiles: triangles, quarter circles, leaves and discs, by one rule for the whole. */
export function cutTiles(table: Table): Shape[] {
  const { papers, scissors, random, outer, box } = table;
  const { width, height } = measuresOf(table);
  const columns = random.pick([4, 5, 5]);
  const cell = width / columns;
  const rows = Math.max(1, Math.round(height / cell));
  const tall = height / rows;
  const kinds = shuffled(['triangle', 'triangle', 'quarter', 'leaf', 'disc', 'hourglass'] as const, random).slice(0, 3);
  const colors = [...shuffled(papers.colors, random), papers.ink];
  const turnRule = random.pick([
    (x: number, y: number) => x + y,
    (x: number, y: number) => x + 2 * y,
    (x: number, y: number) => x * y + x,
    null,
  ]);
  const shapes: Shape[] = [];
  for (let row = -1; row <= rows; row += 1) {
    for (let column = -1; column <= columns; column += 1) {
      const [left, top] = [box.left + column * cell, box.top + row * tall];
      if (left >= outer.right || left + cell <= outer.left || top >= outer.bottom || top + tall <= outer.top) continue;
      const turn = turnRule === null ? Math.floor(random.between(0, 4)) : turnRule(column + 4, row + 4) % 4;
      const kind = kinds[Math.floor(random.between(0, 3))] ?? 'triangle';
      const [front, back] = [Math.floor(random.between(0, 4)), Math.floor(random.between(0, 6))];
      const place = placeIn([left + cell / 2, top + tall / 2], cell, tall, turn);
      if (back !== front && colors[back] !== undefined)
        shapes.push(
          paper(
            scissors.cut([place(-1.01, -1.01), place(1.01, -1.01), place(1.01, 1.01), place(-1.01, 1.01)]),
            colors[back],
          ),
        );
      shapes.push(...tilePieces(kind, place, table).map(steps => paper(steps, colors[front] ?? papers.ink)));
    }
  }
  return [{ type: 'group', clip: null, blend: 'normal', opacity: 1, shapes }];
}

type Place = (x: number, y: number) => Point;

/** Places of a tile from -1 to 1, turned by quarters. */
function placeIn([x, y]: Point, wide: number, tall: number, turn: number): Place {
  return (across, down) => {
    const [a, b] = (
      [
        [across, down],
        [-down, across],
        [-across, -down],
        [down, -across],
      ] as const
    )[turn % 4] ?? [across, down];
    return [x + (a * wide) / 2, y + (b * tall) / 2];
  };
}

function tilePieces(
  kind: 'triangle' | 'quarter' | 'leaf' | 'disc' | 'hourglass',
  place: Place,
  { scissors }: Table,
): PathStep[][] {
  switch (kind) {
    case 'triangle':
      return [scissors.cut([place(-1, -1), place(1, -1), place(-1, 1)])];
    case 'hourglass':
      return [
        scissors.cut([place(-1, -1), place(1, -1), place(0, 0)]),
        scissors.cut([place(-1, 1), place(1, 1), place(0, 0)]),
      ];
    case 'leaf':
      return [scissors.leaf(place(-0.96, -0.96), place(0.96, 0.96), 0.62)];
    case 'disc': {
      const [[left], [right], [, top], [, bottom], [x, y]] = [
        place(-1, 0),
        place(1, 0),
        place(0, -1),
        place(0, 1),
        place(0, 0),
      ];
      return [
        scissors.oval(
          [x, y],
          (Math.abs(right - left) + Math.abs(bottom - top)) * 0.19,
          (Math.abs(right - left) + Math.abs(bottom - top)) * 0.19,
        ),
      ];
    }
    case 'quarter': {
      const arc = Array.from({ length: 8 }, (_, index): Point => {
        const angle = (index * Math.PI) / 14;
        return place(-1 + 2 * Math.cos(angle), -1 + 2 * Math.sin(angle));
      });
      return [scissors.cut([place(-1, -1), ...arc])];
    }
  }
}

/** Houses of a town on a hill, with their windows. */
export function cutTown(table: Table): Shape[] {
  const { papers, scissors, random, box, outer } = table;
  const { width, height, unit } = measuresOf(table);
  const colors = shuffled([...papers.colors, papers.ink], random);
  const sun = scissors.oval(
    [box.left + width * random.pick([0.28, 0.7]), box.top + height * 0.22],
    unit * 0.16,
    unit * 0.16,
  );
  const shapes: Shape[] = [paper(sun, colors[0] ?? papers.ink)];
  const rows = 3;
  for (let row = 0; row < rows; row += 1) {
    const foot = box.top + height * (0.66 + 0.2 * row);
    const step = width * (0.2 + 0.03 * row);
    let left = outer.left - step * random.between(0.2, 0.8);
    for (let index = 0; left < outer.right; index += 1) {
      const wide = step * random.between(0.72, 1.1);
      const eaves = foot - height * random.between(0.13, 0.3);
      const roof = Math.min(wide * random.between(0.4, 0.75), height * 0.16);
      const color = colors[(index + row * 2) % colors.length] ?? papers.ink;
      const peak = left + wide * random.pick([0.5, 0.5, 0.3, 0.7]);
      shapes.push(
        paper(
          scissors.cut([
            [left, outer.bottom + 9],
            [left, eaves],
            [peak, eaves - roof],
            [left + wide, eaves],
            [left + wide, outer.bottom + 9],
          ]),
          color,
        ),
      );
      const pane = wide * 0.13;
      const light = color === papers.ink ? papers.colors[1] : papers.sheet;
      for (const [x, y] of [
        [0.24, 0.2],
        [0.62, 0.2],
        [0.24, 0.62],
        [0.62, 0.62],
      ] as const) {
        if (random.chance(0.7))
          shapes.push(
            paper(
              scissors.box({
                left: left + wide * x,
                right: left + wide * x + pane,
                top: eaves + height * 0.12 * y,
                bottom: eaves + height * 0.12 * y + pane * 1.4,
              }),
              light,
            ),
          );
      }
      left += wide + step * random.between(-0.12, 0.06);
    }
  }
  return shapes;
}
