import type { Point, Shape } from '../../drawing/drawing.ts';
import { overprint } from '../../drawing/overprint.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import { overlap, paper } from './scissors.ts';
import { measuresOf, penLine, shuffled, straight, type Table } from './table.ts';

/** A mobile: pieces of paper on thin arms that balance each other. */
export function cutMobile(table: Table): Shape[] {
  const { papers, scissors, random, box, outer } = table;
  const { width, height, unit } = measuresOf(table);
  const colors = shuffled([...papers.colors, papers.ink], random);
  const pen = unit * 0.0075;
  const shapes: Shape[] = [];
  let side = random.pick([-1, 1]);
  let hook: Point = [box.left + width * (0.5 - side * 0.02), box.top + height * 0.11];
  shapes.push(penLine(straight([hook[0], outer.top - 4], hook), papers.ink, pen));
  const arms = height > width * 0.8 ? 4 : 3;
  const sag = height * 0.04;
  for (let arm = 0; arm < arms; arm += 1) {
    const [long, short] = [width * (armLengths[arm] ?? 0.2), width * 0.13];
    const heavy: Point = [hook[0] + side * long, hook[1] + sag];
    const light: Point = [hook[0] - side * short, hook[1] + sag];
    shapes.push(penLine(armLine(hook, heavy, light), papers.ink, pen * 1.4));
    const size = unit * random.between(0.125, 0.155) * (1 - arm * 0.07);
    const color = colors[arm % colors.length] ?? papers.ink;
    const other = colors[(arm + 1) % colors.length] ?? papers.ink;
    const top: Point = [heavy[0], heavy[1] + height * 0.035];
    shapes.push(penLine(straight(heavy, top), papers.ink, pen), ...hungPiece(table, top, size, color, other));
    hook = [light[0], light[1] + height * (0.56 / arms) * random.between(0.85, 1)];
    shapes.push(penLine(straight(light, hook), papers.ink, pen));
    side = -side;
  }
  const weight = scissors.oval([hook[0], hook[1] + unit * 0.075], unit * 0.075, unit * 0.075);
  return [...shapes, paper(weight, colors[3] ?? papers.ink)];
}

/** From the hook to the heavy end, as shares of the width; the light end is always as near, so that the whole stays in sight. */
const armLengths = [0.31, 0.3, 0.24, 0.2];

/** A bow from the heavy end up over the hook and down to the light end. */
function armLine([x, y]: Point, heavy: Point, light: Point): PathStep[] {
  const lift = (heavy[1] - y) * 0.9;
  return [
    { type: 'M', values: heavy },
    { type: 'Q', values: [x + (heavy[0] - x) * 0.4, y - lift, x, y] },
    { type: 'Q', values: [x + (light[0] - x) * 0.4, y - lift * 0.6, ...light] },
  ];
}

function hungPiece({ scissors, random }: Table, [x, y]: Point, size: number, color: string, other: string): Shape[] {
  switch (random.pick(['leaf', 'oval', 'kite', 'pair'] as const)) {
    case 'leaf':
      return [paper(scissors.leaf([x, y], [x + size * random.between(-0.5, 0.5), y + size * 2.1], 0.5), color)];
    case 'oval':
      return [paper(scissors.oval([x, y + size * 0.72], size * 0.98, size * 0.74, random.between(-0.4, 0.4)), color)];
    case 'kite':
      return [
        paper(
          scissors.cut([
            [x, y],
            [x + size * 0.85, y + size * 0.7],
            [x + size * 0.1, y + size * 2],
            [x - size * 0.7, y + size * 0.55],
          ]),
          color,
        ),
      ];
    case 'pair': {
      const first = scissors.oval([x - size * 0.2, y + size * 0.85], size * 0.62, size * 0.88, 0.3);
      const second = scissors.oval([x + size * 0.32, y + size * 1.1], size * 0.6, size * 0.84, -0.4);
      return [paper(first, color), paper(second, other), overlap(first, second, overprint(color, other))];
    }
  }
}

/** A star of needles with a bead at each end, over two boomerangs. */
export function cutStarburst(table: Table): Shape[] {
  const { papers, scissors, random, box } = table;
  const { width, height } = measuresOf(table);
  const [first = papers.ink, second = papers.ink, third = papers.ink] = shuffled(papers.colors, random);
  const [x, y] = [box.left + width / 2, box.top + height / 2];
  const size = Math.min(width * 0.44, height * 0.45);
  const bent = random.between(0, Math.PI * 2);
  const boomerang = (turn: number, reach: number, sweep: number): PathStep[] => {
    const points = (radius: (share: number) => number): Point[] =>
      Array.from({ length: 11 }, (_, index) => {
        const share = index / 10;
        const angle = turn + (share - 0.5) * sweep;
        return [x + Math.cos(angle) * radius(share) * size, y + Math.sin(angle) * radius(share) * size];
      });
    const belly = (share: number) => Math.sin(Math.PI * share);
    return scissors.cut([
      ...points(share => reach + 0.06 + 0.16 * belly(share)),
      ...points(share => reach - 0.06 - 0.3 * belly(share)).reverse(),
    ]);
  };
  const [one, two] = [boomerang(bent, 0.62, 2.7), boomerang(bent + Math.PI * 0.72, 0.6, 2.6)];
  const needles = random.pick([12, 14, 16]);
  const spikes = Array.from({ length: needles }, (_, index) => {
    const angle = (index * 2 * Math.PI) / needles + bent;
    const reach = size * (index % 2 === 0 ? 0.96 : 0.62);
    const at = (radius: number, off: number): Point => [
      x + Math.cos(angle + off) * radius,
      y + Math.sin(angle + off) * radius,
    ];
    return {
      outline: scissors.cut([at(size * 0.1, -0.3), at(reach, 0), at(size * 0.1, 0.3)]),
      tip: at(reach, 0),
      isLong: index % 2 === 0,
    };
  });
  return [
    paper(one, first),
    paper(two, second),
    overlap(one, two, overprint(first, second)),
    ...spikes.map(({ outline }) => paper(outline, papers.ink)),
    ...spikes.map(({ tip, isLong }) =>
      paper(
        scissors.oval(tip, size * (isLong ? 0.045 : 0.03), size * (isLong ? 0.045 : 0.03)),
        isLong ? third : papers.ink,
      ),
    ),
    paper(scissors.oval([x, y], size * 0.16, size * 0.16), third),
    paper(scissors.oval([x, y], size * 0.06, size * 0.06), papers.sheet),
  ];
}
