import type { StoryField } from '../book/tree.ts';
import { oneLine } from '../text/oneLine.ts';
import type { ElementNode, Galley } from './galley.ts';
import { setParagraph } from './setParagraph.ts';
import type { TextSetting } from './textSetting.ts';
import type { TypesetContext } from './typesetContext.ts';

/** Adds what a story says of itself, a line each: the label in italics, the value after it. */
export function addFields(
  context: TypesetContext,
  galley: Galley,
  fields: readonly StoryField[],
  setting: TextSetting,
  parent: ElementNode,
): void {
  const hangPt = setting.style.sizePt * 1.2;
  for (const field of fields) {
    context.findings.moveTo(field.span);
    const label = { type: 'emphasis', children: [{ type: 'text', value: `${oneLine(field.label)}:` }] } as const;
    const value = { type: 'text', value: ` ${field.value}` } as const;
    const lines = setParagraph(context, [label, value], {
      style: setting.style,
      measurePt: setting.measurePt - hangPt,
      alignment: 'left',
      firstIndentPt: -hangPt,
      hyphenationLanguage: null,
    });
    const leftPt = setting.leftPt + hangPt;
    galley.addBlock({ lines, leftPt, heightPt: setting.leadingPt, element: { role: 'P', parent } });
  }
}
