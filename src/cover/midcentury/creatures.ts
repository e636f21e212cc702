import type { Point, Shape } from '../../drawing/drawing.ts';
import { overprint } from '../../drawing/overprint.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import { overlap, paper } from './scissors.ts';
import { measuresOf, penLine, shuffled, straight, type Table } from './table.ts';

/** A bird of four pieces on a twig, a disc behind. */
export function cutBird(table: Table): Shape[] {
  const { papers, scissors, random, box } = table;
  const { width, height } = measuresOf(table);
  const [first, second, third] = colorsOf(table);
  const side = random.pick([-1, 1]);
  const size = Math.min(width * 0.94, height * 0.98);
  const [middleX, middleY] = [box.left + width / 2, box.top + height * 0.5];
  const p = (x: number, y: number): Point => [middleX + side * x * size, middleY + y * size];
  const body = scissors.leaf(p(-0.4, 0.2), p(0.22, -0.14), 0.52);
  const wing = scissors.leaf(p(-0.3, -0.26), p(0.1, 0.12), 0.46);
  const tail = scissors.cut([p(-0.3, 0.12), p(-0.47, 0.37), p(-0.36, 0.41), p(-0.2, 0.17)]);
  const head = scissors.oval(p(0.22, -0.14), size * 0.1, size * 0.1);
  const sun = scissors.oval(p(0.08, -0.1), size * 0.34, size * 0.34);
  const legs = [0, 0.07].map(shift =>
    penLine(straight(p(-0.06 + shift, 0.14), p(-0.02 + shift, 0.32)), papers.ink, size * 0.008),
  );
  const twig = penLine(
    [
      { type: 'M', values: p(-0.47, 0.37) },
      { type: 'Q', values: [...p(0.05, 0.28), ...p(0.47, 0.35)] },
    ],
    papers.ink,
    size * 0.016,
  );
  return [
    paper(sun, third),
    paper(scissors.cut([p(0.29, -0.19), p(0.43, -0.12), p(0.29, -0.09)]), papers.ink),
    ...legs,
    twig,
    ...[0.24, 0.38].map(x => paper(scissors.leaf(p(x, 0.31), p(x + 0.13, 0.2), 0.46), x < 0.3 ? first : second)),
    paper(tail, papers.ink),
    paper(body, first),
    paper(head, first),
    paper(wing, second),
    overlap(body, wing, overprint(first, second)),
    ...[0.3, 0.5, 0.7].map(share =>
      penLine(
        straight(
          p(-0.3 + 0.4 * share - 0.03, -0.26 + 0.38 * share + 0.06),
          p(-0.3 + 0.4 * share + 0.05, -0.26 + 0.38 * share - 0.03),
        ),
        papers.sheet,
        size * 0.006,
      ),
    ),
    paper(scissors.oval(p(0.24, -0.16), size * 0.028, size * 0.028), papers.sheet),
    paper(scissors.oval(p(0.246, -0.158), size * 0.013, size * 0.013), papers.ink),
  ];
}

/** Three fish, one below the other, the middle one going the other way. */
export function cutFish(table: Table): Shape[] {
  const { papers, scissors, random, box } = table;
  const { width, height } = measuresOf(table);
  const colors = colorsOf(table);
  const count = height > width * 0.95 ? 3 : 2;
  const odd = random.pick([0, 1, 2]);
  const heading = random.pick([-1, 1]);
  const size = Math.min(width * 0.84, (height / (count + 0.3)) * 1.7);
  const bubbles = Array.from({ length: 4 }, (_, index): Shape => {
    return paper(
      scissors.oval(
        [box.left + width * random.between(0.1, 0.9), box.top + (height * (index + 0.5)) / 4.2],
        size * 0.018,
        size * 0.018,
      ),
      papers.ink,
    );
  });
  const fish = Array.from({ length: count }, (_, index) => {
    const color = colors[index % 3] ?? papers.ink;
    const other = colors[(index + 1) % 3] ?? papers.ink;
    const side = index === odd ? -heading : heading;
    const [x, y] = [
      box.left + width * (0.5 + random.between(-0.03, 0.03)),
      box.top + (height * (index + 0.65)) / (count + 0.3),
    ];
    const p = (across: number, down: number): Point => [x + side * across * size, y + down * size];
    const body = scissors.leaf(p(-0.36, 0), p(0.44, 0), 0.5);
    const tail = scissors.cut([p(-0.26, 0), p(-0.47, -0.15), p(-0.41, 0), p(-0.47, 0.15)]);
    const band = (at: number, wide: number) =>
      scissors.cut([p(at, -0.3), p(at + wide, -0.3), p(at + wide * 1.4, 0.3), p(at + wide * 0.4, 0.3)]);
    const stripes =
      index % 2 === 0
        ? [band(-0.16, 0.07), band(-0.03, 0.06), band(0.08, 0.045)]
        : [scissors.leaf(p(-0.3, 0), p(0.2, 0), 0.3)];
    return [
      paper(tail, other),
      paper(scissors.cut([p(-0.08, -0.15), p(0.06, -0.27), p(0.16, -0.14)]), papers.ink),
      paper(body, color),
      overlap(body, tail, overprint(color, other)),
      ...stripes.map(stripe => overlap(body, stripe, index % 2 === 0 ? overprint(color, other) : other)),
      paper(scissors.oval(p(0.28, -0.035), size * 0.037, size * 0.037), papers.sheet),
      paper(scissors.oval(p(0.287, -0.032), size * 0.017, size * 0.017), papers.ink),
    ];
  });
  return [...bubbles, ...fish.flat()];
}

/** A face of two halves that do not agree. */
export function cutMask(table: Table): Shape[] {
  const { papers, scissors, random, box } = table;
  const { width, height, unit } = measuresOf(table);
  const [first, second, third] = colorsOf(table);
  const [x, y] = [box.left + width / 2, box.top + height * 0.5];
  const size = Math.min(height * 0.4, width * 0.5);
  const p = (across: number, down: number): Point => [x + across * size, y + down * size];
  const face = scissors.oval([x, y], size * 0.7, size * 0.94);
  const half = scissors.cut([p(0, -1.2), p(1, -1.2), p(1, 1.2), p(0.02, 1.2)]);
  const eye = (side: number) => scissors.leaf(p(side * 0.13, -0.17), p(side * 0.53, -0.2), 0.48);
  const nose: PathStep[] = [
    ...straight(p(0, -0.52), p(0.015, 0.2)),
    { type: 'L', values: p(random.pick([-1, 1]) * 0.13, 0.22) },
  ];
  const rays = Array.from({ length: 16 }, (_, index) => {
    const angle = (index * Math.PI) / 8 + 0.2;
    const from: Point = [x + Math.cos(angle) * size * 0.84, y + Math.sin(angle) * size * 1.06];
    return penLine(
      straight(from, [x + Math.cos(angle) * size * 0.96, y + Math.sin(angle) * size * 1.18]),
      papers.ink,
      unit * 0.009,
    );
  });
  return [
    ...rays,
    paper(face, first),
    overlap(face, half, second),
    paper(eye(-1), papers.sheet),
    paper(eye(1), papers.sheet),
    paper(scissors.oval(p(-0.33, -0.185), size * 0.075, size * 0.09), papers.ink),
    paper(scissors.oval(p(0.33, -0.185), size * 0.075, size * 0.09), papers.ink),
    ...[-1, 1].map(side =>
      penLine(
        [
          { type: 'M', values: p(side * 0.1, -0.36) },
          { type: 'Q', values: [...p(side * 0.32, -0.47), ...p(side * 0.55, -0.35)] },
        ],
        papers.ink,
        size * 0.03,
      ),
    ),
    penLine(nose, papers.ink, size * 0.026),
    overlap(face, scissors.oval(p(-0.4, 0.22), size * 0.13, size * 0.13), third),
    paper(scissors.leaf(p(-0.24, 0.48), p(0.24, 0.48), 0.36), papers.ink),
    penLine(straight(p(-0.17, 0.48), p(0.17, 0.48)), papers.sheet, size * 0.012),
  ];
}

function colorsOf(table: Table): [string, string, string] {
  const [first = table.papers.ink, second = table.papers.ink, third = table.papers.ink] = shuffled(
    table.papers.colors,
    table.random,
  );
  return [first, second, third];
}
