import type { Color, Shape } from '../../drawing/drawing.ts';
import { mixColors } from '../../drawing/color.ts';
import { softOutline } from '../../drawing/lines.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import { isolines } from './isolines.ts';
import type { SurveyedLand } from './land.ts';
import type { MapPalette } from './palettes.ts';

/** Tints of height and depth with their isolines: every fourth one on land is heavier, as surveyors have it. */
export function reliefShapes(land: SurveyedLand, palette: MapPalette): Shape[] {
  const outline = (level: number) => isolines(land.grid, level).flatMap(softOutline);
  const { waterLevel, lowest, highest } = land;
  const shapes: Shape[] = [];
  for (const [index, share] of depthShares.entries()) {
    const steps = outline(lowest + (waterLevel - lowest) * share);
    const fill = palette.water[1 - index] ?? palette.water[0];
    shapes.push({ type: 'path', steps, fill, opacity: 1 }, lineShape(steps, mixColors(fill, palette.shore, 0.3), 1.3));
  }
  for (let step = 0; step < landSteps; step += 1) {
    const steps = outline(waterLevel + ((highest - waterLevel) * step) / landSteps);
    const fill = landTint(palette, step / (landSteps - 1));
    shapes.push({ type: 'path', steps, fill, opacity: 1 });
    shapes.push(step === 0 ? lineShape(steps, palette.shore, 3.4) : contourLine(steps, step, fill, palette));
  }
  return shapes;
}

/** Where the water's isolines run, from the deepest ground to the shore. */
const depthShares = [0.45, 0.76] as const;

const landSteps = 12;

function contourLine(steps: readonly PathStep[], step: number, tint: Color, { contour }: MapPalette): Shape {
  const isIndex = step % 4 === 0;
  return lineShape(steps, mixColors(tint, contour, isIndex ? 0.9 : 0.55), isIndex ? 3 : 1.5);
}

function lineShape(steps: readonly PathStep[], stroke: Color, widthUnits: number): Shape {
  return { type: 'stroke', steps, stroke, widthUnits, opacity: 1 };
}

function landTint({ land }: MapPalette, share: number): Color {
  const place = share * (land.length - 1);
  const index = Math.floor(place);
  const below = land[index] ?? land[0];
  return mixColors(below, land[index + 1] ?? below, place - index);
}
