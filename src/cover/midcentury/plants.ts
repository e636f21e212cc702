import type { Color, Point, Shape } from '../../drawing/drawing.ts';
import { overprint } from '../../drawing/overprint.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import { overlap, paper } from './scissors.ts';
import { measuresOf, penLine, shuffled, straight, type Table } from './table.ts';

/** Leaves that fan out of a pot, each over its neighbour, before a disc. */
export function cutLeaves(table: Table): Shape[] {
  const { papers, scissors, random, box } = table;
  const { width, height, unit, at } = measuresOf(table);
  const count = random.pick([5, 6, 7]);
  const potHeight = height * 0.2;
  const foot: Point = [box.left + width / 2, box.bottom - height * 0.05 - potHeight * 0.8];
  const reach = Math.min(foot[1] - box.top - height * 0.06, width * 0.62);
  const spread = random.between(1.05, 1.3);
  const colors = shuffled(papers.colors, random);
  const leaves = Array.from({ length: count }, (_, index) => {
    const angle = -Math.PI / 2 + spread * ((2 * index) / (count - 1) - 1);
    const length = reach * (index % 2 === 0 ? 1 : 0.84) * (0.8 + 0.2 * Math.sin(-angle));
    const tip: Point = [foot[0] + Math.cos(angle) * length, foot[1] + Math.sin(angle) * length];
    return { outline: scissors.leaf(foot, tip, 0.4), tip, color: colors[index % colors.length] ?? papers.ink };
  });
  const sun = scissors.oval(
    [box.left + width * random.pick([0.24, 0.76]), box.top + unit * 0.25],
    unit * 0.17,
    unit * 0.17,
  );
  return [
    paper(sun, colors[1] ?? papers.ink),
    ...leaves.flatMap(({ outline, color }) => paper(outline, color)),
    ...crossings(leaves),
    ...leaves.map(({ tip }) =>
      penLine(
        straight(foot, [foot[0] + (tip[0] - foot[0]) * 0.86, foot[1] + (tip[1] - foot[1]) * 0.86]),
        papers.sheet,
        unit * 0.006,
      ),
    ),
    paper(
      scissors.cut([at(0.5 - 0.14, 0.95 - 0.2), at(0.5 + 0.14, 0.95 - 0.2), at(0.5 + 0.1, 0.97), at(0.5 - 0.1, 0.97)]),
      papers.ink,
    ),
  ];
}

interface ColoredPiece {
  readonly outline: PathStep[];
  readonly color: Color;
}

/** Neighbours' overlaps in the colour that both make. */
function crossings(pieces: readonly ColoredPiece[]): Shape[] {
  return pieces.slice(1).map((piece, index) => {
    const before = pieces[index] ?? piece;
    return overlap(before.outline, piece.outline, overprint(before.color, piece.color));
  });
}

/** Tall crowns on thin trunks, one over the other, and a disc low between them. */
export function cutGrove(table: Table): Shape[] {
  const { papers, scissors, random, box, outer } = table;
  const { width, height, unit } = measuresOf(table);
  const count = random.pick([4, 5, 6]);
  const ground = box.bottom - height * 0.12;
  const colors = shuffled(papers.colors, random);
  const isPointed = random.chance(0.5);
  const trees = Array.from({ length: count }, (_, index) => {
    const x = box.left + width * (0.12 + (0.76 * (index + random.between(-0.16, 0.16))) / (count - 1));
    const crown = height * random.between(0.42, 0.66);
    const top = ground - crown - height * random.between(0.08, 0.18);
    const across = (width / count) * random.between(0.58, 0.74);
    const [tip, end]: [Point, Point] = [
      [x, Math.max(top, box.top + height * 0.04)],
      [x, top + crown],
    ];
    const length = end[1] - tip[1];
    const outline = isPointed
      ? scissors.leaf(tip, end, Math.min(0.66, (across * 2.1) / length))
      : scissors.oval([x, (tip[1] + end[1]) / 2], across, length / 2);
    return { x, tip, end, outline, color: colors[index % colors.length] ?? papers.ink };
  });
  const sun = scissors.oval(
    [box.left + width * random.between(0.3, 0.7), box.top + height * 0.26],
    unit * 0.2,
    unit * 0.2,
  );
  return [
    paper(sun, colors[2] ?? papers.ink),
    ...trees.map(({ outline, color }) => paper(outline, color)),
    ...crossings(trees),
    ...trees.flatMap(({ x, tip, end }, index) => [
      penLine(straight([x, tip[1] + (end[1] - tip[1]) * 0.25], [x, ground + 20]), papers.ink, unit * 0.009),
      ...[0.45, 0.6, 0.75].map((share, twig) => {
        const y = tip[1] + (end[1] - tip[1]) * share;
        const side = (twig + index) % 2 === 0 ? 1 : -1;
        return penLine(
          straight([x, y], [x + side * (width / count) * 0.24, y - height * 0.045]),
          papers.ink,
          unit * 0.006,
        );
      }),
    ]),
    paper(
      scissors.cut([
        [outer.left, ground + height * 0.02],
        [box.left + width * 0.4, ground - height * 0.012],
        [outer.right, ground + height * 0.015],
        [outer.right, outer.bottom + 9],
        [outer.left, outer.bottom + 9],
      ]),
      papers.ink,
    ),
  ];
}
