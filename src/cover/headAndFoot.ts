import type { Color } from '../drawing/drawing.ts';
import type { Alignment } from '../drawing/letteringBlock.ts';
import type { CoverCanvas } from './coverDesign.ts';
import type { CoverLettering, LetteringDesign } from './coverLettering.ts';
import type { CoverSubject } from './coverSubject.ts';
import type { LetteringVoice } from './coverVoice.ts';

/** How a cover is lettered whose title stands at its head and whose names stand at its foot; lengths in cover units. */
export interface HeadAndFoot {
  readonly voice: LetteringVoice;
  readonly namesVoice?: LetteringVoice;
  readonly alignment: Alignment;
  readonly titleColor: Color;
  readonly subtitleColor?: Color;
  readonly namesColor: Color;
  /** From the edges at the sides, at the head and at the foot. */
  readonly margins: { readonly side: number; readonly head: number; readonly foot: number };
  readonly maxSize: number;
}

/** The parts of the height that belong to the title, with a subtitle and without, and to the names. */
const titleShare = 0.31;
const subtitledShare = 0.37;
const namesShare = 0.22;

/** Title and subtitle in the upper third, names in the lowest fifth; less of each on a cover that is low. */
export function headAndFoot(subject: CoverSubject, canvas: CoverCanvas, wish: HeadAndFoot): LetteringDesign {
  const { heightUnits, widthUnits } = canvas;
  const low = lowness(canvas);
  const measure = { left: wish.margins.side, right: widthUnits - wish.margins.side };
  const top = wish.margins.head * low;
  const bottom = heightUnits - wish.margins.foot * low;
  const share = (subject.subtitle ?? '') === '' ? titleShare : subtitledShare;
  return {
    canvas,
    title: {
      box: { ...measure, top, bottom: top + share * heightUnits },
      anchor: 'top',
      alignment: wish.alignment,
      voice: wish.voice,
      color: wish.titleColor,
      subtitleColor: wish.subtitleColor ?? wish.titleColor,
      maxSize: wish.maxSize * low,
    },
    names: {
      box: { ...measure, top: bottom - namesShare * heightUnits, bottom },
      anchor: 'bottom',
      alignment: wish.alignment,
      voice: wish.namesVoice ?? { family: 'EB Garamond', face: 'regular', letters: 'smallCapitals' },
      color: wish.namesColor,
    },
  };
}

/** How low a cover is beside those of shops, on which distances are measured; 1 for those that are as high. */
export function lowness({ heightUnits }: CoverCanvas): number {
  return Math.min(1, heightUnits / 1600);
}

/** What is free between the title at the head and the names at the foot: from the lowest ink to the highest. */
export function freeBetween(
  lettering: CoverLettering,
  canvas: CoverCanvas,
): { readonly top: number; readonly bottom: number } {
  const margin = emptyMargin * lowness(canvas);
  const top = Math.max(margin, lettering.title?.bottom ?? 0, lettering.subtitle?.bottom ?? 0);
  return { top, bottom: lettering.names?.top ?? canvas.heightUnits - margin };
}

/** What stays free at the head or the foot of a cover without lettering there. */
const emptyMargin = 60;
