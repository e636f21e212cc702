import { type FaceName, fontId, fontOf, type FontId } from '../fonts/fontLibrary.ts';
import { typewriterFamily } from '../fonts/bundledFamilies.ts';
import type { Inline } from '../book/tree.ts';
import type { Lettering } from '../theme/bookLook.ts';
import type { PrintDesign } from '../theme/theme.ts';
import type { TextStyle } from './pageList.ts';

/** Superiors and inferiors: their size and shift in ems of the text they stand in. */
const scriptSize = 0.66;
const superscriptRise = 0.34;
const subscriptRise = -0.16;

/** An author's aside inside a paragraph is set smaller and a little wider, so that its brackets are not the story's. */
const inlineNoteSize = 0.84;
const inlineNoteTrackingEm = 0.015;

/** A typewriter's letters are large on their bodies; at this size they are as high as those of the text. */
const inlineCodeSize = 0.86;

/** Figures as wide as they are drawn, and as tall as capitals: the old-style 1 of EB Garamond reads as a small capital I. */
const textFigures: readonly string[] = ['pnum'];

/** A plain style of running text in a family and a size. */
export function createTextStyle(family: string, sizePt: number, changes: Partial<TextStyle> = {}): TextStyle {
  return {
    font: fontId(family, 'regular'),
    features: textFigures,
    sizePt,
    risePt: 0,
    trackingPt: 0,
    isStruck: false,
    ...changes,
  };
}

/**
 * Letterspacing of small capitals, in ems. Poppler takes 0.1 em between two letters for a word space (at 0.1 em it reads
 * "Chap ter 1"), and kerning can add 0.04 em to the letterspacing, as in "RA" and "TV" of EB Garamond.
 */
const smallCapsTrackingEm = 0.05;

/** Spaced small capitals of running text. Words that are all capitals become small capitals throughout. */
export function createSmallCapsStyle(family: string, sizePt: number, text: string): TextStyle {
  return createTextStyle(family, sizePt, {
    features: isShouted(text) ? allSmallCaps : smallCaps,
    trackingPt: sizePt * smallCapsTrackingEm,
  });
}

const smallCaps: readonly string[] = ['smcp', 'pnum', '-liga'];
const allSmallCaps: readonly string[] = ['smcp', 'c2sc', 'pnum', '-liga'];

/** Whether a text is capitals throughout: `THE END`; not `The END`, and no initial or number alone. */
function isShouted(text: string): boolean {
  return text === text.toUpperCase() && /\p{L}[^\p{L}]*\p{L}/u.test(text) && text !== text.toLowerCase();
}

/**
 * The style of a line of display: a theme's lettering on the words `text`. Words that are capitals throughout come out in
 * small capitals wherever the face has them, for a title need not shout to be seen.
 */
export function createLetteringStyle(design: PrintDesign, lettering: Lettering, text: string): TextStyle {
  const family = design.fonts[lettering.font];
  const sizePt = Math.round(lettering.size * design.bodyFontSizePt * 100) / 100;
  const font = fontId(family, lettering.face);
  const isUpright = lettering.face === 'regular';
  if (lettering.case === 'normal' && !(isUpright && isShouted(text))) return createTextStyle(family, sizePt, { font });
  const isAll = lettering.case === 'capitals' || isShouted(text);
  return createTextStyle(family, sizePt, {
    font,
    features: isAll ? allSmallCaps : smallCaps,
    trackingPt: sizePt * smallCapsTrackingEm,
  });
}

/** The same lettering larger or smaller, by a factor. */
export function scaleLettering(lettering: Lettering, factor: number): Lettering {
  return { ...lettering, size: lettering.size * factor };
}

/** The style of what stands inside an inline, from the style around it. */
export function deriveStyle(style: TextStyle, type: Inline['type']): TextStyle {
  switch (type) {
    case 'emphasis':
      return { ...style, font: toggleItalic(style.font) };
    case 'strong':
      return { ...style, font: toBold(style.font) };
    case 'strikethrough':
      return { ...style, isStruck: true };
    case 'superscript':
    case 'footnoteReference':
      return { ...style, ...shiftScript(style, superscriptRise) };
    case 'subscript':
      return { ...style, ...shiftScript(style, subscriptRise) };
    case 'inlineCode':
      return {
        ...style,
        font: fontId(typewriterFamily, 'regular'),
        features: ['-liga', '-clig', '-calt', 'tnum'],
        sizePt: style.sizePt * inlineCodeSize,
      };
    case 'inlineNote':
      return { ...style, sizePt: style.sizePt * inlineNoteSize, trackingPt: style.sizePt * inlineNoteTrackingEm };
    case 'text':
    case 'link':
    case 'foreign':
    case 'image':
    case 'hardBreak':
      return style;
  }
}

function shiftScript(style: TextStyle, riseEm: number): Pick<TextStyle, 'sizePt' | 'risePt'> {
  return { sizePt: style.sizePt * scriptSize, risePt: style.risePt + style.sizePt * riseEm };
}

const italicOf: Readonly<Record<FaceName, FaceName>> = {
  regular: 'italic',
  italic: 'regular',
  bold: 'boldItalic',
  boldItalic: 'bold',
};

/** Emphasis inside emphasis stands upright again. */
function toggleItalic(id: FontId): FontId {
  const { family, face } = fontOf(id);
  return fontId(family, italicOf[face]);
}

/** The italic of a style, whatever it is. */
export function toItalic(style: TextStyle): TextStyle {
  const { family, face } = fontOf(style.font);
  return { ...style, font: fontId(family, face === 'bold' || face === 'boldItalic' ? 'boldItalic' : 'italic') };
}

function toBold(id: FontId): FontId {
  const { family, face } = fontOf(id);
  return fontId(family, face === 'italic' || face === 'boldItalic' ? 'boldItalic' : 'bold');
}
