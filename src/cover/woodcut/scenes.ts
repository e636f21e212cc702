import { mixColors } from '../../drawing/color.ts';
import type { Point, Shape } from '../../drawing/drawing.ts';
import { lens, polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { PictureFigure, PictureLand } from '../coverWords.ts';
import type { SeededRandom } from '../seededRandom.ts';
import { boatShapes, chapelShapes, houseShapes, lighthouseShapes } from './buildings.ts';
import { contourStrokes } from './carving.ts';
import { foregroundCrest, foregroundShapes, landShapes, type LandFold } from './land.ts';
import { birdShapes, skyShapes } from './sky.ts';
import { coverWidth, type Profile, type Stage } from './stage.ts';
import { buildingPlace, craggyProfile, noise, rollingProfile, sampledXs } from './terrain.ts';
import { bareTree, firWood, poplarRow } from './trees.ts';
import { reflectionShape, waterShapes } from './water.ts';

/** A finished picture and what there is to see in it. */
export interface Scene {
  readonly land: PictureLand;
  readonly figures: readonly PictureFigure[];
  readonly shapes: readonly Shape[];
}

/** Draws the picture of one kind of land on a stage. */
export function drawScene(land: PictureLand, stage: Stage): Scene {
  switch (land) {
    case 'hills':
      return hillsScene(stage);
    case 'mountains':
      return mountainsScene(stage);
    case 'sea':
      return seaScene(stage);
    case 'woods':
      return woodsScene(stage);
  }
}

function hillsScene(stage: Stage): Scene {
  const random = stage.random('hills');
  const crests = foldBases(stage, [0, 0.2, 0.44, 0.72]).map((base, index) =>
    rollingProfile(base, random.between(34, 56) + index * 5, stage.random(`hill ${index}`)),
  );
  const front = foregroundCrest(stage);
  const folds = landFolds([...crests, front], 'contours');
  const figure = random.pick(['house', 'poplars', 'bareTree', 'chapel', 'house'] as const);
  const hill = crests[2] ?? front;
  // A tall tree would stand in their way.
  const hasBirds = figure !== 'bareTree' && !stage.palette.isNight && random.chance(0.7);
  return {
    land: 'hills',
    figures: hasBirds ? [figure, 'birds'] : [figure],
    shapes: [
      ...skyShapes(stage),
      ...(hasBirds ? birdShapes(stage) : []),
      ...folds.flatMap((fold, index) => [
        ...(index === 2 ? figureShapes(figure, hill, stage) : []),
        ...landShapes(fold, stage),
      ]),
      ...foregroundShapes(stage, front),
    ],
  };
}

function mountainsScene(stage: Stage): Scene {
  const room = stage.foreTop - stage.horizon;
  const shore = stage.horizon + room * 0.4;
  const far = craggyProfile(stage.horizon + room * 0.1, room * 0.42, stage.random('far peaks'));
  const near = craggyProfile(stage.horizon + room * 0.32, room * 0.36, stage.random('near peaks'));
  const front = foregroundCrest(stage);
  const level: Profile = () => shore;
  const wood = {
    height: 120 * pictureScale(stage),
    spacing: 30 * pictureScale(stage),
    thinning: sparing(stage, 'front wood'),
  };
  return {
    land: 'mountains',
    figures: [],
    shapes: [
      ...skyShapes(stage),
      ...landShapes({ crest: far, nextCrest: near, depth: 0, carving: 'flanks' }, stage),
      ...landShapes({ crest: near, nextCrest: level, depth: 1, carving: 'flanks' }, stage),
      ...waterShapes(stage, shore),
      reflectionShape(stage, near, shore, 0.35),
      {
        type: 'path',
        steps: firWood(front, wood, stage.random('front firs')),
        fill: stage.palette.foreground,
        opacity: 1,
      },
      ...foregroundShapes(stage, front),
    ],
  };
}

function seaScene(stage: Stage): Scene {
  const random = stage.random('sea');
  const shore = stage.horizon + 40;
  const figure = random.pick(['lighthouse', 'boat'] as const);
  const hasBirds = figure === 'boat' && !stage.palette.isNight;
  const side = stage.light.center[0] > coverWidth / 2 ? -1 : 1;
  return {
    land: 'sea',
    figures: hasBirds ? [figure, 'birds'] : [figure],
    shapes: [
      ...skyShapes(stage),
      ...(hasBirds ? birdShapes(stage) : []),
      ...waterShapes(stage, shore),
      ...(figure === 'lighthouse' ? capeShapes(stage, shore, side) : sailShapes(stage, shore, side, random)),
      ...foregroundShapes(stage, foregroundCrest(stage)),
    ],
  };
}

/** A headland that runs out into the sea from one side, with a lighthouse on its brow. */
function capeShapes(stage: Stage, shore: number, side: number): Shape[] {
  const { palette } = stage;
  const rough = noise(stage.random('headland'), 34);
  const inlandOf = (x: number) => (side < 0 ? x : coverWidth - x);
  const brow: Profile = x => {
    const rise = Math.max(0, 1 - inlandOf(x) / 460);
    return shore + 16 - 134 * pictureScale(stage) * rise ** 0.65 * (1 + 0.07 * rough(x));
  };
  const xs = sampledXs.filter(x => inlandOf(x) <= 460);
  const land = polygon([
    ...xs.map((x): Point => [x, brow(x)]),
    ...[...xs].reverse().map((x): Point => [x, shore + 16]),
  ]);
  const shade = contourStrokes(
    brow,
    { floor: () => shore + 16, spacing: 10, lineCount: 12, lightX: stage.light.center[0], side: 'lit' },
    stage.random('headland carving'),
  );
  const foot: Point = side < 0 ? [190, brow(190)] : [coverWidth - 190, brow(coverWidth - 190)];
  const { center, radius } = stage.light;
  // The beam towards the sun or moon fades before it gets there.
  const inward = Math.min(520, Math.abs(foot[0] - center[0]) - radius - 24);
  const reach = side < 0 ? { left: 420, right: inward } : { left: inward, right: 420 };
  return [
    ...lighthouseShapes(foot, 168 * pictureScale(stage), reach, { wall: palette.foreground, lamp: palette.lamp }),
    { type: 'path', steps: capeReflection(inlandOf, shore), fill: palette.land[3], opacity: 0.55 },
    { type: 'path', steps: land, fill: palette.land[3], opacity: 1 },
    { type: 'path', steps: shade, fill: mixColors(palette.land[3], palette.glow, 0.35), opacity: 1 },
  ];
}

/** The headland's dark on the water at its foot: level strokes that grow shorter with each row. */
function capeReflection(inlandOf: (x: number) => number, shore: number): PathStep[] {
  return [0, 1, 2, 3, 4].flatMap(row => {
    const ends = [-60, 440 - row * 78].map(inlandOf);
    return lens(Math.min(...ends), Math.max(...ends), shore + 22 + row * 11, 7);
  });
}

function sailShapes(stage: Stage, shore: number, side: number, random: SeededRandom): Shape[] {
  const length = random.between(92, 124) * pictureScale(stage);
  const place: Point = [
    stage.light.center[0] + side * random.between(210, 330),
    shore + (stage.foreTop - shore) * random.between(0.26, 0.4),
  ];
  return boatShapes(place, length, { hull: stage.palette.foreground, sail: stage.palette.disc });
}

function woodsScene(stage: Stage): Scene {
  const random = stage.random('woods');
  const scale = pictureScale(stage);
  const hasBirds = !stage.palette.isNight;
  const bases = foldBases(stage, [0.02, 0.22, 0.48, 0.78]);
  const crests = bases.map((base, index) =>
    rollingProfile(base, random.between(26, 44), stage.random(`wood ${index}`)),
  );
  const front = foregroundCrest(stage);
  const folds = landFolds([...crests, front], 'none');
  return {
    land: 'woods',
    figures: hasBirds ? ['birds'] : [],
    shapes: [
      ...skyShapes(stage),
      ...(hasBirds ? birdShapes(stage) : []),
      ...folds.flatMap((fold, index): Shape[] => {
        const wood = {
          height: (46 + 34 * index) * scale,
          spacing: (13 + 8 * index) * scale,
          thinning: sparing(stage, `thinning ${index}`),
        };
        const firs = firWood(fold.crest, wood, stage.random(`firs ${index}`));
        return [
          { type: 'path', steps: firs, fill: stage.palette.land[fold.depth], opacity: 1 },
          ...landShapes(fold, stage),
        ];
      }),
      ...foregroundShapes(stage, front),
    ],
  };
}

/** Trees, houses and ships shrink with the picture, where much lettering leaves it little room. */
function pictureScale(stage: Stage): number {
  return Math.min(1, (stage.foreTop - stage.skyTop) / 560);
}

/** Clearings: woods that thin out where a slow noise is low. */
function sparing(stage: Stage, name: string): (x: number) => number {
  const slow = noise(stage.random(name), 240);
  return x => Math.max(0, Math.min(1, 0.72 + 0.6 * slow(x)));
}

function foldBases(stage: Stage, shares: readonly number[]): number[] {
  return shares.map(share => stage.horizon + (stage.foreTop - stage.horizon) * share);
}

function landFolds(crests: readonly Profile[], carving: LandFold['carving']): LandFold[] {
  return ([0, 1, 2, 3] as const).flatMap(depth => {
    const [crest, nextCrest] = [crests[depth], crests[depth + 1]];
    return crest === undefined || nextCrest === undefined ? [] : [{ crest, nextCrest, depth, carving }];
  });
}

function figureShapes(figure: 'house' | 'poplars' | 'bareTree' | 'chapel', hill: Profile, stage: Stage): Shape[] {
  const random = stage.random('figure');
  const scale = pictureScale(stage);
  const wall = mixColors(stage.palette.land[3], stage.palette.foreground, 0.6);
  const inks = { wall, lamp: stage.palette.lamp };
  const isLeft = stage.light.center[0] > coverWidth / 2;
  const place = isLeft ? buildingPlace(hill, 170, 410) : buildingPlace(hill, 590, 830);
  switch (figure) {
    case 'house':
      return houseShapes(place, random.between(84, 104) * scale, inks);
    case 'chapel':
      return chapelShapes(place, random.between(92, 112) * scale, inks);
    case 'poplars':
      return [
        { type: 'path', steps: poplarRow(hill, place[0] - 90 * scale, 6, 130 * scale, random), fill: wall, opacity: 1 },
      ];
    case 'bareTree':
      return [
        {
          type: 'path',
          steps: bareTree([place[0], place[1] + 8], random.between(250, 300) * scale, random),
          fill: wall,
          opacity: 1,
        },
      ];
  }
}
