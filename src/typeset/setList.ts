import type { List } from '../book/tree.ts';
import { isRightToLeft } from '../text/writingDirection.ts';
import type { BlockSetter } from './blockSetter.ts';
import { childElement } from './childElement.ts';
import { type SetRun, roundPt } from './composeLine.ts';
import type { ElementNode, Galley } from './galley.ts';
import { setParagraph } from './setParagraph.ts';
import { type TextSetting, insetSetting } from './textSetting.ts';
import type { TypesetContext } from './typesetContext.ts';

/** The marks of lists in lists. */
const bullets = ['•', '–'] as const;
/** The gap between a marker and its text, in ems. */
const markerGapEm = 0.5;

/** Sets a list, set in by the indent of a paragraph: bullets hang before their text, numbers end at one edge. */
export function setList(
  context: TypesetContext,
  galley: Galley,
  list: List,
  setting: TextSetting,
  parent: ElementNode,
  setBlocks: BlockSetter,
): void {
  const style = context.styles.indexOf(setting.style);
  const depth = listDepth(parent);
  const bullet = bullets[Math.min(depth, bullets.length - 1)] ?? '•';
  const markers = list.items.map((_, index) => (list.ordered ? `${list.start + index}.` : bullet));
  const widths = markers.map(marker => context.measurer.widthOf(marker, style));
  const widestPt = Math.max(0, ...widths);
  const indentPt = depth > 0 ? 0 : setting.style.sizePt;
  const inner = {
    ...insetSetting(setting, indentPt + widestPt + markerGapEm * setting.style.sizePt, 0),
    isInList: true,
    snapsToGrid: false,
  };
  const element = childElement('L', parent, list.lang);
  const blankPt = setting.isInList === true ? 0 : setting.leadingPt / 2;
  galley.addSpace(blankPt);
  list.items.forEach((item, index) => {
    const first = galley.lines.length;
    const itemElement = childElement('LI', element);
    setBlocks(context, galley, item, inner, childElement('LBody', itemElement));
    const marker = markers[index] ?? bullet;
    const part = childElement('Lbl', itemElement);
    const widthPt = widths[index] ?? 0;
    const gapPt = markerGapEm * setting.style.sizePt;
    if (isRightToLeft(setting.language)) {
      const roomPt = widthPt + setting.style.sizePt;
      const runs = turnedMarker(context, marker, inner, roomPt).map(run => ({ ...run, part }));
      addMarker(galley, first, runs, inner.leftPt + inner.measurePt + gapPt + widthPt - roomPt, setting);
    } else {
      const run = { style, xPt: 0, text: `${marker} `, widthPt: roundPt(widthPt), part };
      addMarker(galley, first, [run], inner.leftPt - gapPt - widthPt, setting);
    }
  });
  galley.addSpace(blankPt);
}

/** How many lists an element stands in. */
function listDepth(element: ElementNode): number {
  let depth = 0;
  for (let at: ElementNode | null = element; at !== null; at = at.parent) if (at.role === 'L') depth++;
  return depth;
}

/** A marker at the right edge of a room: "12." keeps its figures in order, and its point on their left. */
function turnedMarker(
  context: TypesetContext,
  marker: string,
  { style }: TextSetting,
  roomPt: number,
): readonly SetRun[] {
  const [line] = setParagraph(context, [{ type: 'text', value: marker }], {
    style,
    measurePt: roomPt,
    alignment: 'left',
    firstIndentPt: 0,
    hyphenationLanguage: null,
    direction: 'rtl',
  });
  return line?.runs ?? [];
}

/** Puts the marker before the item's first line, or on a line of its own when the item is empty. */
function addMarker(
  galley: Galley,
  first: number,
  marker: readonly SetRun[],
  leftPt: number,
  setting: TextSetting,
): void {
  const line = galley.lines[first];
  if (line === undefined) {
    const wordSpacePt = roundPt(setting.style.sizePt * 0.2);
    galley.addBlock({
      lines: [{ runs: marker, wordSpacePt, endsInSoftHyphen: false, endPt: marker[0]?.widthPt ?? 0 }],
      leftPt,
      heightPt: setting.leadingPt,
      element: marker[0]?.part?.parent ?? null,
    });
    return;
  }
  const runs = marker.map(run => ({ ...run, xPt: roundPt(run.xPt + leftPt - line.leftPt) }));
  galley.lines[first] = { ...line, line: { ...line.line, runs: [...runs, ...line.line.runs] } };
}
