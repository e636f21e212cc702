import type { StoryField } from '../book/tree.ts';
import { oneLine } from '../text/oneLine.ts';
import { type SetLine, roundPt } from './composeLine.ts';
import type { ElementNode, Galley } from './galley.ts';
import { setParagraph, shiftLine } from './setParagraph.ts';
import type { TextSetting } from './textSetting.ts';
import { toItalic } from './textStyle.ts';
import type { TypesetContext } from './typesetContext.ts';

/** The column of labels takes at most this share of the measure; longer labels run into their values. */
const widestLabelShare = 0.3;
/** The gap between a label and its value, and how far the turned lines of a value without a column stand in, in ems. */
const labelGapEm = 0.9;
const hangEm = 1.2;

/** Adds what a story says of itself: the labels in italics in a column of their own, the values beside them. */
export function addFields(
  context: TypesetContext,
  galley: Galley,
  fields: readonly StoryField[],
  setting: TextSetting,
  parent: ElementNode,
): void {
  const style = toItalic(setting.style);
  const index = context.styles.indexOf(style);
  const labels = fields.map(field => `${oneLine(field.label)}:`);
  const widths = labels.map(label => context.measurer.widthOf(label, index));
  const widestPt = setting.measurePt * widestLabelShare;
  const columnPt = Math.max(0, ...widths.filter(widthPt => widthPt <= widestPt));
  fields.forEach((field, at) => {
    context.findings.moveTo(field.span);
    const label = labels[at] ?? '';
    const isInColumn = (widths[at] ?? 0) <= widestPt;
    const hangPt = isInColumn ? columnPt + labelGapEm * setting.style.sizePt : hangEm * setting.style.sizePt;
    const words = isInColumn ? field.value : `${label} ${field.value}`;
    const lines = setParagraph(context, [{ type: 'text', value: words }], {
      style: setting.style,
      measurePt: setting.measurePt - hangPt,
      alignment: 'left',
      firstIndentPt: isInColumn ? 0 : -hangPt,
      hyphenationLanguage: null,
    }).map(line => shiftLine(line, hangPt));
    const run = { style: index, xPt: 0, widthPt: roundPt(widths[at] ?? 0), text: `${label} ` };
    galley.addBlock({
      lines: isInColumn ? withRun(lines, run) : lines,
      leftPt: setting.leftPt,
      heightPt: setting.leadingPt,
      element: { role: 'P', parent },
    });
  });
}

/** The lines, a run put before the first; a line of its own where there are none. */
function withRun(lines: readonly SetLine[], run: SetLine['runs'][number]): readonly SetLine[] {
  const [first, ...others] = lines;
  if (first === undefined) return [{ runs: [run], wordSpacePt: 0, endsInSoftHyphen: false, endPt: run.widthPt }];
  return [{ ...first, runs: [run, ...first.runs] }, ...others];
}
