import type { Box, Point } from '../../drawing/drawing.ts';
import { flatNoise } from '../flatNoise.ts';
import type { SeededRandom } from '../seededRandom.ts';
import type { MapLand } from './mapWords.ts';
import { abyss, type HeightGrid, heightGrid } from './isolines.ts';

export const mapLands = ['islands', 'lakes', 'coast', 'ridges', 'mountain'] as const satisfies readonly MapLand[];

/** A surveyed land: its heights, and the height of its waters. */
export interface SurveyedLand {
  readonly grid: HeightGrid;
  readonly waterLevel: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Between the corners of the net, in cover units: isolines drawn softly through it look drawn by hand. */
const cell = 30;

/** Raises a land of a kind all over a box; the same numbers, the same land. */
export function surveyLand(land: MapLand, box: Box, random: SeededRandom): SurveyedLand {
  const grid = heightGrid(box, cell, landform(land, box, random));
  const sorted = grid.heights.filter(height => height > abyss).sort();
  const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { grid, waterLevel: quantile(waterShares[land]), lowest: quantile(0), highest: quantile(1) };
}

/** How much of the sheet is water. */
const waterShares: Readonly<Record<MapLand, number>> = {
  islands: 0.56,
  lakes: 0.13,
  coast: 0.36,
  ridges: 0.04,
  mountain: 0.1,
};

function landform(land: MapLand, box: Box, random: SeededRandom): (x: number, y: number) => number {
  const turn = land === 'ridges' ? random.between(0.4, 1.1) * random.pick([-1, 1]) : 0;
  const stretch = land === 'ridges' ? 2.3 : 1;
  const rough = roughness(random, land === 'islands' ? 330 : 400);
  const bent = flatNoise(random, 520);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const peak: Point = [box.left + width * random.between(0.3, 0.7), box.top + height * random.between(0.4, 0.62)];
  const seaward = random.between(0, 2 * Math.PI);
  return (x, y) => {
    const [turnedX, turnedY] = turned(x, y, turn);
    const unrest = rough(turnedX / stretch + 110 * bent(x, y), turnedY + 110 * bent(y + 900, x));
    switch (land) {
      case 'islands':
      case 'lakes':
        return unrest;
      case 'ridges':
        return -Math.abs(unrest) + 0.16 * bent(x * 0.7, y * 0.7);
      case 'coast':
        return (
          unrest + 0.9 * (((x - peak[0]) * Math.cos(seaward)) / width + ((y - peak[1]) * Math.sin(seaward)) / height)
        );
      case 'mountain':
        return unrest * 0.62 + 0.95 * Math.exp(-4.2 * (Math.hypot(x - peak[0], y - peak[1]) / width) ** 1.3);
    }
  };
}

function turned(x: number, y: number, turn: number): readonly [number, number] {
  return [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)];
}

/** Noise upon noise, each finer and weaker. */
function roughness(random: SeededRandom, length: number): (x: number, y: number) => number {
  const octaves = [1, 0.42, 0.13, 0.03].map((strength, index) => ({
    strength,
    at: flatNoise(random, length / 2 ** index),
  }));
  return (x, y) => octaves.reduce((sum, { strength, at }) => sum + strength * at(x, y), 0);
}
