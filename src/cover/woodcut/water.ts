import { mixColors } from '../../drawing/color.ts';
import type { LinearGradient, Shape } from '../../drawing/drawing.ts';
import { lens, polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import { strokesAlong } from './carving.ts';
import { coverWidth, overscan, type Profile, type Stage } from './stage.ts';
import { noise, sampledXs } from './terrain.ts';

/**
 * Open water from `shore` down to the nearest ground: graded ink, waves cut as level strokes that grow with nearness,
 * and the road of light under the sun or moon.
 */
export function waterShapes(stage: Stage, shore: number): Shape[] {
  const { palette } = stage;
  const bottom = stage.foreTop + 160;
  const near = palette.land[2];
  const fill: LinearGradient = {
    type: 'linearGradient',
    from: [0, shore],
    to: [0, bottom],
    stops: [
      { offset: 0, color: mixColors(palette.glow, palette.land[0], 0.55), opacity: 1 },
      { offset: 0.45, color: palette.land[1], opacity: 1 },
      { offset: 1, color: near, opacity: 1 },
    ],
  };
  return [
    { type: 'path', steps: band(shore, bottom), fill, opacity: 1 },
    { type: 'path', steps: waves(stage, shore, bottom, 'trough'), fill: palette.land[3], opacity: 0.5 },
    {
      type: 'path',
      steps: waves(stage, shore, bottom, 'crest'),
      fill: mixColors(palette.glow, palette.land[0], 0.3),
      opacity: 0.7,
    },
    { type: 'path', steps: lightRoad(stage, shore, bottom), fill: palette.disc, opacity: 1 },
  ];
}

/** Land standing on its head in still water, somewhat shortened. */
export function reflectionShape(stage: Stage, crest: Profile, shore: number, opacity: number): Shape {
  const mirrored = sampledXs.map(x => [x, shore + (shore - Math.min(shore, crest(x))) * 0.72] as const);
  const steps = polygon([[sampledXs[0] ?? 0, shore], ...mirrored, [sampledXs.at(-1) ?? coverWidth, shore]]);
  return { type: 'path', steps, fill: stage.palette.land[2], opacity };
}

function band(top: number, bottom: number): PathStep[] {
  return polygon([
    [-overscan, top],
    [coverWidth + overscan, top],
    [coverWidth + overscan, bottom],
    [-overscan, bottom],
  ]);
}

/** Broken level strokes, closer and finer towards the far shore. */
function waves(stage: Stage, shore: number, bottom: number, name: 'trough' | 'crest'): PathStep[] {
  const random = stage.random(`water ${name}`);
  const steps: PathStep[] = [];
  const gapAt = (y: number) => 6 + 20 * ((y - shore) / (bottom - shore));
  for (let y = shore + (name === 'crest' ? 6 : 9); y < bottom; y += gapAt(y)) {
    const gap = gapAt(y);
    const unrest = noise(random, 40 + gap * 6);
    const ripple = noise(random, 20 + gap * 2);
    const row = y;
    steps.push(
      ...strokesAlong(
        x => row + ripple(x) * gap * 0.08,
        x => gap * (0.34 * unrest(x) + (name === 'crest' ? -0.02 : 0.06)),
      ),
    );
  }
  return steps;
}

/** The broken road that a light lays on water: narrow on the horizon, wide and loose near by. */
function lightRoad(stage: Stage, shore: number, bottom: number): PathStep[] {
  const random = stage.random('light road');
  const [lightX] = stage.light.center;
  const steps: PathStep[] = [];
  for (let y = shore + 3; y < bottom - 30;) {
    const share = (y - shore) / (bottom - shore);
    const reach = stage.light.radius * (0.55 + 0.75 * share);
    const pieces = random.chance(0.35 + share * 0.4) ? 2 : 1;
    for (let piece = 0; piece < pieces; piece += 1) {
      const half = reach * random.between(0.25, 0.95) * (1 - share * 0.45);
      const x = lightX + reach * random.between(-0.5, 0.5) * (0.3 + share);
      steps.push(...lens(x - half, x + half, y, 3 + share * 9));
    }
    y += 6 + share * 15;
  }
  return steps;
}
