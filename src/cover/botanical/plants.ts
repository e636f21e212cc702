import { type Growth } from './growth.ts';
import { growDaisy, growFoxglove, growPoppy, growTulip } from './floweringPlants.ts';
import { growFern, growGinkgo, growLaurel, growOak } from './leafyPlants.ts';
import { growDandelion, growParsley } from './seedHeads.ts';
import type { PlantName } from './plantWords.ts';

/** A kind of plant, and how one of it grows. */
export interface Plant {
  readonly name: PlantName;
  readonly grow: (growth: Growth) => void;
}

/** The order is part of every cover's identity, so new ones go to the end. */
export const plants: readonly [Plant, ...Plant[]] = [
  { name: 'fern', grow: growFern },
  { name: 'parsley', grow: growParsley },
  { name: 'laurel', grow: growLaurel },
  { name: 'poppy', grow: growPoppy },
  { name: 'foxglove', grow: growFoxglove },
  { name: 'ginkgo', grow: growGinkgo },
  { name: 'daisy', grow: growDaisy },
  { name: 'oak', grow: growOak },
  { name: 'tulip', grow: growTulip },
  { name: 'dandelion', grow: growDandelion },
];
