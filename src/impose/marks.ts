import type { ImpositionRequest } from './imposition.ts';
import { type Slot, round } from './placePage.ts';
import type { Mark, PaperLine, Placement, SideBox, Slit } from './sheetPlan.ts';

/** Between a cut and the line that shows it, so that a cut a little off takes no ink with it. */
const gapPt = 4;
/** A mark longer than this helps nobody; one shorter than that cannot be seen. */
const longestPt = 14;
const shortestPt = 3;
/** Printers at home leave 3 to 4.2 mm at the paper's edges blank: a line from the edge is seen beyond that only. */
const unprintedPt = 12;
/** On the line, between pages, where these leave no room beside them. */
const onLinePt = unprintedPt + 6;

const orderStepPt = { width: 4, most: 14, least: 4 };
/** Steps stand in the middle of the spine: its ends are cut, glued, and hidden by headbands. */
const orderShare = { from: 0.2, to: 0.8 };

/** Lines beside a leaf at which it is cut, in its own place only; at a fold nothing is cut. */
export function cropMarks({ box }: Placement, { box: place, spine }: Slot, bleedPt: number): readonly Mark[] {
  const gap = gapPt + bleedPt;
  const right = box.left + box.width;
  const bottom = box.top + box.height;
  const marks: Mark[] = [];
  const put = (axis: PaperLine['axis'], at: number, from: number, room: number, way: 1 | -1): void => {
    const length = Math.min(longestPt, room);
    if (length >= shortestPt) marks.push(lineMark('crop', axis, at, from, from + length * way));
  };
  const before = (axis: PaperLine['axis'], at: number, edge: number, end: number): void => {
    put(axis, at, edge - gap, edge - gap - end, -1);
  };
  const after = (axis: PaperLine['axis'], at: number, edge: number, end: number): void => {
    put(axis, at, edge + gap, end - edge - gap, 1);
  };
  for (const y of [box.top, bottom]) {
    if (spine !== 'left') before('horizontal', y, box.left, place.left);
    if (spine !== 'right') after('horizontal', y, right, place.left + place.width);
  }
  for (const x of [...(spine === 'left' ? [] : [box.left]), ...(spine === 'right' ? [] : [right])]) {
    before('vertical', x, box.top, place.top);
    after('vertical', x, bottom, place.top + place.height);
  }
  return marks;
}

/**
 * Ends of a line across paper: outside of the pages where these leave room, else at the edge, on the line.
 * @param pages what the line must not run into
 */
export function lineEnds(
  type: 'fold' | 'cut',
  { axis, at }: PaperLine,
  paper: SideBox,
  pages: readonly Placement[],
): readonly Mark[] {
  const [offset, start, size] =
    axis === 'vertical' ? [paper.left, paper.top, paper.height] : [paper.top, paper.left, paper.width];
  const end = start + size;
  const room = pages.reduce((least, { clip }) => {
    const [from, to] = axis === 'vertical' ? [clip.top, clip.top + clip.height] : [clip.left, clip.left + clip.width];
    return Math.min(least, from - start, end - to);
  }, size / 2);
  const length = room < unprintedPt + shortestPt + gapPt ? onLinePt : Math.min(unprintedPt + longestPt, room - gapPt);
  return [
    lineMark(type, axis, offset + at, start, start + length),
    lineMark(type, axis, offset + at, end - length, end),
  ];
}

/** Where a knife goes: in the flat sheet the whole line, in the folded one a short one across each fold that it meets. */
export function slitMarks(slit: Slit, crossings: readonly number[]): readonly Mark[] {
  if (slit.when === 'flat') return [lineMark('cut', slit.axis, slit.at, slit.from, slit.to)];
  return crossings.map(at => lineMark('cut', slit.axis, slit.at, at - longestPt / 2, at + longestPt / 2));
}

/** Holes along a page's spine, from its head: downwards, or upwards where it stands on its head. */
export function sewingMarks(
  { box }: Placement,
  { box: place, spine, turned }: Slot,
  stationsPt: readonly number[],
): readonly Mark[] {
  const x = spine === 'right' ? place.left + place.width : place.left;
  return stationsPt.map(station => ({
    type: 'sewing',
    at: [round(x), round(turned ? box.top + box.height - station : box.top + station)],
  }));
}

/** The step of a signature on the fold of its first page; after the last step that fits, the stair begins again. */
export function orderMark(
  { box }: Placement,
  { box: place, spine }: Slot,
  signature: number,
  signatures: number,
): Mark {
  const start = box.top + box.height * orderShare.from;
  const room = box.height * (orderShare.to - orderShare.from);
  const height = Math.max(orderStepPt.least, Math.min(orderStepPt.most, room / signatures));
  const steps = Math.max(1, Math.floor(room / height + 0.001));
  const fold = spine === 'right' ? place.left + place.width : place.left;
  return {
    type: 'order',
    box: {
      left: round(fold - orderStepPt.width / 2),
      top: round(start + (signature % steps) * height),
      width: orderStepPt.width,
      height: round(height),
    },
    number: signature + 1,
  };
}

/** Whether a mark is asked for. */
export function wants({ marks }: ImpositionRequest, name: ImpositionRequest['marks'][number]): boolean {
  return marks.includes(name);
}

function lineMark(type: 'crop' | 'fold' | 'cut', axis: PaperLine['axis'], at: number, from: number, to: number): Mark {
  return axis === 'vertical'
    ? { type, from: [round(at), round(from)], to: [round(at), round(to)] }
    : { type, from: [round(from), round(at)], to: [round(to), round(at)] };
}
