import { mixColors } from '../../drawing/color.ts';
import type { Color, LinearGradient, Shape } from '../../drawing/drawing.ts';
import { polygon } from '../../drawing/outline.ts';
import { contourStrokes, hatching, shadedFlanks } from './carving.ts';
import type { Profile, Stage } from './stage.ts';
import { groundOutline, rollingProfile, sampledXs } from './terrain.ts';

/** One fold of land: what shows of it between its own crest and the next one's. */
export interface LandFold {
  readonly crest: Profile;
  /** The crest of the fold before it. */
  readonly nextCrest: Profile;
  /** 0 is the farthest, 3 the nearest. */
  readonly depth: 0 | 1 | 2 | 3;
  readonly carving: 'contours' | 'flanks' | 'none';
}

/** A fold of land in its ink, which thins into mist downhill, with the light and the shade carved into it. */
export function landShapes(fold: LandFold, stage: Stage): Shape[] {
  const ground: Shape = {
    type: 'path',
    steps: groundOutline(fold.crest, stage.heightUnits),
    fill: mistyInk(fold, stage),
    opacity: 1,
  };
  switch (fold.carving) {
    case 'none':
      return [ground];
    case 'flanks':
      return [ground, ...flankShapes(fold, stage)];
    case 'contours':
      return [ground, ...contourShapes(fold, stage)];
  }
}

/** The shaded sides of peaks: a tint, and strokes over it. */
function flankShapes({ crest, depth }: LandFold, stage: Stage): Shape[] {
  const { palette, light } = stage;
  const ink = palette.land[depth];
  const lightX = light.center[0];
  const flanks = shadedFlanks(crest, lightX, stage.random(`carving ${depth}`));
  const strokes = flanks.flatMap(flank => {
    const isRightOfLight = (flank[0]?.[0] ?? 0) > lightX;
    return hatching(flank, isRightOfLight ? flankAngle : Math.PI - flankAngle, 8, 3.6);
  });
  const shadeOf = (share: number) => fadingInk(mixColors(ink, palette.foreground, share), crest);
  return [
    { type: 'path', steps: flanks.flatMap(polygon), fill: shadeOf(0.42), opacity: 0.75 },
    { type: 'path', steps: strokes, fill: shadeOf(0.7), opacity: 0.7 },
  ];
}

/** Contour lines of shade on the slopes that turn away from the light, and of light on those towards it. */
function contourShapes({ crest, nextCrest, depth }: LandFold, stage: Stage): Shape[] {
  const { palette, light } = stage;
  const ink = palette.land[depth];
  const random = stage.random(`carving ${depth}`);
  const carving = { floor: nextCrest, spacing: 7 + 2.4 * depth, lineCount: 20, lightX: light.center[0] };
  const shade = contourStrokes(crest, { ...carving, side: 'shaded' }, random);
  const shine = contourStrokes(crest, { ...carving, side: 'lit' }, random);
  return [
    { type: 'path', steps: shade, fill: mixColors(ink, palette.foreground, 0.42), opacity: 1 },
    { type: 'path', steps: shine, fill: mixColors(ink, palette.glow, depth === 3 ? 0.3 : 0.42), opacity: 1 },
  ];
}

/** How steeply the strokes on a shaded flank fall, in radians. */
const flankAngle = 1.02;

/** An ink that has gone by the time the mist begins. */
function fadingInk(color: Color, crest: Profile): LinearGradient {
  const heights = sampledXs.map(crest);
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  const stops = [
    { offset: 0, color, opacity: 1 },
    { offset: 0.45, color, opacity: 0.8 },
    { offset: 1, color, opacity: 0 },
  ];
  return { type: 'linearGradient', from: [0, top], to: [0, bottom + 60], stops };
}

function mistyInk(fold: LandFold, stage: Stage): LinearGradient {
  const { palette } = stage;
  const ink = palette.land[fold.depth];
  const top = Math.min(...sampledXs.map(fold.crest));
  const bottom = Math.max(...sampledXs.map(fold.nextCrest));
  const mist = mixColors(ink, palette.glow, 0.5 - 0.11 * fold.depth);
  return {
    type: 'linearGradient',
    from: [0, top],
    to: [0, Math.max(bottom, top + 40)],
    stops: [
      { offset: 0, color: ink, opacity: 1 },
      { offset: 0.35, color: ink, opacity: 1 },
      { offset: 1, color: mist, opacity: 1 },
    ],
  };
}

/** The nearest ground: dark and flat, with a few strokes of grass light along its brow. The names stand on it. */
export function foregroundShapes(stage: Stage, crest: Profile): Shape[] {
  const { palette } = stage;
  const random = stage.random('foreground carving');
  const carving = {
    floor: () => Math.min(stage.heightUnits, stage.foreTop + 88),
    spacing: 12,
    lineCount: 5,
    lightX: stage.light.center[0],
    side: 'lit' as const,
  };
  const strokes = contourStrokes(crest, carving, random);
  return [
    { type: 'path', steps: groundOutline(crest, stage.heightUnits), fill: palette.foreground, opacity: 1 },
    { type: 'path', steps: strokes, fill: mixColors(palette.foreground, palette.land[2], 0.75), opacity: 1 },
  ];
}

/** The brow of the nearest ground: never above `foreTop`, at most 46 units below it. */
export function foregroundCrest(stage: Stage): Profile {
  return rollingProfile(stage.foreTop + 23, 23, stage.random('foreground'));
}
