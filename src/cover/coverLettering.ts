import type { Box, Color, LetteringShape } from '../drawing/drawing.ts';
import {
  fitLettering,
  type FittedLettering,
  type LetteringBounds,
  type PieceText,
  wordPieces,
} from '../drawing/fitLettering.ts';
import { drawableText, missingGraphemes, type TypeStyle } from '../drawing/lettering.ts';
import { type Alignment, blockHeight, layLettering } from '../drawing/letteringBlock.ts';
import { bundledFont } from '../fonts/bundledFonts.ts';
import type { CoverSubject } from './coverSubject.ts';
import { coverWordsFor } from './coverWords.ts';

/** The lettering of a cover in its places, and the room it leaves between for a picture. */
export interface CoverLettering {
  readonly shapes: readonly LetteringShape[];
  /** The lowest ink of title and subtitle; the top of the safe area when there is none. */
  readonly titleBottom: number;
  /** The highest ink of the names; the bottom of the safe area when there is none. */
  readonly namesTop: number;
}

/** How a cover style wants its lettering; lengths in drawing units. */
export interface LetteringDesign {
  readonly widthUnits: number;
  readonly heightUnits: number;
  readonly titleVoice: TitleVoice;
  readonly alignment: Alignment;
  readonly titleColor: Color;
  readonly namesColor: Color;
}

/** A title in upper and lower case, or in widely set capitals. An opening line that stands for a title is italic. */
export type TitleVoice = 'roman' | 'capitals';

/** Nothing is set closer to the edge than this share of the width; readers' shelves cut and round the corners. */
const safeMarginShare = 0.06;

/** Sets title and subtitle at the head of the cover and the names at its foot. */
export function layCoverLettering(subject: CoverSubject, design: LetteringDesign): CoverLettering {
  const margin = safeMarginShare * design.widthUnits;
  const head = withinSafeTop(margin, top => headShapes(subject, design, top), headTopShare * design.widthUnits);
  const floor = design.heightUnits - margin;
  const foot = withinSafeBottom(floor, baseline => footShapes(subject, design, baseline), design);
  return {
    shapes: [...head, ...foot],
    titleBottom: Math.max(margin, ...head.map(shape => shape.box.bottom)),
    namesTop: Math.min(floor, ...foot.map(shape => shape.box.top)),
  };
}

/** What of a cover's words no bundled face has a glyph for, and so is left out of the lettering. */
export function missingFromCover({ title, subtitle, authors, contributors, editors }: CoverSubject): readonly string[] {
  return [title, subtitle ?? '', ...authors, ...contributors, ...editors].flatMap(text =>
    missingGraphemes(text, italicStyle()),
  );
}

/** From the edge of the cover to the lettering's measure, as a share of the width; marks that hang reach beyond it. */
const textMarginShare = 0.085;
const headTopShare = 0.135;
const footBottomShare = 0.095;

/** Accents on a first line of large capitals may reach above the safe area; then all of the head moves down. */
function withinSafeTop(ceiling: number, layFrom: (top: number) => LetteringShape[], top: number): LetteringShape[] {
  const shapes = layFrom(top);
  const excess = ceiling - Math.min(ceiling, ...shapes.map(shape => shape.box.top));
  return excess === 0 ? shapes : layFrom(top + excess + 1);
}

/** Likewise marks below the last line. */
function withinSafeBottom(
  floor: number,
  layTo: (baseline: number) => LetteringShape[],
  design: LetteringDesign,
): LetteringShape[] {
  const baseline = design.heightUnits - footBottomShare * design.widthUnits;
  const shapes = layTo(baseline);
  const excess = Math.max(floor, ...shapes.map(shape => shape.box.bottom)) - floor;
  return excess === 0 ? shapes : layTo(baseline - excess - 1);
}

function headShapes(subject: CoverSubject, design: LetteringDesign, top: number): LetteringShape[] {
  const title = setTitle(subject, design);
  const place = { axisX: axisX(design), alignment: design.alignment, fill: design.titleColor };
  const shapes = layLettering(title.fitted, title.style, { ...place, top }).shapes;
  const bottom = lowestInk(shapes, top);
  const subtitle = setSubtitle(subject, title.fitted.sizeUnits, design);
  if (subtitle === null) return [...shapes];
  const gap = 34 + title.fitted.sizeUnits * 0.19;
  return [...shapes, ...layLettering(subtitle, italicStyle(), { ...place, top: bottom + gap }).shapes];
}

function setTitle(subject: CoverSubject, design: LetteringDesign): { fitted: FittedLettering; style: TypeStyle } {
  const style = titleStyle(subject, design);
  const text = drawableText(subject.title, style);
  const isCapitals = subject.isTitleGiven && design.titleVoice === 'capitals';
  const shown = isCapitals ? text.toLocaleUpperCase(localeOf(subject.language)) : text;
  return { fitted: fitLettering(wordPieces(shown), style, titleBounds(subject, design)), style };
}

function titleBounds(subject: CoverSubject, { widthUnits }: LetteringDesign): LetteringBounds {
  const maxHeight = ((subject.subtitle ?? '') === '' ? 0.54 : 0.44) * widthUnits;
  const maxWidth = widthUnits * (1 - 2 * textMarginShare);
  if (!subject.isTitleGiven) return { maxWidth, maxHeight, maxSize: 0.128 * widthUnits, minSize: 40 };
  return { maxWidth, maxHeight, maxSize: 0.29 * widthUnits, minSize: 40 };
}

function titleStyle(subject: CoverSubject, design: LetteringDesign): TypeStyle {
  if (!subject.isTitleGiven) return italicStyle();
  switch (design.titleVoice) {
    case 'roman':
      return {
        faces: faceChain('regular'),
        features: ['onum'],
        tracking: -4,
        leadingEm: isLong(subject) ? 1.12 : 0.94,
      };
    case 'capitals':
      return { faces: faceChain('regular'), features: ['case', '-liga'], tracking: 62, leadingEm: 0.98 };
  }
}

/** A title of many lines is read as a paragraph and wants its air. */
function isLong(subject: CoverSubject): boolean {
  return subject.title.length > 60;
}

function italicStyle(): TypeStyle {
  return { faces: faceChain('italic'), features: ['onum'], tracking: 2, leadingEm: 1.06 };
}

function smallCapitalsStyle(): TypeStyle {
  return { faces: faceChain('regular'), features: ['smcp', 'onum', '-liga', '-clig'], tracking: 96, leadingEm: 1.34 };
}

function faceChain(name: 'regular' | 'italic'): TypeStyle['faces'] {
  return [bundledFont(name), bundledFont('symbols'), bundledFont('symbols2'), bundledFont('emoji')];
}

function setSubtitle(
  subject: CoverSubject,
  titleSize: number,
  { widthUnits }: LetteringDesign,
): FittedLettering | null {
  const text = drawableText(subject.subtitle ?? '', italicStyle());
  if (text === '') return null;
  const maxSize = Math.max(40, Math.min(58, titleSize * 0.42));
  const maxWidth = widthUnits * (1 - 2 * textMarginShare) * 0.86;
  return fitLettering(wordPieces(text), italicStyle(), {
    maxWidth,
    maxHeight: 0.13 * widthUnits,
    maxSize,
    minSize: 32,
  });
}

function footShapes(subject: CoverSubject, design: LetteringDesign, lastBaseline: number): LetteringShape[] {
  const blocks = [
    ...(subject.contributors.length === 0 ? [] : [italicLine(coverWordsFor(subject.language).withStoriesBy, design)]),
    namesBlock(subject, design),
    editorsBlock(subject, design),
  ].filter(block => block !== null);
  const shapes: LetteringShape[] = [];
  let baseline = lastBaseline;
  for (const { fitted, style } of blocks.reverse()) {
    const top = baseline - blockHeight(fitted, style);
    const place = { axisX: axisX(design), top, alignment: design.alignment, fill: design.namesColor };
    shapes.unshift(...layLettering(fitted, style, place).shapes);
    baseline = top - 44;
  }
  return shapes;
}

interface FittedBlock {
  readonly fitted: FittedLettering;
  readonly style: TypeStyle;
}

function namesBlock(subject: CoverSubject, design: LetteringDesign): FittedBlock | null {
  const style = smallCapitalsStyle();
  const names = shownNames(subject)
    .map(name => drawableText(name, style))
    .filter(name => name !== '');
  if (names.length === 0) return null;
  const bounds = namesBounds(names.length, design);
  const whole = fitLettering(namePieces(names), style, bounds);
  // A name that is too long for a line is divided after all, rather than cut.
  return { style, fitted: whole.isShortened ? fitLettering(wordPieces(names.join(', ')), style, bounds) : whole };
}

/** One author's name is set larger than a list, which must stay a quiet paragraph. */
function namesBounds(count: number, { widthUnits }: LetteringDesign): LetteringBounds {
  const maxWidth = widthUnits * (1 - 2 * textMarginShare);
  if (count <= 3) return { maxWidth: maxWidth * 0.94, maxHeight: 200, maxSize: 54, minSize: 30 };
  return { maxWidth, maxHeight: 220, maxSize: 38, minSize: 28 };
}

/** Eight names are a list that can still be read; of more, the first seven stand for all. */
function shownNames({ authors, contributors, language }: CoverSubject): readonly string[] {
  const names = [...authors, ...contributors];
  if (names.length <= mostNames) return names;
  return [...names.slice(0, mostNames - 1), coverWordsFor(language).andOthers];
}

const mostNames = 8;

/** Each name in one piece: no line ends inside it. */
function namePieces(names: readonly string[]): PieceText[] {
  return names.map(name => ({ text: name.replaceAll(' ', '\u00a0'), joint: '\u00a0\u00b7 ' }));
}

function editorsBlock(subject: CoverSubject, design: LetteringDesign): FittedBlock | null {
  if (subject.editors.length === 0) return null;
  return italicLine(coverWordsFor(subject.language).editedBy(subject.editors), design);
}

function italicLine(words: string, design: LetteringDesign): FittedBlock | null {
  const style = italicStyle();
  const text = drawableText(words, style);
  const maxWidth = design.widthUnits * (1 - 2 * textMarginShare);
  const bounds = { maxWidth, maxHeight: 100, maxSize: 46, minSize: 30 };
  return text === '' ? null : { fitted: fitLettering(wordPieces(text), style, bounds), style };
}

function axisX({ alignment, widthUnits }: LetteringDesign): number {
  switch (alignment) {
    case 'left':
      return widthUnits * textMarginShare;
    case 'center':
      return widthUnits / 2;
  }
}

function lowestInk(shapes: readonly { readonly box: Box }[], otherwise: number): number {
  return Math.max(otherwise, ...shapes.map(shape => shape.box.bottom));
}

/** A language tag that `Intl` accepts; metadata may hold anything. */
function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'und';
  } catch {
    return 'und';
  }
}
