import { mixColors } from '../../drawing/color.ts';
import type { Point, Shape } from '../../drawing/drawing.ts';
import { circleOutline, lens, polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import { strokesAlong } from './carving.ts';
import { coverWidth, type Light, type Profile, type Stage } from './stage.ts';
import { noise } from './terrain.ts';

/** The sky from the title down: light cut into it line by line towards the horizon, stars at night, sun or moon. */
export function skyShapes(stage: Stage): Shape[] {
  const { palette, light } = stage;
  return [
    { type: 'path', steps: glowLines(stage), fill: palette.glow, opacity: 1 },
    ...(palette.isNight ? [{ type: 'path' as const, steps: stars(stage), fill: palette.disc, opacity: 1 }] : []),
    ...cloudShapes(stage),
    ...lightShapes(light, stage),
  ];
}

/** Between the lines of the sky. */
const lineSpacing = 9;

/** Level lines that swell towards the horizon until they all but touch, and somewhat around a full sun or moon. */
function glowLines(stage: Stage): PathStep[] {
  const { light, horizon, skyTop } = stage;
  const random = stage.random('sky lines');
  const first = Math.min(skyTop + 46, horizon - 40);
  const steps: PathStep[] = [];
  for (let y = first; y < horizon + 260; y += lineSpacing) {
    const share = (y - first) / (horizon - first);
    const unrest = noise(random, 160);
    const curve: Profile = x => y + unrest(x) * 0.5;
    const tone: Profile = x => {
      const fray = 0.16 * unrest(x * 0.7 + 140) * (1 - share);
      return Math.min(0.98, share ** 1.7) + halo(light, x, y) * Math.min(1, 0.25 + share * 1.6) + fray - 0.07;
    };
    steps.push(...strokesAlong(curve, x => lineSpacing * Math.min(1.02, tone(x))));
  }
  return steps;
}

function halo({ center, radius, phase }: Light, x: number, y: number): number {
  if (phase === 'crescent') return 0;
  const distance = Math.max(0, Math.hypot(x - center[0], y - center[1]) - radius);
  return 0.5 * Math.exp(-distance / (radius * 1.3));
}

/** Stars strewn as nature does not: one to a field of a grid, most fields empty, so that none huddle. */
function stars(stage: Stage): PathStep[] {
  const random = stage.random('stars');
  const steps: PathStep[] = [];
  const lowest = stage.skyTop + (stage.horizon - stage.skyTop) * 0.5;
  const field = 62;
  for (let top = stage.skyTop + 24; top < lowest; top += field) {
    for (let left = 24; left < coverWidth - 24; left += field) {
      const place: Point = [left + random.between(0, field * 0.8), top + random.between(0, field * 0.8)];
      const size = random.between(1.6, 3.2) * (random.chance(0.16) ? 2.1 : 1);
      const distance = Math.hypot(place[0] - stage.light.center[0], place[1] - stage.light.center[1]);
      const isShown = random.chance(0.62) && place[0] < coverWidth - 24;
      if (isShown && distance > stage.light.radius * 1.4) steps.push(...star(place, size));
    }
  }
  return steps;
}

/** Small stars are dots, big ones have four rays. */
function star([x, y]: Point, size: number): PathStep[] {
  if (size < 4) return circleOutline([x, y], size * 0.8);
  const waist = size * 0.22;
  const rays: Point[] = [
    [x, y - size * 1.9],
    [x + waist, y - waist],
    [x + size * 1.5, y],
    [x + waist, y + waist],
    [x, y + size * 1.9],
    [x - waist, y + waist],
    [x - size * 1.5, y],
    [x - waist, y - waist],
  ];
  return polygon(rays);
}

/** A sun or full moon stands in a narrow ring of flat sky, as if the graver had gone round it. */
function lightShapes(light: Light, stage: Stage): Shape[] {
  const { center, radius } = light;
  const { sky, glow, disc, isNight } = stage.palette;
  switch (light.phase) {
    case 'full': {
      const ring = mixColors(sky, glow, isNight ? 0.2 : 0);
      return [
        { type: 'circle', center, radius: radius + 5 + radius * 0.06, fill: ring, opacity: 1 },
        { type: 'circle', center, radius, fill: disc, opacity: 1 },
      ];
    }
    case 'crescent':
      return [{ type: 'path', steps: crescent(light), fill: disc, opacity: 1 }];
  }
}

/** A thin moon, its bow to the lower right: half its rim, and half an ellipse across its face. */
function crescent({ center: [x, y], radius }: Light): PathStep[] {
  const tilt = 0.42;
  const arc = (width: number, from: number, to: number): Point[] =>
    Array.from({ length: 61 }, (_, index) => {
      const angle = from + ((to - from) * index) / 60;
      const [across, along] = [Math.cos(angle) * radius * width, Math.sin(angle) * radius];
      return [
        x + across * Math.cos(tilt) - along * Math.sin(tilt),
        y + across * Math.sin(tilt) + along * Math.cos(tilt),
      ];
    });
  return polygon([...arc(1, -Math.PI / 2, Math.PI / 2), ...arc(0.5, Math.PI / 2, -Math.PI / 2)]);
}

/** Banks of cloud: long lenses lying over one another, few and low. */
function cloudShapes(stage: Stage): Shape[] {
  const random = stage.random('clouds');
  const steps: PathStep[] = [];
  const banks = 2 + Math.floor(random.between(0, 3));
  const room = stage.horizon - stage.skyTop;
  for (let bank = 0; bank < banks; bank += 1) {
    const middle = random.between(60, coverWidth - 60);
    const y = stage.skyTop + room * random.between(0.5, 0.86);
    for (let line = 0; line < 4; line += 1) {
      const half = random.between(60, 190) * (1 - 0.12 * line);
      const shift = random.between(-90, 90);
      steps.push(...lens(middle + shift - half, middle + shift + half, y + (line - 1.5) * 11, random.between(6, 10)));
    }
  }
  const fill = mixColors(stage.palette.glow, stage.palette.disc, 0.55);
  return [{ type: 'path', steps, fill, opacity: 1 }];
}

/** A few birds beside the sun, each of two strokes; by night they could not be seen. */
export function birdShapes(stage: Stage): Shape[] {
  const random = stage.random('birds');
  const { center, radius } = stage.light;
  const side = center[0] > coverWidth / 2 ? -1 : 1;
  // High enough to be clear of land, masts and tree tops.
  const lowest = Math.max(stage.skyTop + 60, stage.horizon - 165);
  const lead: Point = [
    center[0] + side * (radius * 1.2 + random.between(60, 150)),
    Math.min(lowest, center[1] - radius * random.between(-0.4, 0.5)),
  ];
  const steps: PathStep[] = [];
  const count = 3 + Math.floor(random.between(0, 4));
  for (let index = 0; index < count; index += 1) {
    const row = Math.ceil(index / 2) * (index % 2 === 0 ? 1 : -1);
    const place: Point = [
      lead[0] + side * Math.abs(row) * random.between(24, 40),
      Math.max(stage.skyTop + 36, lead[1] + row * random.between(13, 22) + random.between(-5, 5)),
    ];
    steps.push(...bird(place, random.between(11, 16), random.between(0.25, 0.6)));
  }
  return [{ type: 'path', steps, fill: stage.palette.ink, opacity: 1 }];
}

function bird([x, y]: Point, span: number, lift: number): PathStep[] {
  const wing = (side: number): PathStep[] => [
    { type: 'M', values: [x, y] },
    { type: 'Q', values: [x + side * span * 0.45, y - span * (lift + 0.35), x + side * span, y - span * lift * 0.5] },
    { type: 'Q', values: [x + side * span * 0.5, y - span * lift * 0.75, x, y + span * 0.22] },
    { type: 'Z', values: [] },
  ];
  return [...wing(-1), ...wing(1)];
}
