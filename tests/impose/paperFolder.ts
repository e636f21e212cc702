import type { Fold, PaperLine, Placement, SheetPlan, SheetSide, SideBox, Slit } from '../../src/impose/sheetPlan.ts';

/**
 * Paper, a printer and a pair of hands: prints a plan on sheets with two sides, cuts, folds each fold as a reflection of all
 * layers, lays them into each other and reads what comes of it. It knows nothing of schemes and their orders: where pages
 * come to be follows from ink on paper alone.
 */

type Point = readonly [x: number, y: number];

/** A page's corners on the paper, seen from the sheet's front, on whichever face it is printed. */
interface Ink {
  readonly page: number | null;
  readonly topLeft: Point;
  readonly topRight: Point;
  readonly bottomLeft: Point;
}

/** A piece of paper between folds and edges, as it lies now; what it was in the flat sheet is `sign · now + offset`. */
interface Layer {
  readonly rect: SideBox;
  readonly x: Axis;
  readonly y: Axis;
  /** The face towards whoever looks, and the one away from her. */
  readonly near: readonly Ink[];
  readonly far: readonly Ink[];
  /** Folds at its edges, where they lay in the flat sheet. */
  readonly hinges: readonly Hinge[];
}

interface Axis {
  readonly sign: 1 | -1;
  readonly offset: number;
}

interface Hinge extends PaperLine {
  readonly from: number;
  readonly to: number;
  readonly fold: number;
}

/** A page as its reader meets it. */
export interface ReadPage {
  readonly page: number | null;
  readonly side: 'recto' | 'verso';
  readonly isUpright: boolean;
  /** From the spine to the page's inner and outer edge, the thickness of what it is folded around counted. */
  readonly innerPt: number;
  readonly outerPt: number;
  /** From the head of the folded paper to the page's. */
  readonly headPt: number;
  readonly signature: number;
}

const near = (left: number, right: number): boolean => Math.abs(left - right) < 0.01;

/** Prints, cuts, folds, lays together and reads. */
export function readBook(plan: SheetPlan, thicknessPt = 0): readonly ReadPage[] {
  const printed = printSheets(plan);
  if (plan.slits.some(slit => slit.when === 'flat')) return readRing(plan, printed);
  const pieces = cutSheets(plan, printed);
  const used = new Set<string>();
  return plan.signatures.flatMap((signature, index) => {
    let stack: readonly Layer[] = [];
    let previous = -1;
    for (const { sheet, part } of signature.pieces) {
      const key = `${sheet}/${part}`;
      const layer = pieces.get(key);
      if (layer === undefined || used.has(key)) throw new Error(`piece ${key} is not there, or bound twice`);
      used.add(key);
      // A pile is laid on or around the next one as it is: nobody sorts sheets.
      if (part * printed.length + sheet <= previous) throw new Error(`piece ${key} is out of the pile's order`);
      previous = part * printed.length + sheet;
      stack = layTogether(stack, foldPiece(layer, plan.folds), plan.folds.length > 0);
    }
    openSlits(stack, plan);
    return readStack(stack, plan, thicknessPt, index);
  });
}

/** Sheets as they come out of a printer, by the sheet of the plan that is on their fronts. */
function printSheets(plan: SheetPlan): readonly Layer[] {
  const [width, height] = plan.sidePt;
  // A sheet that is as high as wide or higher has its long edges left and right.
  const longEdgeIsVertical = height >= width;
  const backs = plan.duplex === 'twoPasses' && plan.passes !== null ? secondPass(plan) : plan.sheets.map((_, at) => at);
  const turnsLikePage = (plan.duplex === 'shortEdge') !== longEdgeIsVertical;
  return plan.sheets.map((sheet, index): Layer => {
    const back = plan.sheets[backs[index] ?? -1]?.back ?? null;
    return {
      rect: { left: 0, top: 0, width, height },
      x: { sign: 1, offset: 0 },
      y: { sign: 1, offset: 0 },
      near: inksOf(sheet.front, point => point),
      // Turned over its left or right edge, what is at the left of the back is behind the front's right.
      far: inksOf(back, ([x, y]) => (turnsLikePage ? [width - x, y] : [x, height - y])),
      hinges: [],
    };
  });
}

/** Which sheet's back comes on each front: the printer lays each sheet on the last one, and takes them from the top. */
function secondPass({ passes, sheets }: SheetPlan): number[] {
  const tray: number[] = [];
  for (const front of passes?.fronts ?? []) tray.push(front);
  const backs = sheets.map(() => -1);
  for (const back of passes?.backs ?? []) {
    const front = tray.pop();
    if (front === undefined) throw new Error('more backs than sheets');
    backs[front] = back;
  }
  if (tray.length > 0) throw new Error('sheets without backs');
  return backs;
}

function inksOf(side: SheetSide | null, toPaper: (point: Point) => Point): readonly Ink[] {
  return (side?.placements ?? []).map(placement => {
    const [topLeft, topRight, bottomLeft] = cornersOf(placement);
    return {
      page: placement.page,
      topLeft: toPaper(topLeft),
      topRight: toPaper(topRight),
      bottomLeft: toPaper(bottomLeft),
    };
  });
}

/** Head left, head right and foot left of a page that is turned clockwise. */
function cornersOf({ box, rotation }: Placement): readonly [Point, Point, Point] {
  const right = box.left + box.width;
  const bottom = box.top + box.height;
  switch (rotation) {
    case 0:
      return [
        [box.left, box.top],
        [right, box.top],
        [box.left, bottom],
      ];
    case 90:
      return [
        [right, box.top],
        [right, bottom],
        [box.left, box.top],
      ];
    case 180:
      return [
        [right, bottom],
        [box.left, bottom],
        [right, box.top],
      ];
    case 270:
      return [
        [box.left, bottom],
        [box.left, box.top],
        [right, bottom],
      ];
  }
}

/** Every sheet cut straight through, pieces by sheet and part; each piece lies as if it were a sheet of its own. */
function cutSheets({ cuts, parts }: SheetPlan, sheets: readonly Layer[]): ReadonlyMap<string, Layer> {
  const pieces = new Map<string, Layer>();
  sheets.forEach((sheet, index) => {
    let rest: readonly Layer[] = [sheet];
    for (const { axis, at } of cuts) rest = rest.flatMap(layer => split(layer, axis, at, null));
    if (rest.length !== parts.length) throw new Error(`cuts leave ${rest.length} parts, the plan has ${parts.length}`);
    parts.forEach((part, place) => {
      const piece = rest.find(({ rect }) => near(rect.left, part.left) && near(rect.top, part.top));
      if (piece === undefined || !near(piece.rect.width, part.width) || !near(piece.rect.height, part.height)) {
        throw new Error(`no cut leaves part ${place}`);
      }
      const moved = move(piece, -part.left, -part.top);
      pieces.set(`${index}/${place}`, { ...moved, x: { sign: 1, offset: 0 }, y: { sign: 1, offset: 0 } });
    });
  });
  return pieces;
}

/** One fold after another; the last one is the spine, and goes through every layer. */
function foldPiece(piece: Layer, folds: readonly Fold[]): readonly Layer[] {
  let layers: readonly Layer[] = [piece];
  folds.forEach(({ axis, at, behind }, index) => {
    const staying: Layer[] = [];
    const going: Layer[] = [];
    for (const layer of layers) {
      const parts = split(layer, axis, at, index);
      if (parts.length !== 2) throw new Error(`fold ${index} misses a layer`);
      const goesFirst = behind === 'left' || behind === 'top';
      for (const part of parts) {
        const start = axis === 'vertical' ? part.rect.left : part.rect.top;
        if (start < at - 0.01 === goesFirst) going.push(reflect(part, axis, at));
        else staying.push(part);
      }
    }
    // What is folded away lies behind, its last layer first.
    layers = [...staying, ...going.reverse()];
  });
  return layers;
}

/** A piece laid into the middle of those around it, or under those above it. */
function layTogether(stack: readonly Layer[], inner: readonly Layer[], isFolded: boolean): readonly Layer[] {
  const middle = isFolded ? stack.length / 2 : stack.length;
  return [...stack.slice(0, middle), ...inner, ...stack.slice(middle)];
}

/** Whatever is folded and not slit open must be the spine, or pages could not be turned. */
function openSlits(stack: readonly Layer[], { folds, slits }: SheetPlan): void {
  const isOpen = (hinge: Hinge): boolean =>
    slits.some(slit => slit.axis === hinge.axis && near(slit.at, hinge.at) && covers(slit, hinge));
  for (const { hinges } of stack) {
    const closed = hinges.filter(hinge => !isOpen(hinge));
    if (folds.length > 0 && !closed.some(hinge => hinge.fold === folds.length - 1)) throw new Error('a leaf is loose');
    if (closed.some(hinge => hinge.fold < folds.length - 1)) throw new Error('a leaf cannot be turned');
  }
}

function covers(slit: Slit, hinge: Hinge): boolean {
  return slit.from <= hinge.from + 0.01 && slit.to >= hinge.to - 0.01;
}

function readStack(
  stack: readonly Layer[],
  plan: SheetPlan,
  thicknessPt: number,
  signature: number,
): readonly ReadPage[] {
  return stack.flatMap((layer, index) => {
    // Each leaf around this one pushes it out by its thickness.
    const pushedPt = plan.folds.length === 0 ? 0 : Math.min(index, stack.length - 1 - index) * thicknessPt;
    return (['recto', 'verso'] as const).map(side => {
      const inks = side === 'recto' ? layer.near : layer.far;
      if (inks.length !== 1) throw new Error(`${inks.length} pages on one side of a leaf`);
      return readPage(inks[0], layer.rect, side, plan.direction, pushedPt, signature);
    });
  });
}

/** A recto is read as it lies; to read a verso the leaf is turned over the spine, and left becomes right. */
function readPage(
  ink: Ink | undefined,
  rect: SideBox,
  side: 'recto' | 'verso',
  direction: 'ltr' | 'rtl',
  pushedPt: number,
  signature: number,
): ReadPage {
  if (ink === undefined) throw new Error('no page');
  const [leftOut, rightOut] = [ink.topLeft[0], ink.topRight[0]];
  const left = Math.min(leftOut, rightOut);
  const right = Math.max(leftOut, rightOut);
  const spine = direction === 'ltr' ? rect.left : rect.left + rect.width;
  const distances = [Math.abs(left - spine), Math.abs(right - spine)] as const;
  const beyond = direction === 'ltr' ? left < spine : right > spine;
  const inner = Math.min(...distances) * (beyond ? -1 : 1);
  return {
    page: ink.page,
    side,
    isUpright:
      ink.topLeft[1] < ink.bottomLeft[1] &&
      near(ink.topLeft[1], ink.topRight[1]) &&
      (side === 'recto' ? leftOut < rightOut : leftOut > rightOut),
    innerPt: inner + pushedPt,
    outerPt: Math.max(...distances) + pushedPt,
    headPt: Math.min(ink.topLeft[1], ink.bottomLeft[1]) - rect.top,
    signature,
  };
}

/**
 * Reads a sheet that was slit before folding, so that its panels hang together in a ring: each panel is folded onto the one
 * before it. Printed sides are outside; leaves are two panels with their blank sides together.
 */
function readRing(plan: SheetPlan, [sheet]: readonly Layer[]): readonly ReadPage[] {
  if (sheet === undefined) throw new Error('no sheet');
  let panels: readonly Layer[] = [sheet];
  plan.folds.forEach(({ axis, at }, index) => {
    panels = panels.flatMap(panel => split(panel, axis, at, index));
  });
  const isSlit = (hinge: Hinge): boolean =>
    plan.slits.some(slit => slit.axis === hinge.axis && near(slit.at, hinge.at) && covers(slit, hinge));
  const joints = panels.map(panel => edgesOf(panel.rect).filter(edge => isFolded(edge, panels) && !isSlit(edge)));
  if (joints.some(edges => edges.length !== 2)) throw new Error('the panels do not hang together in a ring');
  const first = panels.findIndex(panel => panel.near.some(ink => ink.page === 0));
  return walkRing(plan, panels, joints, first);
}

function walkRing(
  plan: SheetPlan,
  panels: readonly Layer[],
  joints: readonly (readonly Hinge[])[],
  first: number,
): readonly ReadPage[] {
  const start = panels[first];
  if (start === undefined) throw new Error('the first page is nowhere');
  const spineAt = plan.direction === 'ltr' ? start.rect.left : start.rect.left + start.rect.width;
  const isSpine = (edge: Hinge): boolean => edge.axis === 'vertical' && near(edge.at, spineAt);
  // From the first page one goes on over its fore-edge or foot; the hinge at its spine is the way back from the last page.
  const pages: ReadPage[] = [];
  let at = first;
  let joint = joints[first]?.find(edge => !isSpine(edge));
  let toNow = (point: Point): Point => point;
  for (let step = 0; step < panels.length; step++) {
    const panel = panels[at];
    if (panel === undefined || joint === undefined) throw new Error('the ring is broken');
    const place = toNow;
    const rect = boxOf(
      place([panel.rect.left, panel.rect.top]),
      place([panel.rect.left + panel.rect.width, panel.rect.top + panel.rect.height]),
    );
    if (!near(rect.left, start.rect.left) || !near(rect.top, start.rect.top))
      throw new Error('panels do not lie on each other');
    const [ink, ...others] = panel.near;
    if (ink === undefined || others.length > 0) throw new Error(`${panel.near.length} pages on a panel`);
    const folded: Ink = {
      page: ink.page,
      topLeft: place(ink.topLeft),
      topRight: place(ink.topRight),
      bottomLeft: place(ink.bottomLeft),
    };
    const side = step % 2 === 0 ? 'recto' : 'verso';
    pages.push(readPage(folded, rect, side, plan.direction, 0, 0));
    const crossing = lineNow(joint, place);
    if (isSpine(crossing) !== (side === 'verso')) throw new Error(`panel ${at} is joined at the wrong edge`);
    const { axis, at: line } = joint;
    toNow = point => place(axis === 'vertical' ? [2 * line - point[0], point[1]] : [point[0], 2 * line - point[1]]);
    const passed = joint;
    const next = panels.findIndex((_, index) => index !== at && joints[index]?.some(edge => isSame(edge, passed)));
    joint = joints[next]?.find(edge => !isSame(edge, passed));
    at = next;
  }
  if (at !== first) throw new Error('the ring does not close');
  return pages;
}

function lineNow(edge: Hinge, place: (point: Point) => Point): Hinge {
  const [x, y] = place(edge.axis === 'vertical' ? [edge.at, edge.from] : [edge.from, edge.at]);
  return { ...edge, at: edge.axis === 'vertical' ? x : y };
}

function edgesOf({ left, top, width, height }: SideBox): readonly Hinge[] {
  return [
    { axis: 'vertical', at: left, from: top, to: top + height, fold: 0 },
    { axis: 'vertical', at: left + width, from: top, to: top + height, fold: 0 },
    { axis: 'horizontal', at: top, from: left, to: left + width, fold: 0 },
    { axis: 'horizontal', at: top + height, from: left, to: left + width, fold: 0 },
  ];
}

/** Whether paper goes on beyond an edge: two panels have it. */
function isFolded(edge: Hinge, panels: readonly Layer[]): boolean {
  return panels.filter(panel => edgesOf(panel.rect).some(other => isSame(other, edge))).length === 2;
}

function isSame(left: Hinge, right: Hinge): boolean {
  return left.axis === right.axis && near(left.at, right.at) && near(left.from, right.from) && near(left.to, right.to);
}

/** Both halves of a layer at a line, or the layer alone when the line does not cross it. */
function split(layer: Layer, axis: PaperLine['axis'], at: number, fold: number | null): readonly Layer[] {
  const { left, top, width, height } = layer.rect;
  const [start, size] = axis === 'vertical' ? [left, width] : [top, height];
  if (at <= start + 0.01 || at >= start + size - 0.01) return [layer];
  const rects: readonly SideBox[] =
    axis === 'vertical'
      ? [
          { left, top, width: at - left, height },
          { left: at, top, width: left + width - at, height },
        ]
      : [
          { left, top, width, height: at - top },
          { left, top: at, width, height: top + height - at },
        ];
  return rects.map(rect => {
    const isIn = (ink: Ink): boolean => {
      const x = (ink.topRight[0] + ink.bottomLeft[0]) / 2;
      const y = (ink.topRight[1] + ink.bottomLeft[1]) / 2;
      return x > rect.left && x < rect.left + rect.width && y > rect.top && y < rect.top + rect.height;
    };
    const part: Layer = { ...layer, rect, near: layer.near.filter(isIn), far: layer.far.filter(isIn) };
    const kept = part.hinges.filter(hinge => touches(hinge, part)).map(hinge => shorten(hinge, part));
    return { ...part, hinges: fold === null ? kept : [...kept, hingeAt(part, axis, at, fold)] };
  });
}

/** A fold as it lay in the flat sheet, as long as the layer is. */
function hingeAt({ rect, x, y }: Layer, axis: PaperLine['axis'], at: number, fold: number): Hinge {
  const [along, start, size, over] =
    axis === 'vertical' ? [y, rect.top, rect.height, x] : [x, rect.left, rect.width, y];
  const ends = [along.sign * start + along.offset, along.sign * (start + size) + along.offset];
  return { axis, at: over.sign * at + over.offset, from: Math.min(...ends), to: Math.max(...ends), fold };
}

/** Whether a hinge is at an edge of a part of its layer. */
function touches({ axis, at }: Hinge, { rect, x, y }: Layer): boolean {
  const [start, size, over] = axis === 'vertical' ? [rect.left, rect.width, x] : [rect.top, rect.height, y];
  return [start, start + size].some(edge => near(over.sign * edge + over.offset, at));
}

/** A hinge belongs to a part of its layer as far as the part goes. */
function shorten(hinge: Hinge, part: Layer): Hinge {
  const whole = hingeAt(part, hinge.axis, 0, hinge.fold);
  return { ...hinge, from: Math.max(hinge.from, whole.from), to: Math.min(hinge.to, whole.to) };
}

function reflect(layer: Layer, axis: PaperLine['axis'], at: number): Layer {
  const point = ([x, y]: Point): Point => (axis === 'vertical' ? [2 * at - x, y] : [x, 2 * at - y]);
  const turned = (inks: readonly Ink[]): readonly Ink[] =>
    inks.map(ink => ({
      page: ink.page,
      topLeft: point(ink.topLeft),
      topRight: point(ink.topRight),
      bottomLeft: point(ink.bottomLeft),
    }));
  const { left, top, width, height } = layer.rect;
  const back = ({ sign, offset }: Axis): Axis => ({ sign: sign === 1 ? -1 : 1, offset: offset + 2 * at * sign });
  return {
    rect: boxOf(point([left, top]), point([left + width, top + height])),
    x: axis === 'vertical' ? back(layer.x) : layer.x,
    y: axis === 'horizontal' ? back(layer.y) : layer.y,
    near: turned(layer.far),
    far: turned(layer.near),
    hinges: layer.hinges,
  };
}

function move(layer: Layer, dx: number, dy: number): Layer {
  const point = ([x, y]: Point): Point => [x + dx, y + dy];
  const moved = (inks: readonly Ink[]): readonly Ink[] =>
    inks.map(ink => ({
      page: ink.page,
      topLeft: point(ink.topLeft),
      topRight: point(ink.topRight),
      bottomLeft: point(ink.bottomLeft),
    }));
  const { left, top, width, height } = layer.rect;
  return {
    ...layer,
    rect: { left: left + dx, top: top + dy, width, height },
    near: moved(layer.near),
    far: moved(layer.far),
  };
}

function boxOf([ax, ay]: Point, [bx, by]: Point): SideBox {
  return { left: Math.min(ax, bx), top: Math.min(ay, by), width: Math.abs(bx - ax), height: Math.abs(by - ay) };
}
