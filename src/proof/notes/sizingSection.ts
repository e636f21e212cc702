import type { ProofFacts } from '../proofFacts.ts';
import { leafMargins } from './leafMargins.ts';
import { listed, millimetres } from './measures.ts';
import type { NoteSection } from './noteText.ts';

/** Leaves that stand out by less look straight. */
const leastCreepPt = 1.4;

/** What is cut off the bound book, where there is anything. */
export function sizingSection({ plan, request }: ProofFacts): NoteSection {
  const { headPt, foreEdgePt } = leafMargins(plan);
  const isFolded = plan.folds.length > 0;
  const off = [
    ...(foreEdgePt > 0 ? [`${millimetres(foreEdgePt)} off the fore-edge${isFolded ? '' : ' and the spine'}`] : []),
    ...(headPt > 0 ? [`${millimetres(headPt)} off head and foot`] : []),
  ];
  const marked = request.marks.includes('crop') ? ' The crop marks show where.' : '';
  const order = isFolded ? 'When it is bound, cut' : 'Before it is bound, cut';
  const hasCreep = isFolded && plan.creepPt >= leastCreepPt;
  return {
    heading: 'Cut to size',
    steps: [
      ...(hasCreep
        ? [
            `The inner leaves stand out at the fore-edge by up to ${millimetres(plan.creepPt)}. The pages are moved to allow for it; cut the edge straight when the book is bound.`,
          ]
        : []),
      ...(off.length > 0 ? [`${order} ${listed(off)}.${marked}`] : []),
    ],
    isNumbered: false,
  };
}
