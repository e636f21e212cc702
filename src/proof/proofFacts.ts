import type { ImpositionRequest } from '../impose/imposition.ts';
import type { SheetPlan } from '../impose/sheetPlan.ts';

/** What is printed, and what was asked for. */
export interface ProofFacts {
  /** The book's title as it is shown. */
  readonly title: string;
  readonly request: ImpositionRequest;
  readonly plan: SheetPlan;
  /** Text so small would need a sheet less; `null` where none would, or nobody knows. */
  readonly savesASheet: { readonly bodySizePt: number; readonly leadingPt: number } | null;
  /** Whether there is a cover to go around the book, in a file of its own. */
  readonly isCoverApart?: boolean;
}
