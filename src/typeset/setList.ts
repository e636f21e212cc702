import type { List } from '../book/tree.ts';
import { isRightToLeft } from '../text/writingDirection.ts';
import type { BlockSetter } from './blockSetter.ts';
import { childElement } from './childElement.ts';
import { roundPt } from './composeLine.ts';
import type { ElementNode, Galley } from './galley.ts';
import type { Run } from './pageList.ts';
import { setParagraph } from './setParagraph.ts';
import { type TextSetting, insetSetting } from './textSetting.ts';
import type { TypesetContext } from './typesetContext.ts';

/** Sets a list, each item's marker hanging out before its text. */
export function setList(
  context: TypesetContext,
  galley: Galley,
  list: List,
  setting: TextSetting,
  parent: ElementNode,
  setBlocks: BlockSetter,
): void {
  const style = context.styles.indexOf(setting.style);
  const markers = list.items.map((_, index) => (list.ordered ? `${list.start + index}.` : '•'));
  const widths = markers.map(marker => context.measurer.widthOf(marker, style));
  const hangPt = Math.max(...widths, setting.style.sizePt) + setting.style.sizePt * 0.4;
  const inner = insetSetting(setting, hangPt, 0);
  const element = childElement('L', parent, list.lang);
  galley.addSpace(setting.leadingPt / 2);
  list.items.forEach((item, index) => {
    const first = galley.lines.length;
    setBlocks(context, galley, item, inner, childElement('LI', element));
    const marker = markers[index] ?? '•';
    if (isRightToLeft(setting.language)) {
      const runs = turnedMarker(context, marker, inner, hangPt);
      addMarker(galley, first, runs, inner.leftPt + inner.measurePt, setting);
    } else {
      const run = { style, xPt: 0, text: `${marker} `, widthPt: roundPt(widths[index] ?? 0) };
      addMarker(galley, first, [run], inner.leftPt - hangPt, setting);
    }
  });
  galley.addSpace(setting.leadingPt / 2);
}

/** A marker at the right edge of a room `hangPt` wide: "12." keeps its figures in order, and its point on their left. */
function turnedMarker(context: TypesetContext, marker: string, { style }: TextSetting, hangPt: number): readonly Run[] {
  const [line] = setParagraph(context, [{ type: 'text', value: marker }], {
    style,
    measurePt: hangPt,
    alignment: 'left',
    firstIndentPt: 0,
    hyphenationLanguage: null,
    direction: 'rtl',
  });
  return line?.runs ?? [];
}

/** Puts the marker before the item's first line, or on a line of its own when the item is empty. */
function addMarker(galley: Galley, first: number, marker: readonly Run[], leftPt: number, setting: TextSetting): void {
  const line = galley.lines[first];
  if (line === undefined) {
    const wordSpacePt = roundPt(setting.style.sizePt * 0.2);
    galley.addBlock({
      lines: [{ runs: marker, wordSpacePt, endsInSoftHyphen: false, endPt: marker[0]?.widthPt ?? 0 }],
      leftPt,
      heightPt: setting.leadingPt,
      element: null,
    });
    return;
  }
  const runs = marker.map(run => ({ ...run, xPt: roundPt(run.xPt + leftPt - line.leftPt) }));
  galley.lines[first] = { ...line, line: { ...line.line, runs: [...runs, ...line.line.runs] } };
}
