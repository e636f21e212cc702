import type { Anthology } from '../book/tree.ts';
import { editorsText, shownFields } from '../book/byline.ts';
import { partOpeningMatter } from '../book/openingMatter.ts';
import { seriesLine } from '../book/series.ts';
import { visibleText } from '../book/titles.ts';
import { oneLine } from '../text/oneLine.ts';
import { type ElementNode, type Galley, type GalleyLine, createGalley } from './galley.ts';
import { addAtFoot, fitsPage } from './pageFoot.ts';
import type { Section } from './section.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { addFields } from './setFields.ts';
import { gatherFootnotes } from './gatherFootnotes.ts';
import { addBar, addDisplay, asText, titleStyle } from './setHeadings.ts';
import { addOpener } from './setMotif.ts';
import { addNotedMatter, openingMatter } from './storySections.ts';
import { noteSetting } from './textSetting.ts';
import { createLetteringStyle, scaleLettering } from './textStyle.ts';
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

/** What a title page may give up, so that it stays one page. */
interface TitlePageRoom {
  /** Of the lines that its title sinks, and of the sizes of its letters. */
  readonly sinkShare: number;
  readonly letterShare: number;
  readonly hasOpener: boolean;
}

/** What is tried until the page holds all: an ornament says less than a word, and blank lines less than large ones. */
const titlePageRooms: readonly TitlePageRoom[] = [
  { sinkShare: 1, letterShare: 1, hasOpener: true },
  { sinkShare: 0.5, letterShare: 1, hasOpener: true },
  { sinkShare: 0.5, letterShare: 1, hasOpener: false },
  { sinkShare: 0, letterShare: 1, hasOpener: false },
  { sinkShare: 0, letterShare: 0.75, hasOpener: false },
  { sinkShare: 0, letterShare: 0.55, hasOpener: false },
];

/** The title, the names and the publisher, on a recto of their own. */
export function titlePageSection(builder: SectionBuilder, book: Anthology): Section {
  let lines: readonly GalleyLine[] = [];
  for (const room of titlePageRooms) {
    lines = setTitlePage(builder, book, room).lines;
    if (fitsPage(builder.context, lines)) break;
  }
  return {
    ...frontSection(builder),
    lines,
    startsOn: 'recto',
    opening: 'bare',
    outline: { title: builder.labels.titlePage, level: 1 },
  };
}

function setTitlePage(builder: SectionBuilder, book: Anthology, room: TitlePageRoom): Galley {
  const { context, document } = builder;
  const { gridPt } = context.geometry;
  const look = context.design.look.titlePage;
  const galley = createGalley();
  const sect: ElementNode = { role: 'Sect', parent: document };
  galley.addSink(look.sink * room.sinkShare * gridPt);
  if (look.rule === 'bar') addBar(context, galley);
  addBookTitle(builder, galley, book, room, sect);
  if (room.hasOpener) addOpener(context, galley, context.ornaments?.opener);
  addTitlePageNames(builder, galley, book, sect);
  addPublisher(builder, galley, book, sect);
  return galley;
}

/** The title and what it says below it. */
function addBookTitle(
  { context }: SectionBuilder,
  galley: Galley,
  { metadata }: Anthology,
  { letterShare }: TitlePageRoom,
  parent: ElementNode,
): void {
  const look = context.design.look.titlePage;
  const title = asText(oneLine(metadata.displayTitle));
  addDisplay(context, galley, {
    inlines: title,
    ...titleStyle(context, title, scaleLettering(look.title, letterShare)),
    align: look.align,
    element: { role: 'H1', parent },
    destination: 'title-page',
  });
  const subtitle = oneLine(metadata.subtitle ?? '');
  if (subtitle === '') return;
  galley.addSpace(context.geometry.gridPt * 0.75);
  addDisplay(context, galley, {
    inlines: asText(subtitle),
    ...titleStyle(context, asText(subtitle), scaleLettering(look.subtitle, letterShare)),
    align: look.align,
    element: { role: 'P', parent },
  });
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
