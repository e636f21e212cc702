import type { SheetPlan } from '../../impose/sheetPlan.ts';
import type { ProofFacts } from '../proofFacts.ts';
import { leafMargins } from './leafMargins.ts';
import { listed, millimetres } from './measures.ts';
import type { NoteSection } from './noteText.ts';

/** How the leaves are held together, and where holes and staples go. */
export function bindingSection({ plan }: ProofFacts): NoteSection {
  switch (plan.scheme) {
    case 'booklet':
      return { heading: 'Staple or sew', steps: pamphletSteps(plan), isNumbered: true };
    case 'signatures':
    case 'quarto':
    case 'octavo': {
      const bound = plan.signatures.length === 1 ? pamphletSteps(plan) : sewnSteps(plan);
      const heading = plan.signatures.length === 1 ? 'Staple or sew' : 'Sew';
      return { heading, steps: [...bound, ...slitSteps(plan)], isNumbered: true };
    }
    case 'stab':
      return { heading: 'Sew', steps: stabSteps(plan), isNumbered: true };
    case 'cut-and-stack':
      return { heading: 'Bind', steps: looseSteps(plan), isNumbered: false };
    case 'mini-zine':
      return { heading: '', steps: [], isNumbered: false };
  }
}

/** What a long-armed stapler for the desk goes through, in sheets of copy paper. */
const mostStapled = 20;

function pamphletSteps(plan: SheetPlan): string[] {
  const sheets = plan.signatures[0]?.pieces.length ?? 0;
  const layers = sheets * layersOf(plan);
  const height = plan.leafPt[1];
  const staples = fromHead(plan, [height / 4, (height * 3) / 4]);
  return [
    layers > mostStapled
      ? `${layers} layers are more than a stapler goes through: sew.`
      : `Open the book in its middle and lay it with the outside up. Staple twice through the fold, ${staples} from the head; the legs bend inside.`,
    ...pamphletStitch(plan, layers > mostStapled),
  ];
}

/** Layers of paper in the fold at the spine, for each sheet: the folds before it have doubled them. */
function layersOf({ folds }: SheetPlan): number {
  return 2 ** Math.max(0, folds.length - 1);
}

function pamphletStitch(plan: SheetPlan, isOnly: boolean): string[] {
  const { sewing } = plan;
  if (sewing === null || sewing.stationsPt.length < 2) return [];
  const holes = fromHead(plan, sewing.stationsPt);
  const begin = isOnly ? 'Pierce' : 'Or sew: pierce';
  if (sewing.stationsPt.length !== 3)
    return [`${begin} the fold from the inside, ${holes} from the head, and sew through these holes.`];
  return [
    `${begin} the fold from the inside, ${holes} from the head. From the inside go out through the middle hole, in through the upper one, out through the lower one, and in through the middle one again. Tie the ends over the long stitch.`,
  ];
}

function sewnSteps(plan: SheetPlan): string[] {
  const { sewing } = plan;
  if (sewing === null) return [drySteps];
  return [
    `Pierce each signature from the inside of its fold, ${fromHead(plan, sewing.stationsPt)} from the head.`,
    ...(sewing.stationsPt.length < 3
      ? ['Sew the signatures to each other through these holes.']
      : [
          'Sew one signature after another, in and out along its fold. The first and the last hole are for the kettle stitches, which tie each signature to the one before.',
        ]),
    drySteps,
  ];
}

const drySteps = 'Press the block, glue its spine, and let it dry under a weight before you put it into a cover.';

/** Folds that are not the spine are opened when the sewing holds the leaves. */
function slitSteps(plan: SheetPlan): string[] {
  const axes = new Set(plan.slits.filter(({ when }) => when === 'folded').map(({ axis }) => axis));
  const edges = [...(axes.has('horizontal') ? ['the head'] : []), ...(axes.has('vertical') ? ['the fore-edge'] : [])];
  return edges.length === 0 ? [] : [`Cut the folds at ${listed(edges)} open with a thin knife, or trim them off.`];
}

function stabSteps(plan: SheetPlan): string[] {
  const { sewing } = plan;
  const spine = plan.direction === 'rtl' ? 'right' : 'left';
  const even = `Knock the leaves up at the head and at the spine, the ${spine} edge of page 1, and clamp them.`;
  if (sewing === null) return [even, 'Sew through the inner margin.'];
  const inwards = millimetres(sewing.fromSpinePt + leafMargins(plan).foreEdgePt);
  return [
    even,
    `Pierce the pile on a line ${inwards} from the spine, ${fromHead(plan, sewing.stationsPt)} from the head.`,
    'Sew along the line; at each hole the thread goes once around the spine, at the outer two around head and foot, too.',
  ];
}

function looseSteps({ direction }: SheetPlan): string[] {
  const spine = direction === 'rtl' ? 'right' : 'left';
  return [
    `These are single leaves: no fold can be sewn through. Knock them up at the spine, the ${spine} edge of page 1. Glue the spine, or use a clip or a comb.`,
  ];
}

/** Places along a spine, measured on paper that is not cut to size yet: `54 and 162 mm`. */
function fromHead(plan: SheetPlan, stationsPt: readonly number[]): string {
  const { headPt } = leafMargins(plan);
  return millimetres(...stationsPt.map(station => station + headPt));
}
