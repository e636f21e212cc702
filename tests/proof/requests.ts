import { type Duplex, type ImpositionRequest, type SchemeName } from '../../src/impose/imposition.ts';

type Sides = readonly [width: number, height: number];

const letter: Sides = [612, 792];

/** Pages that fill their places on letter paper. */
const pageOf: Readonly<Record<SchemeName, Sides>> = {
  booklet: [396, 612],
  signatures: [396, 612],
  'mini-zine': [198, 306],
  quarto: [306, 396],
  octavo: [198, 306],
  'cut-and-stack': [396, 612],
  stab: [612, 792],
};

/** A request with everything usual, and what is said otherwise. */
export function requestOf(scheme: SchemeName, asked: Partial<ImpositionRequest> = {}): ImpositionRequest {
  return {
    scheme,
    pages: 8,
    trimPt: pageOf[scheme],
    bleedPt: 0,
    direction: 'ltr',
    paperPt: letter,
    duplex: 'longEdge',
    scaling: 'fit',
    sheetsPerSignature: 4,
    abreast: 1,
    caliperPt: 0.283,
    creepFactor: 1.3,
    flyleaves: 0,
    marks: [],
    sewingStations: 3,
    ...asked,
  };
}

export const edges: readonly Duplex[] = ['longEdge', 'shortEdge', 'twoPasses'];
export const directions = ['ltr', 'rtl'] as const;
