import { joinNames } from '../book/byline.ts';
import { visibleText } from '../book/titles.ts';
import type { ElementNode, Galley } from './galley.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { addDisplay, asText } from './setHeadings.ts';
import { createLetteringStyle } from './textStyle.ts';

/**
 * "by Anna and Ben": where lines are centred the names stand below the word, which gives way to them.
 * `share` is the size of the names against those of the title page.
 */
export function addByline(
  builder: SectionBuilder,
  galley: Galley,
  names: readonly string[],
  share: number,
  parent: ElementNode,
): void {
  const { context, labels } = builder;
  const joined = joinNames(names, labels);
  if (joined === null) return;
  const [before = '', after = ''] = labels.by('\n').split('\n');
  const look = context.design.look.titlePage;
  if (look.align === 'left' || before.trim() === '' || after !== '') {
    addTitleLine(builder, galley, tieNames(labels.by(joined), names), share, parent);
    return;
  }
  const element: ElementNode = { role: 'P', parent };
  const by = { ...look.subtitle, size: Math.min(look.subtitle.size, look.names.size) * share };
  addDisplay(context, galley, {
    inlines: asText(before.trim()),
    style: createLetteringStyle(context.design, by, before),
    leadingPt: context.geometry.gridPt * 1.25,
    align: look.align,
    element,
  });
  addTitleLine(builder, galley, tieNames(joined, names), share, element);
}

/** A longer name may be parted between two lines. */
const longestTiedName = 20;

/** A text with the names in it each on one line: `by Anna Tinsel`, a no-break space in the name. */
export function tieNames(text: string, names: readonly string[]): string {
  const tied = names.filter(name => name.length <= longestTiedName).map(name => visibleText(name));
  return tied.reduce((shown, name) => shown.replaceAll(name, name.replace(/ /g, '\u00a0')), text);
}

/** A line below a title, `share` the size of the names of the title page. */
export function addTitleLine(
  builder: SectionBuilder,
  galley: Galley,
  text: string,
  share: number,
  parent: ElementNode,
): void {
  const { context } = builder;
  const { gridPt } = context.geometry;
  const look = context.design.look.titlePage;
  const style = createLetteringStyle(context.design, { ...look.names, size: look.names.size * share }, text);
  addDisplay(context, galley, {
    inlines: asText(text),
    style,
    leadingPt: Math.max(gridPt, style.sizePt * 1.35),
    align: look.align,
    element: parent.role === 'P' ? parent : { role: 'P', parent },
  });
  galley.addSpace(gridPt * 0.75);
}
