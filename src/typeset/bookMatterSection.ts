import { inlineText } from '../book/plainText.ts';
import type { MatterSection } from '../book/tree.ts';
import { oneLine } from '../text/oneLine.ts';
import { type ElementNode, createGalley } from './galley.ts';
import { titleForms } from './runningHeads.ts';
import type { Section } from './section.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { setBlocks } from './setBlocks.ts';
import { addOpeningHeading } from './setHeadings.ts';
import { isDisplayed, matterTitle } from './setMatter.ts';
import { bodySetting, displayedSetting } from './textSetting.ts';

/** A section of the book's own front or back matter, an introduction or an afterword, set like a chapter. */
export function bookMatterSection(
  builder: SectionBuilder,
  matter: MatterSection,
  destination: string,
  numbering: Section['numbering'],
): Section {
  const { context, labels, document, language } = builder;
  const sect: ElementNode = { role: 'Sect', parent: document };
  const galley = createGalley();
  const title = matterTitle(matter, labels);
  if (isDisplayed(matter)) return displayedSection(builder, matter, numbering);
  addOpeningHeading(context, galley, {
    label: null,
    title,
    element: { role: 'H1', parent: sect },
    destination,
    source: matter,
  });
  setBlocks(context, galley, matter.blocks, bodySetting(context, language), sect);
  const name = title === null ? null : oneLine(inlineText(title));
  return {
    lines: galley.lines,
    startsOn: 'next',
    numbering,
    opening: 'dropFolio',
    heads: { verso: builder.bookHeads, recto: name === null ? builder.bookHeads : titleForms(name) },
    outline: name === null ? null : { title: name, level: 1 },
  };
}

/** A dedication or a motto, alone on a recto, somewhat above the middle. */
function displayedSection(builder: SectionBuilder, matter: MatterSection, numbering: Section['numbering']): Section {
  const { context, document, language } = builder;
  const { linesPerPage, gridPt } = context.geometry;
  const galley = createGalley();
  galley.addSink(Math.floor(linesPerPage / 4) * gridPt);
  const setting = displayedSetting(context, bodySetting(context, language));
  setBlocks(context, galley, matter.blocks, setting, { role: 'Sect', parent: document });
  return {
    lines: galley.lines,
    startsOn: 'recto',
    numbering,
    opening: 'bare',
    heads: { verso: builder.bookHeads, recto: builder.bookHeads },
    outline: null,
  };
}
