import { describePaper } from '../../impose/paperSizes.ts';
import type { ProofFacts } from '../proofFacts.ts';
import { counted, millimetres, sidesInBoth } from './measures.ts';
import type { NoteSection } from './noteText.ts';

/** What is in the file. */
export function contentSection(facts: ProofFacts): NoteSection {
  const { plan, request } = facts;
  const size = sidesInBoth([Math.min(...request.paperPt), Math.max(...request.paperPt)]);
  const name = describePaper(request.paperPt);
  const paper = isSize.test(name) ? size : `${name} paper, ${size}`;
  const steps = [
    `${counted(request.pages, 'page')} on ${counted(plan.sheets.length, 'sheet')} of ${paper}.`,
    `${leafWords(facts)}${scaleWords(plan.scale)}`,
    'Pages are counted here from the first one, whatever number is printed on them.',
    ...(plan.direction === 'rtl' ? ['The book is read from right to left: its spine is on the right.'] : []),
    ...blankWords(facts),
    ...thicknessWords(facts),
    ...savingWords(facts),
  ];
  return { heading: 'In the file', steps, isNumbered: false };
}

/** Matches `200 × 300 mm`; not `A4`, `half-letter`. */
const isSize = /^\d/;

function leafWords({ plan }: ProofFacts): string {
  return `A page is ${sidesInBoth(plan.leafPt)}.`;
}

function scaleWords(scale: number): string {
  const percent = Math.round(scale * 100);
  return percent === 100 ? '' : ` It is printed at ${percent} % of its size; that is in the file already.`;
}

function blankWords({ plan, request }: ProofFacts): string[] {
  const { flyleaves } = request;
  const filling = plan.blanks - flyleaves * 4;
  const leaves = flyleaves === 1 ? 'One leaf is' : `${flyleaves} leaves are`;
  return [
    ...(flyleaves > 0 ? [`${leaves} blank in front and as many at the end: the flyleaves.`] : []),
    ...(filling > 0 ? [fillingWords(filling, flyleaves > 0)] : []),
  ];
}

function fillingWords(pages: number, hasFlyleaves: boolean): string {
  const counted = pages === 1 ? 'One page more is' : `${pages} pages more are`;
  if (hasFlyleaves) return `${counted} blank before those at the end, to fill the sheets.`;
  return `${pages === 1 ? 'The last page is' : `The last ${pages} pages are`} blank, to fill the sheets.`;
}

/** A cover asks for the thickness before there is anything to measure. */
function thicknessWords({ plan, request }: ProofFacts): string[] {
  const thickness = plan.sheets.length * (plan.sheets[0]?.front.placements.length ?? 0) * request.caliperPt;
  return thickness < leastThicknessPt ? [] : [`Pressed flat, the book is about ${millimetres(thickness)} thick.`];
}

/** A millimetre: thinner ones have no spine. */
const leastThicknessPt = 72 / 25.4;

function savingWords({ savesASheet }: ProofFacts): string[] {
  if (savesASheet === null) return [];
  const { bodySizePt, leadingPt } = savesASheet;
  return [`Text of ${bodySizePt}/${leadingPt} points would need a sheet less.`];
}
