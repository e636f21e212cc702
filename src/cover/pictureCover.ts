import { contrastRatio, mixColors, readableInk } from '../drawing/color.ts';
import type { Box, Color, GroupShape } from '../drawing/drawing.ts';
import { polygon } from '../drawing/outline.ts';
import type { CoverCanvas, CoverDesign, CoverPalette, Motif } from './coverDesign.ts';
import { layCoverLettering } from './coverLettering.ts';
import type { CoverSubject } from './coverSubject.ts';
import { coverWordsFor } from './coverWords.ts';

/** A picture of the user's own, upright, checked and of a bounded size. */
export interface CoverPicture {
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** The colour that most of it has. */
  readonly mainColor: Color;
  /** What it shows, in the words of whoever brought it. */
  readonly altText: string | null;
}

/** A canvas in the proportion of a picture, so that nothing of it is cut off. */
export function pictureCanvas({ widthPx, heightPx }: CoverPicture): CoverCanvas {
  return { widthUnits: 1000, heightUnits: Math.round((1000 * heightPx) / widthPx), bleedUnits: 0 };
}

/** A cover that is the user's picture and nothing else, cut to the canvas about its middle. */
export function designPictureCover(subject: CoverSubject, picture: CoverPicture, canvas: CoverCanvas): CoverDesign {
  const { bleedUnits, widthUnits, heightUnits } = canvas;
  const whole = {
    left: -bleedUnits,
    top: -bleedUnits,
    right: widthUnits + bleedUnits,
    bottom: heightUnits + bleedUnits,
  };
  const palette = paletteOf(subject, picture);
  return {
    drawing: {
      ...canvas,
      background: palette.ground,
      shapes: [fillingPicture(picture, whole)],
      altText: describe(subject, picture),
    },
    palette,
    motif: lozenge,
  };
}

/** The part of the height that the picture has over the panel with the lettering. */
const pictureShare = 0.6;

/** The user's picture over a panel in its own colour, on which title and names stand. */
export function designLetteredPictureCover(
  subject: CoverSubject,
  picture: CoverPicture,
  canvas: CoverCanvas,
): CoverDesign {
  const { bleedUnits, widthUnits, heightUnits } = canvas;
  const palette = paletteOf(subject, picture);
  const panelTop = heightUnits * pictureShare;
  const measure = { left: 85, right: widthUnits - 85 };
  const panel = heightUnits - panelTop;
  const place = { alignment: 'center', color: palette.ink } as const;
  const lettering = layCoverLettering(subject, {
    canvas,
    title: {
      ...place,
      box: { ...measure, top: panelTop + 0.09 * panel, bottom: panelTop + 0.62 * panel },
      anchor: 'middle',
      voice: { family: 'EB Garamond', face: 'regular', letters: 'asWritten' },
      maxSize: 200,
    },
    names: {
      ...place,
      box: { ...measure, top: panelTop + 0.66 * panel, bottom: heightUnits - 70 },
      anchor: 'bottom',
      voice: { family: 'EB Garamond', face: 'regular', letters: 'smallCapitals' },
    },
  });
  const window = { left: -bleedUnits, top: -bleedUnits, right: widthUnits + bleedUnits, bottom: panelTop };
  const rule = polygon(
    corners({ left: -bleedUnits, top: panelTop, right: widthUnits + bleedUnits, bottom: panelTop + 8 }),
  );
  return {
    drawing: {
      ...canvas,
      background: palette.ground,
      shapes: [
        fillingPicture(picture, window),
        { type: 'path', steps: rule, fill: palette.accent, opacity: 1 },
        ...lettering.shapes,
      ],
      altText: describe(subject, picture),
    },
    palette,
    motif: lozenge,
  };
}

/** The picture cut to a window about its middle. */
function fillingPicture({ mediaType, bytes, widthPx, heightPx }: CoverPicture, window: Box): GroupShape {
  const [width, height] = [window.right - window.left, window.bottom - window.top];
  const scale = Math.max(width / widthPx, height / heightPx);
  const [overX, overY] = [(widthPx * scale - width) / 2, (heightPx * scale - height) / 2];
  const box = {
    left: window.left - overX,
    top: window.top - overY,
    right: window.right + overX,
    bottom: window.bottom + overY,
  };
  return {
    type: 'group',
    clip: polygon(corners(window)),
    blend: 'normal',
    opacity: 1,
    shapes: [{ type: 'picture', mediaType, bytes, box }],
  };
}

function corners({ left, top, right, bottom }: Box): (readonly [number, number])[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** A deep or a pale ground of the picture's colour, whichever is nearer, so that lettering reads on it. */
function paletteOf({ colors = [] }: CoverSubject, { mainColor }: CoverPicture): CoverPalette {
  const isDark = contrastRatio(mainColor, '#ffffff') > contrastRatio(mainColor, '#000000');
  const own = mixColors(mainColor, isDark ? '#0d0d10' : '#fbf8f0', isDark ? 0.45 : 0.7);
  const [ground = own, ink = isDark ? '#f6efe0' : '#1c1a18', accent = mixColors(mainColor, '#c8a45a', 0.5)] = colors;
  return { ground, ink: readableInk([ground], [ink]), accent };
}

/** Nothing is said of what the picture shows but what its owner says. */
function describe(subject: CoverSubject, { altText }: CoverPicture): string {
  const cover = coverWordsFor(subject.language).cover(subject.title, subject);
  return altText === null ? cover : `${cover} ${altText}`;
}

const lozenge: Motif = {
  widthUnits: 60,
  heightUnits: 40,
  steps: polygon([
    [30, 0],
    [60, 20],
    [30, 40],
    [0, 20],
  ]),
};
