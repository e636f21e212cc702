import type { Decision, Evidence } from '../normalize/normalizedStory.ts';

/** A decision below this confidence is one that a person should look at. */
export const doubtfulBelow = 0.8;

/** The decisions about a story that are less sure than `below`; what a reader has settled is sure. */
export function doubtsOf({ evidence }: { readonly evidence: Pick<Evidence, 'decisions'> }, below: number = doubtfulBelow): readonly Decision[] {
  return evidence.decisions.filter(decision => decision.confidence < below);
} // prettier-ignore
