import type { Anthology } from '../book/tree.ts';
import { oneLine } from '../text/oneLine.ts';
import { type ElementNode, createGalley } from './galley.ts';
import type { Section } from './section.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { addDisplay, asText, titleStyle } from './setHeadings.ts';
import { scaleLettering } from './textStyle.ts';
import { frontSection } from './titlePageSections.ts';

/** A half title is this much smaller than the title. */
const halfTitleShare = 0.55;
/** Two sheets of sixteen pages: what is shorter is a pamphlet, and has no leaf to spare. */
export const fewestPagesWithHalfTitle = 32;

/**
 * The title alone and small on the first recto of the book, as the leaf that once kept the title page clean; nothing behind
 * it. Print needs no second one before the text, which begins on a recto with a heading of its own.
 */
export function halfTitleSection(builder: SectionBuilder, { metadata }: Anthology): Section {
  const { context, document } = builder;
  const { titlePage } = context.design.look;
  const { gridPt } = context.geometry;
  const galley = createGalley();
  const sect: ElementNode = { role: 'Sect', parent: document };
  const inlines = asText(oneLine(metadata.displayTitle));
  galley.addSink(titlePage.sink * gridPt);
  addDisplay(context, galley, {
    inlines,
    ...titleStyle(context, inlines, scaleLettering(titlePage.title, halfTitleShare)),
    align: titlePage.align,
    element: { role: 'P', parent: sect },
  });
  return { ...frontSection(builder), lines: galley.lines, startsOn: 'recto', opening: 'bare' };
}
