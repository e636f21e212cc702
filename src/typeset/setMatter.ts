import type { BookLabels } from '../book/labels.ts';
import { inlineText } from '../book/plainText.ts';
import type { Inline, MatterSection } from '../book/tree.ts';
import { type ElementNode, type Galley, type GalleyRule } from './galley.ts';
import { addBarBeside, barInsetPt } from './asideBar.ts';
import { setBlocks } from './setBlocks.ts';
import { setBalanced } from './setParagraph.ts';
import { asText, noText } from './setHeadings.ts';
import { type TextSetting, displayedSetting } from './textSetting.ts';
import { createLetteringStyle, scaleLettering } from './textStyle.ts';
import type { TextStyle } from './pageList.ts';
import type { TypesetContext } from './typesetContext.ts';

/** Whether a section is a few words that speak for themselves by their place: they stand alone and need no heading. */
export function isDisplayed(section: MatterSection): boolean {
  return section.role === 'dedication' || section.role === 'epigraph';
}

/** A section's heading: its own, else its role's; `null` where none is wanted. */
export function matterTitle(section: MatterSection, labels: BookLabels): readonly Inline[] | null {
  if (inlineText(section.title).trim() !== '') return section.title;
  return isDisplayed(section) ? null : asText(labels.matter[section.role]);
}

/** Adds labelled sections in the setting of notes, a blank line between them. */
export function addMatter(
  context: TypesetContext,
  galley: Galley,
  sections: readonly MatterSection[],
  setting: TextSetting,
  labels: BookLabels,
  parent: ElementNode,
): void {
  for (const section of sections) {
    const sect: ElementNode = { role: 'Sect', parent };
    const title = matterTitle(section, labels);
    const hasBar = context.design.look.asides === 'bar' && !isDisplayed(section);
    const own = hasBar
      ? { ...setting, leftPt: barInsetPt, measurePt: context.geometry.measurePt - barInsetPt }
      : setting;
    const first = galley.lines.length;
    galley.addSpace(context.geometry.gridPt);
    if (title !== null) {
      galley.addBlock({
        lines: setBalanced(
          context,
          title,
          labelStyle(context, own, inlineText(title)),
          own.measurePt,
          context.design.look.headings.align,
        ),
        leftPt: own.leftPt,
        heightPt: own.leadingPt,
        keepsWithNext: true,
        element: { role: 'H3', parent: sect },
      });
      galley.addSpace(setting.leadingPt * 0.35);
    }
    const words = isDisplayed(section) ? displayedSetting(context, own) : own;
    setBlocks(context, galley, section.blocks, words, sect);
    if (hasBar) addBarBeside(galley, first, own.leftPt);
  }
}

/** The style of a label in a setting that may be smaller than the text. */
function labelStyle({ design }: TypesetContext, setting: TextSetting, text: string): TextStyle {
  const share = setting.style.sizePt / design.bodyFontSizePt;
  return createLetteringStyle(design, scaleLettering(design.look.labels, share), text);
}

/** The width of the short rule between notes and text, in ems of the body. */
const dividerEm = 4;

/** A short rule in the middle of a blank line: notes end or begin here. */
export function addDivider(context: TypesetContext, galley: Galley): void {
  const { gridPt, measurePt } = context.geometry;
  const widthPt = dividerEm * context.design.bodyFontSizePt;
  const rule: GalleyRule = {
    leftPt: (measurePt - widthPt) / 2,
    rightPt: (measurePt + widthPt) / 2,
    abovePt: gridPt * 0.25,
    thicknessPt: 0.4,
    isDotted: false,
  };
  galley.keepLastWithNext();
  galley.addSpace(gridPt / 2);
  galley.addBlock({
    lines: [noText],
    leftPt: 0,
    heightPt: gridPt,
    element: null,
    keepsWithNext: true,
    rules: [[rule]],
  });
}
