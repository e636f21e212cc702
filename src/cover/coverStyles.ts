import { botanicalFacts } from './botanical/botanicalFacts.ts';
import { constellationFacts } from './constellation/constellationFacts.ts';
import { contourFacts } from './contour/contourFacts.ts';
import type { CoverTrait } from './coverTrait.ts';
import { clothboundFacts } from './clothbound/clothboundFacts.ts';
import { decoFacts } from './deco/decoFacts.ts';
import { midcenturyFacts } from './midcentury/midcenturyFacts.ts';
import { risographFacts } from './risograph/risographFacts.ts';
import { typographicFacts } from './typographic/typographicFacts.ts';
import { woodcutFacts } from './woodcut/woodcutFacts.ts';

/** What is known of a style without drawing in it. */
export interface CoverStyleFacts {
  /** Its name as a person reads it. */
  readonly label: string;
  /** What its covers look like, in one sentence. */
  readonly sentence: string;
  /** How well it suits books of some traits: 3 very well, 1 somewhat, below 0 ill. What is not said is 0. */
  readonly suits: Readonly<Partial<Record<CoverTrait, number>>>;
}

/** The styles a cover can be drawn in; their order settles ties, so new ones go to the end. See `designCover`. */
export const coverStyleFacts = {
  woodcut: woodcutFacts,
  constellation: constellationFacts,
  contour: contourFacts,
  botanical: botanicalFacts,
  deco: decoFacts,
  risograph: risographFacts,
  midcentury: midcenturyFacts,
  typographic: typographicFacts,
  clothbound: clothboundFacts,
} as const satisfies Readonly<Record<string, CoverStyleFacts>>;

export type CoverStyle = keyof typeof coverStyleFacts;

/** Whether a name, from a configuration perhaps, is that of a style. */
export function isCoverStyle(name: string): name is CoverStyle {
  return Object.hasOwn(coverStyleFacts, name);
}

export const coverStyles: readonly CoverStyle[] = Object.keys(coverStyleFacts).filter(isCoverStyle);
