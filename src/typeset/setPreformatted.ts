import type { Preformatted } from '../book/tree.ts';
import { childElement } from './childElement.ts';
import type { ElementNode, Galley } from './galley.ts';
import type { TextStyle } from './pageList.ts';
import { noText } from './setHeadings.ts';
import { setParagraph, shiftLine } from './setParagraph.ts';
import type { TextSetting } from './textSetting.ts';
import { createTextStyle } from './textStyle.ts';
import type { TypesetContext } from './typesetContext.ts';

/** The sizes that typewritten text may have, in ems of the text: the largest at which its longest line fits is taken. */
const typewriterSizes = [0.84, 0.76, 0.68] as const;

/** Keeps the lines and the blanks of the source; a line too long for the measure goes on further in. */
export function addPreformatted(
  context: TypesetContext,
  galley: Galley,
  block: Preformatted,
  setting: TextSetting,
  parent: ElementNode,
): void {
  const source = block.value
    .replace(/^\n+|\n+$/g, '')
    .split('\n')
    .map(line => line.replace(/\t/g, '    ').replace(/^ +| +(?= )/g, blanks => '\u00a0'.repeat(blanks.length)));
  const style = typewriterStyle(context, source, setting);
  const hangPt = style.sizePt * 2;
  const lines = source.flatMap(value => {
    const set = setParagraph(context, [{ type: 'text', value }], {
      style,
      measurePt: setting.measurePt - hangPt,
      alignment: 'left',
      firstIndentPt: -hangPt,
      hyphenationLanguage: null,
    }).map(line => shiftLine(line, hangPt));
    return set.length === 0 ? [noText] : set;
  });
  galley.addSpace(setting.leadingPt / 2);
  const element = childElement('P', parent, block.lang);
  galley.addBlock({ lines, leftPt: setting.leftPt, heightPt: setting.leadingPt, element });
  galley.addSpace(setting.leadingPt / 2);
}

function typewriterStyle(context: TypesetContext, lines: readonly string[], setting: TextSetting): TextStyle {
  const family = context.design.fonts.labels;
  const styles = typewriterSizes.map(size =>
    createTextStyle(family, setting.style.sizePt * size, { features: ['-liga', '-clig', 'tnum'] }),
  );
  const widestPt = (style: TextStyle): number => {
    const index = context.styles.indexOf(style);
    return Math.max(0, ...lines.map(line => context.measurer.widthOf(line, index)));
  };
  const [largest] = styles;
  return styles.find(style => widestPt(style) <= setting.measurePt) ?? largest ?? setting.style;
}
