import { isRightToLeft } from '../text/writingDirection.ts';
import type { Alignment } from './composeLine.ts';
import type { OpenedParagraph } from '../book/findOpening.ts';
import type { TextStyle } from './pageList.ts';
import { createTextStyle, toItalic } from './textStyle.ts';
import type { TypesetContext } from './typesetContext.ts';

/** How running text is set in one place: body, notes, quotations. */
export interface TextSetting {
  readonly style: TextStyle;
  readonly leadingPt: number;
  readonly leftPt: number;
  readonly measurePt: number;
  readonly indentPt: number;
  readonly alignment: Alignment;
  /** Whether a paragraph stands apart from the one before by a blank instead of an indent. */
  readonly isSpaced: boolean;
  readonly snapsToGrid: boolean;
  /** Whether it stands in a list, whose own lists need no blank around them. */
  readonly isInList?: boolean;
  /** BCP 47, for dividing words. */
  readonly language: string;
  /** The paragraph that a chapter opens with, when it is opened otherwise than the rest. */
  readonly opened?: OpenedParagraph | null;
}

/** Notes and matter are this much smaller than the text, and closer set. */
const noteSizeStepPt = 1.5;
const noteLeadingStepPt = 2;
/** Notes stand in from both edges, in ems of the body. */
const noteInsetEm = 1.6;

/** The setting of a chapter's body. */
export function bodySetting(context: TypesetContext, language: string): TextSetting {
  const { design, geometry } = context;
  return {
    style: createTextStyle(design.fonts.body, design.bodyFontSizePt),
    leadingPt: geometry.gridPt,
    leftPt: 0,
    measurePt: geometry.measurePt,
    indentPt: design.paragraphIndentPt,
    alignment: design.look.alignment,
    isSpaced: design.look.paragraphs === 'spaced',
    snapsToGrid: true,
    language,
  };
}

/** The setting of notes, fields and front matter: smaller and set in from both edges. */
export function noteSetting(context: TypesetContext, language: string): TextSetting {
  const { design, geometry } = context;
  const insetPt = noteInsetEm * design.bodyFontSizePt;
  return {
    style: createTextStyle(design.fonts.body, design.bodyFontSizePt - noteSizeStepPt),
    leadingPt: geometry.gridPt - noteLeadingStepPt,
    leftPt: insetPt,
    measurePt: geometry.measurePt - 2 * insetPt,
    indentPt: design.paragraphIndentPt * 0.8,
    alignment: design.look.alignment,
    isSpaced: design.look.paragraphs === 'spaced',
    snapsToGrid: false,
    language,
  };
}

/** The setting of notes at the foot of a page: as small, over the whole measure. */
export function footnoteSetting(context: TypesetContext, language: string): TextSetting {
  return { ...noteSetting(context, language), leftPt: 0, measurePt: context.geometry.measurePt };
}

/** How far words that stand alone are set in where a theme sets everything to the left, as a share of the measure. */
const displayedInset = 0.3;

/** The same for a few words that stand alone, a dedication or a motto: centred, or to the left as headings are; in italics. */
export function displayedSetting({ design }: TypesetContext, setting: TextSetting): TextSetting {
  const own = { ...setting, style: toItalic(setting.style), indentPt: 0 };
  if (design.look.headings.align === 'center') return { ...own, alignment: 'center' };
  return { ...insetSetting(own, setting.measurePt * displayedInset, 0), alignment: 'left' };
}

/** A setting that stands in further, from the edge that it is read from, the other one or both. */
export function insetSetting(setting: TextSetting, startPt: number, endPt: number): TextSetting {
  const [leftPt, rightPt] = isRightToLeft(setting.language) ? [endPt, startPt] : [startPt, endPt];
  const narrowest = setting.style.sizePt * 8;
  const measurePt = Math.max(setting.measurePt - leftPt - rightPt, Math.min(narrowest, setting.measurePt));
  const roomPt = setting.measurePt - measurePt;
  return { ...setting, leftPt: setting.leftPt + Math.min(leftPt, roomPt), measurePt };
}

/** The first line's indent in ems where a language has its own, for opening paragraphs as for all others. */
const ownIndents: Readonly<Record<string, number>> = { zh: 2, yue: 2, ja: 1 };

/** A first line keeps the rest of the measure for its words, in narrow quotations too. */
const deepestIndent = 0.5;

/** How far a paragraph's first line stands in. */
export function firstIndent({ style, indentPt, measurePt, language }: TextSetting, isOpening: boolean): number {
  const deepestPt = measurePt * deepestIndent;
  const ownEm = ownIndents[language.split('-')[0]?.toLowerCase() ?? ''];
  if (ownEm !== undefined) return indentPt === 0 ? 0 : Math.min(ownEm * style.sizePt, deepestPt);
  return isOpening ? 0 : Math.min(indentPt, deepestPt);
}
