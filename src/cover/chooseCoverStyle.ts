import { type CoverStyle, coverStyleFacts, coverStyles } from './coverStyles.ts';
import type { FoundTrait } from './findTraits.ts';
import { seededRandom } from './seededRandom.ts';

/** The style of a book's cover, and what spoke for it. */
export interface ChosenStyle {
  readonly style: CoverStyle;
  /** The traits that counted for the style, the weightiest first; none where chance decided alone. */
  readonly reasons: readonly FoundTrait[];
}

/**
 * Chooses the style that suits a book's traits best. Styles that are nearly as good share in the choice by the book's id, so
 * that a shelf of one genre is not of one style, and the same book always has the same.
 */
export function chooseCoverStyle(id: string, traits: readonly FoundTrait[]): ChosenStyle {
  const scored = coverStyles.map(style => ({ style, score: scoreOf(style, traits) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const close = scored.filter(({ score }) => score >= best - Math.max(leastMargin, best * marginShare));
  const [first = scored[0], ...others] = close;
  if (first === undefined) throw new RangeError('there is no cover style');
  const { style } = seededRandom(id, 'style').pick([first, ...others]);
  const reasons = traits.filter(({ trait }) => (coverStyleFacts[style].suits[trait] ?? 0) > 0);
  return { style, reasons };
}

/** A style within a sixth of the best is as good for any eye; without traits, all are. */
const marginShare = 1 / 6;
const leastMargin = 0.5;

function scoreOf(style: CoverStyle, traits: readonly FoundTrait[]): number {
  const suits: Readonly<Partial<Record<string, number>>> = coverStyleFacts[style].suits;
  return traits.reduce((sum, { trait, weight }) => sum + weight * (suits[trait] ?? 0), 0);
}

/** Why a style was chosen, in a sentence that says what words spoke for it: `the title has “sea”`. */
export function explainChoice({ reasons }: ChosenStyle): string {
  if (reasons.length === 0) return 'nothing in the book speaks for another';
  return reasons
    .slice(0, mostReasons)
    .map(({ source, word }) => `${sourceWords[source]} “${word}”`)
    .join(', ');
}

const mostReasons = 3;

const sourceWords: Readonly<Record<FoundTrait['source'], string>> = {
  title: 'the title has',
  subjects: 'its subjects have',
  description: 'its summary has',
  text: 'the text often has words such as',
  form: 'it holds',
};
