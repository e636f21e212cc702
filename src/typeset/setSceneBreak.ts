import type { Ornament } from '../drawing/ornament.ts';
import { isRightToLeft } from '../text/writingDirection.ts';
import type { SetLine } from './composeLine.ts';
import type { BlockLines, Galley, GalleyRule } from './galley.ts';
import { noText } from './setHeadings.ts';
import { motifLeft, motifSize } from './setMotif.ts';
import { setParagraph } from './setParagraph.ts';
import type { TextSetting } from './textSetting.ts';
import { createLetteringStyle } from './textStyle.ts';
import type { TypesetContext } from './typesetContext.ts';

/** The ornament stands on the grid with a blank line above and below, and is never first or last on a page if that can be. */
export function addSceneBreak(context: TypesetContext, galley: Galley, setting: TextSetting): void {
  const { lines, inksPt, ...shown } = setMark(context, setting);
  galley.keepLastWithNext();
  galley.addSpace(setting.leadingPt);
  galley.addBlock({
    lines,
    leftPt: setting.leftPt,
    heightPt: setting.leadingPt,
    snapsToGrid: setting.snapsToGrid,
    keepsWithNext: true,
    isSceneBreak: true,
    element: null,
    rules: context.design.look.sceneBreak.rules ? inksPt.map(ink => rulesBeside(ink, setting)) : [],
    ...shown,
  });
  galley.addSpace(setting.leadingPt);
}

/** What stands at a scene break, and from where to where each of its lines has ink, from the setting's left edge. */
interface SceneBreakMark extends Pick<BlockLines, 'lines' | 'ornament'> {
  readonly inksPt: readonly (readonly [left: number, right: number])[];
}

function setMark(context: TypesetContext, setting: TextSetting): SceneBreakMark {
  const motif = context.ornaments?.sceneBreak;
  const isMotif = context.design.look.sceneBreak.ornament === 'motif' && motif !== undefined;
  if (isMotif) return setMotif(context, motif, setting);
  const lines = setOrnament(context, setting);
  return { lines, inksPt: lines.map(({ runs, endPt }) => [runs[0]?.xPt ?? 0, endPt]) };
}

/** The middle of a motif stands above the baseline by this, in ems: about that of capitals and of letters between them. */
const middleEm = 0.28;
/** From the top of a line to its baseline, as in the geometry of pages. */
const baselineShare = 0.75;

/** A motif as large as a letter is wide: a square of an em. */
function setMotif({ design }: TypesetContext, motif: Ornament, setting: TextSetting): SceneBreakMark {
  const { measurePt, leadingPt, language } = setting;
  const em = setting.style.sizePt;
  const size = motifSize(motif, em);
  const left = motifLeft(size.widthPt, measurePt, design.look.sceneBreak.align, isRightToLeft(language));
  const ornament = {
    ornament: motif,
    leftPt: setting.leftPt + left,
    belowTopPt: baselineShare * leadingPt - middleEm * em - size.heightPt / 2,
    ...size,
  };
  return { lines: [noText], ornament, inksPt: [[left, left + size.widthPt]] };
}

function setOrnament(context: TypesetContext, setting: TextSetting): SetLine[] {
  const { design } = context;
  const { font, face, align } = design.look.sceneBreak;
  const size = setting.style.sizePt / design.bodyFontSizePt;
  const value = design.sceneBreakOrnament.replace(/ /g, '\u00a0\u00a0');
  return setParagraph(context, [{ type: 'text', value }], {
    style: createLetteringStyle(design, { font, face, case: 'normal', size }, ''),
    measurePt: setting.measurePt,
    alignment: align,
    firstIndentPt: 0,
    hyphenationLanguage: null,
  });
}

/** The rules at the sides of an ornament: their length, their gap from it and their height above the baseline, in ems. */
const besideEm = { length: 2.2, gap: 0.7, above: 0.26 } as const;

function rulesBeside([inkLeft, inkRight]: readonly [number, number], { leftPt, style }: TextSetting): GalleyRule[] {
  const em = style.sizePt;
  const rule = { abovePt: besideEm.above * em, thicknessPt: 0.5, isDotted: false };
  const [near, far] = [besideEm.gap * em, (besideEm.gap + besideEm.length) * em];
  return [
    { ...rule, leftPt: leftPt + inkLeft - far, rightPt: leftPt + inkLeft - near },
    { ...rule, leftPt: leftPt + inkRight + near, rightPt: leftPt + inkRight + far },
  ];
}
