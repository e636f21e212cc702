import type { ImpositionRequest } from './imposition.ts';
import { round } from './placePage.ts';
import type { Sewing } from './sheetPlan.ts';

const mm = 72 / 25.4;

/** Kettle stitches, which hold signatures together, stand 10 to 15 mm from head and tail: nearer the paper tears. */
const kettlePt = { least: 7 * mm, most: 15 * mm, share: 1 / 12 };

/** In a Japanese four-hole binding the line of holes is about a centimetre from the spine, as the outer ones from head and tail. */
const stabPt = { most: 10 * mm, share: 1 / 10 };

/**
 * Where holes go along a leaf's spine, from its head. A booklet's divide it evenly, so that two of them are staples at a
 * quarter and three quarters, three or five a pamphlet stitch; sewn signatures have kettle stitches at both ends; stab
 * bindings a line of holes beside the spine. `null` for schemes that are neither.
 */
export function sewingOf(
  { scheme, sewingStations }: ImpositionRequest,
  leafPt: readonly [number, number],
): Sewing | null {
  const count = Math.max(0, Math.floor(sewingStations));
  const [width, height] = leafPt;
  if (count === 0) return null;
  switch (scheme) {
    case 'mini-zine':
    case 'cut-and-stack':
      return null;
    case 'booklet':
      return { stationsPt: spaced(count, height / (count * 2), height), fromSpinePt: 0 };
    case 'signatures':
    case 'quarto':
    case 'octavo': {
      const end = Math.min(kettlePt.most, Math.max(kettlePt.least, height * kettlePt.share));
      return { stationsPt: spaced(count, end, height), fromSpinePt: 0 };
    }
    case 'stab': {
      const end = Math.min(stabPt.most, width * stabPt.share);
      return { stationsPt: spaced(count, end, height), fromSpinePt: round(end) };
    }
  }
}

/** Evenly from one end to the other; a lone one in the middle. */
function spaced(count: number, end: number, height: number): readonly number[] {
  if (count === 1) return [round(height / 2)];
  const step = (height - end * 2) / (count - 1);
  return Array.from({ length: count }, (_, index) => round(end + index * step));
}
