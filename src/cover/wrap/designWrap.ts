import { readableInk } from '../../drawing/color.ts';
import type { Box, Drawing, GroupShape, PathShape, Shape } from '../../drawing/drawing.ts';
import { flattenDrawing } from '../../drawing/flattenDrawing.ts';
import { polygon } from '../../drawing/outline.ts';
import { placeShapes } from '../../drawing/placeShapes.ts';
import type { CoverCanvas, CoverDesign } from '../coverDesign.ts';
import type { CoverSubject } from '../coverSubject.ts';
import type { WrapPlan } from './planWrap.ts';
import { type BackWords, setBack } from './setBack.ts';
import { setSpine } from './setSpine.ts';

/** A cover around a book as one drawing, in points. */
export interface WrapDesign {
  readonly drawing: Drawing;
  readonly hasSpineText: boolean;
  /** Whether the back had no room for all of its words. */
  readonly isBackShortened: boolean;
}

export interface WrapWords extends BackWords {
  /** Whether the spine may be lettered at all. */
  readonly hasSpineText: boolean;
}

/** The canvas on which the front of a wrap is to be designed: a page of the book, with its bleed. */
export function frontCanvas([widthPt, heightPt]: readonly [number, number], bleedPt: number): CoverCanvas {
  const unitsPerPt = 1000 / widthPt;
  return { widthUnits: 1000, heightUnits: heightPt * unitsPerPt, bleedUnits: bleedPt * unitsPerPt };
}

/** Draws back and spine in the colours of the front, and the front as it was designed for this canvas. */
export function designWrap(
  subject: CoverSubject,
  words: WrapWords,
  { drawing: front, palette, motif, voice }: CoverDesign,
  plan: WrapPlan,
): WrapDesign {
  const inks = {
    ground: palette.ground,
    ink: readableInk([palette.ground], [palette.ink]),
    accent: palette.accent,
  };
  const back = setBack(subject, words, plan, inks, motif);
  const spine =
    words.hasSpineText && plan.spineSafe !== null
      ? setSpine(subject, plan.spineSafe, inks, { motif, ...(voice === undefined ? {} : { voice }) })
      : null;
  const barcode = plan.barcode === null ? [] : [boxShape(plan.barcode, '#ffffff')];
  return {
    drawing: {
      widthUnits: plan.trimPt[0],
      heightUnits: plan.trimPt[1],
      bleedUnits: plan.bleedPt,
      background: inks.ground,
      shapes: [...frontShapes(front, plan), ...barcode, ...(spine?.shapes ?? []), ...back.shapes],
      altText: [front.altText, ...words.description].join(' '),
    },
    hasSpineText: spine?.hasTitle === true,
    isBackShortened: back.isShortened,
  };
}

/**
 * The front in its place, cut off at the fold. What lets something through and what lies below it are apart from the shapes
 * above: where nothing may be clear, only the former become pixels, and lettering stays sharp.
 */
function frontShapes(front: Drawing, { front: panel, back, bleedPt }: WrapPlan): Shape[] {
  const scale = (panel.right - panel.left) / front.widthUnits;
  const seen: Box = {
    left: panel.left < back.left ? panel.left - bleedPt : panel.left,
    right: panel.left < back.left ? panel.right : panel.right + bleedPt,
    top: panel.top - bleedPt,
    bottom: panel.bottom + bleedPt,
  };
  const { below, above } = flattenDrawing(front);
  const layers = [below, above].filter(shapes => shapes.length > 0);
  return [
    boxShape(seen, front.background),
    ...layers.map((shapes): GroupShape => ({
      type: 'group',
      clip: outlineOf(seen),
      blend: 'normal',
      opacity: 1,
      shapes: placeShapes(shapes, scale, [panel.left, panel.top]),
    })),
  ];
}

function boxShape(box: Box, fill: string): PathShape {
  return { type: 'path', steps: outlineOf(box), fill, opacity: 1 };
}

function outlineOf({ left, top, right, bottom }: Box): PathShape['steps'] {
  return polygon([[left, top], [right, top], [right, bottom], [left, bottom]]); // prettier-ignore
}
