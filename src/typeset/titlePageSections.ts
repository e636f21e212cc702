import type { Anthology } from '../book/tree.ts';
import { bylineText, editorsText, shownFields } from '../book/byline.ts';
import { partOpeningMatter } from '../book/openingMatter.ts';
import { seriesLine } from '../book/series.ts';
import { oneLine } from '../text/oneLine.ts';
import { type ElementNode, type Galley, createGalley } from './galley.ts';
import type { Section } from './section.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { addFields } from './setFields.ts';
import { addDisplay, asText, titleSize } from './setHeadings.ts';
import { gatherFootnotes } from './gatherFootnotes.ts';
import { addNotedMatter } from './storySections.ts';
import { noteSetting } from './textSetting.ts';
import { createSmallCapsStyle, createTextStyle, toItalic } from './textStyle.ts';

/** More authors than this are not listed on a collection's title page: each stands with the own story. */
const maxAuthorsOnTitlePage = 3;

/** The title page, and behind it what a single story says of itself, its summary and warnings included. */
export function titlePageSections(builder: SectionBuilder, book: Anthology): Section[] {
  const sections = [titlePage(builder, book)];
  const [story] = book.stories;
  const fields = book.metadata.isCollection ? [] : shownFields(story.metadata.fields);
  const matter = book.metadata.isCollection ? [] : partOpeningMatter(story.frontMatter).withTitle;
  if (fields.length + matter.length === 0) return sections;
  const galley = createGalley();
  const { context, document } = builder;
  const language = story.metadata.language.text;
  const sect: ElementNode = { role: 'Sect', parent: document, language };
  galley.addSink(context.geometry.gridPt * 2);
  addFields(context, galley, fields, noteSetting(context, language), sect);
  addNotedMatter(builder, galley, story, matter, noteSetting(context, language), sect);
  return [
    ...sections,
    {
      ...frontSection(builder),
      ...gatherFootnotes(builder, galley, language, sect),
      startsOn: 'verso',
      opening: 'bare',
    },
  ];
}

/** A section of the front matter, still without lines. */
export function frontSection(builder: SectionBuilder): Section {
  return {
    lines: [],
    startsOn: 'next',
    numbering: 'roman',
    opening: 'dropFolio',
    heads: { verso: builder.bookHead, recto: builder.bookHead },
    outline: null,
  };
}

/** The title stands in the upper third, the names below it. */
const titleSinkShare = 0.2;

function titlePage(builder: SectionBuilder, book: Anthology): Section {
  const { context, labels, document } = builder;
  const { metadata } = book;
  const { gridPt, linesPerPage } = context.geometry;
  const bodyPt = context.design.bodyFontSizePt;
  const galley = createGalley();
  const sect: ElementNode = { role: 'Sect', parent: document };
  const title = asText(oneLine(metadata.displayTitle));
  const sizePt = titleSize(title, bodyPt * 2.5);
  galley.addSink(Math.floor(linesPerPage * titleSinkShare) * gridPt);
  addDisplay(context, galley, {
    inlines: title,
    style: createTextStyle(context.design.fonts.headings, sizePt),
    leadingPt: sizePt * 1.2,
    element: { role: 'H1', parent: sect },
    destination: 'title-page',
  });
  const subtitle = oneLine(metadata.subtitle ?? '');
  if (subtitle !== '') {
    galley.addSpace(gridPt);
    addDisplay(context, galley, {
      inlines: asText(subtitle),
      style: toItalic(createTextStyle(context.design.fonts.body, bodyPt * 1.25)),
      leadingPt: bodyPt * 1.6,
      element: { role: 'P', parent: sect },
    });
  }
  addNames(builder, galley, book, sect);
  return {
    ...frontSection(builder),
    lines: galley.lines,
    startsOn: 'recto',
    opening: 'bare',
    outline: { title: labels.titlePage, level: 1 },
  };
}

function addNames(builder: SectionBuilder, galley: Galley, { metadata }: Anthology, parent: ElementNode): void {
  const { context, labels } = builder;
  const names = metadata.authors.map(author => author.name);
  const isListed = !metadata.isCollection || names.length <= maxAuthorsOnTitlePage;
  const bodyPt = context.design.bodyFontSizePt;
  const editors = metadata.editors.map(editor => editor.name);
  const shown = [
    isListed ? bylineText(names, labels) : null,
    editorsText(editors, labels),
    seriesLine(metadata.series, labels),
  ];
  galley.addSpace(context.geometry.gridPt * 3);
  for (const text of shown) {
    if (text === null) continue;
    addDisplay(context, galley, {
      inlines: asText(text),
      style: createSmallCapsStyle(context.design.fonts.body, bodyPt * 1.1, text),
      leadingPt: context.geometry.gridPt * 1.25,
      element: { role: 'P', parent },
    });
    galley.addSpace(context.geometry.gridPt / 2);
  }
}
