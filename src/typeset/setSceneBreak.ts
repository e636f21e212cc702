import type { SetLine } from './composeLine.ts';
import type { Galley, GalleyRule } from './galley.ts';
import { setParagraph } from './setParagraph.ts';
import type { TextSetting } from './textSetting.ts';
import { createLetteringStyle } from './textStyle.ts';
import type { TypesetContext } from './typesetContext.ts';

/** The ornament stands on the grid with a blank line above and below, and is never first or last on a page if that can be. */
export function addSceneBreak(context: TypesetContext, galley: Galley, setting: TextSetting): void {
  const lines = setOrnament(context, setting);
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
    rules: context.design.look.sceneBreak.rules ? lines.map(line => rulesBeside(line, setting)) : [],
  });
  galley.addSpace(setting.leadingPt);
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

function rulesBeside({ runs, endPt }: SetLine, { leftPt, style }: TextSetting): GalleyRule[] {
  const startPt = leftPt + (runs[0]?.xPt ?? 0);
  const em = style.sizePt;
  const rule = { abovePt: besideEm.above * em, thicknessPt: 0.5, isDotted: false };
  const [near, far] = [besideEm.gap * em, (besideEm.gap + besideEm.length) * em];
  return [
    { ...rule, leftPt: startPt - far, rightPt: startPt - near },
    { ...rule, leftPt: leftPt + endPt + near, rightPt: leftPt + endPt + far },
  ];
}
