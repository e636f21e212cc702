import type { Anthology } from '../book/tree.ts';
import { editorsText, shownFields } from '../book/byline.ts';
import { partOpeningMatter } from '../book/openingMatter.ts';
import { seriesLine } from '../book/series.ts';
import { visibleText } from '../book/titles.ts';
import { oneLine } from '../text/oneLine.ts';
import { type ElementNode, type Galley, type GalleyLine, createGalley } from './galley.ts';
import { addAtFoot } from './pageFoot.ts';
import type { Section } from './section.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { addFields } from './setFields.ts';
import { gatherFootnotes } from './gatherFootnotes.ts';
import { addBar, addDisplay, asText, titleStyle } from './setHeadings.ts';
import { addOpener } from './setMotif.ts';
import { addNotedMatter, openingMatter } from './storySections.ts';
import { noteSetting } from './textSetting.ts';
import { createLetteringStyle } from './textStyle.ts';
import { addByline, addTitleLine, tieNames } from './titleNames.ts';

/** More authors than this are not listed on a collection's title page: each stands with the own story. */
const maxAuthorsOnTitlePage = 3;

/**
 * The title page, and on its back what a single story says of itself, its summary and warnings included, above the imprint;
 * the imprint goes on a page of its own where both do not fit. The contents stand there, too, where a booklet has no page for
 * them.
 */
export function titlePageSections(
  builder: SectionBuilder,
  book: Anthology,
  imprint: readonly GalleyLine[],
  contents: readonly Section[] = [],
): Section[] {
  const { context, document, labels } = builder;
  const title = titlePageSection(builder, book);
  const back: Section = { ...frontSection(builder), opening: 'bare', startsOn: 'verso' };
  const outline = { title: labels.imprint, level: 1 } as const;
  const galley = createGalley();
  const [story] = book.stories;
  const language = story.metadata.language.text;
  const sect: ElementNode = { role: 'Sect', parent: document, language };
  if (!book.metadata.isCollection) {
    const setting = noteSetting(context, language);
    galley.addSink(context.geometry.gridPt * 2);
    addFields(context, galley, shownFields(story.metadata.fields), setting, sect);
    const { withTitle } = partOpeningMatter(story.frontMatter);
    // A booklet has no page for the rest alone.
    const matter = context.design.frontMatter === 'full' ? withTitle : [...withTitle, ...openingMatter(story)];
    addNotedMatter(builder, galley, story, matter, setting, sect);
  }
  const [listed] = contents;
  if (listed !== undefined) return [title, ...contentsAndImprint(builder, listed, imprint, { ...back, outline })];
  const text = gatherFootnotes(builder, galley, language, sect);
  const hasImprint = text.footnotes === null && addAtFoot(context, galley, imprint);
  if (hasImprint) return [title, { ...back, ...text, outline }];
  const own = createGalley();
  addAtFoot(context, own, imprint);
  return [title, { ...back, ...text }, { ...back, startsOn: 'next', lines: own.lines, outline }];
}

/** The contents behind the title, the imprint below them, or on the page after them where both do not fit. */
function contentsAndImprint(
  { context }: SectionBuilder,
  contents: Section,
  imprint: readonly GalleyLine[],
  ofImprint: Section,
): Section[] {
  const galley = createGalley();
  galley.lines.push(...contents.lines);
  if (addAtFoot(context, galley, imprint)) return [{ ...contents, startsOn: 'verso', lines: galley.lines }];
  const own = createGalley();
  addAtFoot(context, own, imprint);
  return [
    { ...contents, startsOn: 'verso' },
    { ...ofImprint, startsOn: 'next', lines: own.lines },
  ];
}

/** A section of the front matter, still without lines. */
export function frontSection(builder: SectionBuilder): Section {
  return {
    lines: [],
    startsOn: 'next',
    numbering: 'roman',
    opening: 'dropFolio',
    heads: { verso: builder.bookHeads, recto: builder.bookHeads },
    outline: null,
  };
}

/** The title, the names and the publisher, on a recto of their own. */
export function titlePageSection(builder: SectionBuilder, book: Anthology): Section {
  const { context, labels, document } = builder;
  const { metadata } = book;
  const { gridPt } = context.geometry;
  const look = context.design.look.titlePage;
  const galley = createGalley();
  const sect: ElementNode = { role: 'Sect', parent: document };
  const title = asText(oneLine(metadata.displayTitle));
  galley.addSink(look.sink * gridPt);
  if (look.rule === 'bar') addBar(context, galley);
  addDisplay(context, galley, {
    inlines: title,
    ...titleStyle(context, title, look.title),
    align: look.align,
    element: { role: 'H1', parent: sect },
    destination: 'title-page',
  });
  const subtitle = oneLine(metadata.subtitle ?? '');
  if (subtitle !== '') {
    galley.addSpace(gridPt * 0.75);
    addDisplay(context, galley, {
      inlines: asText(subtitle),
      ...titleStyle(context, asText(subtitle), look.subtitle),
      align: look.align,
      element: { role: 'P', parent: sect },
    });
  }
  addOpener(context, galley, context.ornaments?.opener);
  addTitlePageNames(builder, galley, book, sect);
  addPublisher(builder, galley, book, sect);
  return {
    ...frontSection(builder),
    lines: galley.lines,
    startsOn: 'recto',
    opening: 'bare',
    outline: { title: labels.titlePage, level: 1 },
  };
}

function addTitlePageNames(
  builder: SectionBuilder,
  galley: Galley,
  { metadata }: Anthology,
  parent: ElementNode,
): void {
  const { context, labels } = builder;
  const { gridPt } = context.geometry;
  const names = metadata.authors.map(author => author.name);
  const isListed = !metadata.isCollection || names.length <= maxAuthorsOnTitlePage;
  galley.addSpace(gridPt * 2);
  if (isListed) addByline(builder, galley, names, 1, parent);
  const editorNames = metadata.editors.map(editor => editor.name);
  const editors = editorsText(editorNames, labels);
  for (const text of [editors, seriesLine(metadata.series, labels)]) {
    if (text === null) continue;
    addTitleLine(builder, galley, tieNames(text, editorNames), 0.87, parent);
  }
}

/** The publisher's name at the foot of the page. */
function addPublisher(builder: SectionBuilder, galley: Galley, { metadata }: Anthology, parent: ElementNode): void {
  const { context } = builder;
  const publisher = visibleText(metadata.publisher ?? '', '');
  if (publisher === '') return;
  const foot = createGalley();
  const look = context.design.look.titlePage;
  const style = createLetteringStyle(context.design, { ...look.names, size: look.names.size * 0.87 }, publisher);
  addDisplay(context, foot, {
    inlines: asText(publisher),
    style,
    leadingPt: context.geometry.gridPt,
    align: look.align,
    element: { role: 'P', parent },
  });
  if (!addAtFoot(context, galley, foot.lines)) {
    galley.addSpace(context.geometry.gridPt * 2);
    galley.lines.push(...foot.lines);
  }
}
