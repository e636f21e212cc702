import type { Motif } from '../coverDesign.ts';
import { motifFrom } from '../motifFrom.ts';
import { seededRandom } from '../seededRandom.ts';
import { designSmallSprig, designSprig } from './ornament.ts';

const fold = 8;

/** A stamp of leaves around a middle, a book's own. */
export function clothboundMotif(id: string): Motif {
  const random = () => seededRandom(id, 'clothbound sprig');
  return {
    ...motifFrom(designSprig(random(), fold)([0, 0], 30)),
    small: motifFrom(designSmallSprig(random(), fold)([0, 0], 30)),
  };
}
