import type { List } from '../book/tree.ts';
import type { BlockSetter } from './blockSetter.ts';
import { childElement } from './childElement.ts';
import { type SetRun, roundPt } from './composeLine.ts';
import type { ElementNode, Galley } from './galley.ts';
import { type TextSetting, insetSetting } from './textSetting.ts';
import type { TypesetContext } from './typesetContext.ts';

/** Sets a list, each item's marker hanging to the left of its text. */
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
    const itemElement = childElement('LI', element);
    setBlocks(context, galley, item, inner, childElement('LBody', itemElement));
    const marker = markers[index] ?? '•';
    addMarker(
      galley,
      first,
      { style, text: `${marker} `, widthPt: roundPt(widths[index] ?? 0), part: childElement('Lbl', itemElement) },
      inner.leftPt - hangPt,
      setting,
    );
  });
  galley.addSpace(setting.leadingPt / 2);
}

/** Puts the marker before the item's first line, or on a line of its own when the item is empty. */
function addMarker(
  galley: Galley,
  first: number,
  marker: Omit<SetRun, 'xPt'>,
  leftPt: number,
  setting: TextSetting,
): void {
  const line = galley.lines[first];
  if (line === undefined) {
    const runs = [{ ...marker, xPt: 0 }];
    const wordSpacePt = roundPt(setting.style.sizePt * 0.2);
    galley.addBlock({
      lines: [{ runs, wordSpacePt, endsInSoftHyphen: false, endPt: marker.widthPt }],
      leftPt,
      heightPt: setting.leadingPt,
      element: marker.part?.parent ?? null,
    });
    return;
  }
  const xPt = roundPt(leftPt - line.leftPt);
  galley.lines[first] = { ...line, line: { ...line.line, runs: [{ ...marker, xPt }, ...line.line.runs] } };
}
