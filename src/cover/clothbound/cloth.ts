import { mixColors } from '../../drawing/color.ts';
import type { Color, PathShape, Shape, StrokeShape } from '../../drawing/drawing.ts';
import { boxOutline } from '../../drawing/lines.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { CoverCanvas } from '../coverDesign.ts';
import type { SeededRandom } from '../seededRandom.ts';

/** Between two threads: eight pixels of a shop's picture, so that its compression sees the same block again and again. */
const threadPitch = 5;

/** Woven cloth over boards: threads both ways, here and there a thicker one, light from the left, the joint at the spine. */
export function clothShapes(canvas: CoverCanvas, cloth: Color, random: SeededRandom): Shape[] {
  const { widthUnits, heightUnits, bleedUnits } = canvas;
  const [left, top, right, bottom] = [-bleedUnits, -bleedUnits, widthUnits + bleedUnits, heightUnits + bleedUnits];
  const upright = lines(left, right, x => [x, top, x, bottom]);
  const level = lines(top, bottom, y => [left, y, right, y]);
  const slubs = (count: number, isLevel: boolean): PathStep[] =>
    Array.from({ length: count }, () => {
      const [x, y] = [snapped(random.between(left, right)), snapped(random.between(top, bottom))];
      const length = random.between(30, 150);
      return line(isLevel ? [x, y, x + length, y] : [x, y, x, y + length]);
    }).flat();
  return [
    lightFrom(canvas, cloth),
    thread(level, '#000000', 2.2, 0.1),
    thread(upright, '#ffffff', 1.5, 0.05),
    thread(slubs(50, true), '#000000', 3, 0.06),
    thread(slubs(50, false), '#ffffff', 3, 0.05),
    ...joint(canvas),
  ];
}

function lines(from: number, to: number, place: (at: number) => readonly number[]): PathStep[] {
  const steps: PathStep[] = [];
  for (let at = Math.ceil(from / threadPitch) * threadPitch; at <= to; at += threadPitch)
    steps.push(...line(place(at)));
  return steps;
}

function line(values: readonly number[]): PathStep[] {
  return [
    { type: 'M', values: values.slice(0, 2) },
    { type: 'L', values: values.slice(2) },
  ];
}

function snapped(at: number): number {
  return Math.round(at / threadPitch) * threadPitch;
}

function thread(steps: readonly PathStep[], stroke: Color, widthUnits: number, opacity: number): StrokeShape {
  return { type: 'stroke', steps, stroke, widthUnits, opacity };
}

function lightFrom({ widthUnits, heightUnits, bleedUnits }: CoverCanvas, cloth: Color): PathShape {
  return {
    type: 'path',
    steps: boxOutline({
      left: -bleedUnits,
      top: -bleedUnits,
      right: widthUnits + bleedUnits,
      bottom: heightUnits + bleedUnits,
    }),
    fill: {
      type: 'radialGradient',
      center: [widthUnits * 0.32, heightUnits * 0.22],
      radius: heightUnits * 0.95,
      stops: [
        { offset: 0, color: cloth, opacity: 1 },
        { offset: 0.55, color: mixColors(cloth, '#000000', 0.06), opacity: 1 },
        { offset: 1, color: mixColors(cloth, '#000000', 0.26), opacity: 1 },
      ],
    },
    opacity: 1,
  };
}

/** The groove along which the board opens. */
function joint({ heightUnits, bleedUnits }: CoverCanvas): PathShape[] {
  const box = { left: jointLeft, right: jointRight, top: -bleedUnits, bottom: heightUnits + bleedUnits };
  const stops = [
    { offset: 0, color: '#ffffff', opacity: 0.06 },
    { offset: 0.3, color: '#000000', opacity: 0.3 },
    { offset: 0.62, color: '#000000', opacity: 0.12 },
    { offset: 0.8, color: '#ffffff', opacity: 0.14 },
    { offset: 1, color: '#ffffff', opacity: 0 },
  ];
  return [
    {
      type: 'path',
      steps: boxOutline(box),
      fill: { type: 'linearGradient', from: [jointLeft, 0], to: [jointRight, 0], stops },
      opacity: 1,
    },
  ];
}

const jointLeft = 16;
const jointRight = 46;
