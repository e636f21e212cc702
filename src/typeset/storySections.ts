import type { Anthology, Chapter, Footnote, MatterSection, PartHeading, Story } from '../book/tree.ts';
import { partAsHeading, partLine, showParts, type ShownChapter } from '../book/partHeadings.ts';
import { findOpenedParagraph } from '../book/findOpening.ts';
import { partOpeningMatter } from '../book/openingMatter.ts';
import { inlineText } from '../book/plainText.ts';
import { seriesLine } from '../book/series.ts';
import { shownFields } from '../book/byline.ts';
import { chapterHeading } from './chapterHeading.ts';
import { chapterLine } from '../book/titles.ts';
import { oneLine } from '../text/oneLine.ts';
import { type ElementNode, type Galley, createGalley } from './galley.ts';
import { storyHeads } from './runningHeads.ts';
import type { OutlineLevel, RunningHeads, Section } from './section.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { gatherFootnotes } from './gatherFootnotes.ts';
import { type NotedText, notesIn } from './bookNotes.ts';
import { setBlocks } from './setBlocks.ts';
import { addFootnotes } from './setFootnotes.ts';
import { addFields } from './setFields.ts';
import { addBar, addDisplay, addOpeningHeading, asText, titleStyle } from './setHeadings.ts';
import { addOpener, openerEm } from './setMotif.ts';
import { setBalanced } from './setParagraph.ts';
import { addDivider, addMatter, matterTitle } from './setMatter.ts';
import { type TextSetting, bodySetting, noteSetting } from './textSetting.ts';
import { createLetteringStyle, scaleLettering } from './textStyle.ts';
import { addByline, addTitleLine } from './titleNames.ts';

/** Names of places that links lead to. */
export const destinationOf = {
  story: (storyIndex: number): string => `story-${storyIndex + 1}`,
  part: (storyIndex: number, chapterIndex: number): string => `story-${storyIndex + 1}-part-at-${chapterIndex + 1}`,
  chapter: (storyIndex: number, chapterIndex: number): string => `story-${storyIndex + 1}-chapter-${chapterIndex + 1}`,
  matter: (place: 'front' | 'back', index: number): string => `${place}-matter-${index + 1}`,
};

/** A story of the book and where it stands in it. */
export interface StoryPlace {
  readonly book: Anthology;
  readonly story: Story;
  readonly index: number;
  readonly isCollection: boolean;
}

/** A story's title and its names against those of the title page, and how far they sink. */
const storyPageShare = 0.8;
const storyNamesShare = 0.9;
/** A title over its text sinks less than one with a page to itself, against a chapter's heading. */
const runInShare = 0.6;

/** The page that opens a story of a collection: title, names, fields, and the story's front matter. */
export function storyPageSection(builder: SectionBuilder, place: StoryPlace): Section {
  const { context, document } = builder;
  const { metadata } = place.story;
  const language = metadata.language.text;
  const sect: ElementNode = { role: 'Sect', parent: document, language };
  const galley = createGalley();
  const sinkLines = context.design.look.titlePage.sink * storyPageShare;
  addStoryTitle(builder, galley, place, { sinkLines, openerSize: openerEm.ownPage }, sect);
  return {
    ...gatherFootnotes(builder, galley, language, sect),
    startsOn: context.design.frontMatter === 'full' ? 'recto' : 'next',
    numbering: 'arabic',
    opening: 'bare',
    heads: headsOf(builder, place, null),
    outline: storyOutline(place),
  };
}

function storyOutline({ story }: StoryPlace): Section['outline'] {
  return { title: oneLine(story.metadata.displayTitle), level: 1 };
}

/** How far a title stands below the head of its page, in lines, and how large its opener is, in ems. */
interface TitleRoom {
  readonly sinkLines: number;
  readonly openerSize: number;
}

/** A story's title, its names, fields and front matter. */
function addStoryTitle(
  builder: SectionBuilder,
  galley: Galley,
  { story, index }: StoryPlace,
  { sinkLines, openerSize }: TitleRoom,
  parent: ElementNode,
): void {
  const { context, labels } = builder;
  const { metadata } = story;
  const { gridPt } = context.geometry;
  const look = context.design.look.titlePage;
  const title = asText(oneLine(metadata.displayTitle));
  galley.addSink(sinkLines * gridPt);
  if (look.rule === 'bar') addBar(context, galley);
  addDisplay(context, galley, {
    inlines: title,
    ...titleStyle(context, title, scaleLettering(look.title, storyPageShare)),
    align: look.align,
    element: { role: 'H1', parent },
    destination: destinationOf.story(index),
    source: story,
  });
  addOpener(context, galley, context.ornaments?.storyOpeners[index], openerSize);
  galley.addSpace(gridPt);
  const names = metadata.authors.map(author => author.text.name);
  addByline(builder, galley, names, storyNamesShare, parent);
  const series = seriesLine(metadata.series, labels);
  if (series !== null) addTitleLine(builder, galley, series, storyNamesShare, parent);
  const setting = noteSetting(context, metadata.language.text);
  galley.addSpace(gridPt * 2);
  addFields(context, galley, shownFields(metadata.fields), setting, parent);
  const matter = [...partOpeningMatter(story.frontMatter).withTitle, ...openingMatter(story)];
  addNotedMatter(builder, galley, story, matter, setting, parent);
}

/** Whether a story of a collection says its title over its text, and has no page for it. */
export function isTitleRunIn({ context, labels }: SectionBuilder, { story, isCollection }: StoryPlace): boolean {
  const [first] = showParts(story.chapters, labels);
  return isCollection && context.design.frontMatter !== 'full' && first?.partBefore === null;
}

/**
 * What stands before the first chapter besides what stands with the title; a story without chapters has nothing that its
 * back matter could stand behind.
 */
export function openingMatter(story: Story): readonly MatterSection[] {
  const { after } = partOpeningMatter(story.frontMatter);
  return story.chapters.length === 0 ? [...after, ...story.backMatter] : after;
}

function headsOf({ context, labels }: SectionBuilder, { book, story }: StoryPlace, chapter: Chapter | null): RunningHeads {
  return storyHeads({ book, story, chapter }, context.design.look.runningHeads, labels);
} // prettier-ignore

/** The page that opens a part of a story, a recto of its own with the part's label and title. */
export function partSection(
  builder: SectionBuilder,
  { story, index, isCollection }: StoryPlace,
  part: PartHeading,
  chapterIndex: number,
): Section {
  const { context, labels, document } = builder;
  const sect: ElementNode = { role: 'Sect', parent: document, language: story.metadata.language.text };
  const galley = createGalley();
  addOpeningHeading(context, galley, {
    ...chapterHeading(partAsHeading(part), labels),
    element: { role: isCollection ? 'H2' : 'H1', parent: sect },
    destination: destinationOf.part(index, chapterIndex),
  });
  const title = partLine(part, labels);
  const language = story.metadata.language.text;
  // At the chapter's end the notes of the part's title stand with the chapter's.
  if (context.design.footnotes === 'foot') galley.footnotes.push(...notesIn([{ inlines: [part.title] }], story));
  return {
    ...gatherFootnotes(builder, galley, language, sect),
    startsOn: 'recto',
    numbering: 'arabic',
    opening: 'bare',
    heads: { verso: builder.bookHeads, recto: [title] },
    outline: { title, level: isCollection ? 2 : 1 },
  };
}

/** One chapter with its notes, on pages of its own; below the last one the story's back matter. */
export function chapterSection(
  builder: SectionBuilder,
  place: StoryPlace,
  { chapter, isInPart, showsPart }: ShownChapter,
  chapterIndex: number,
): Section {
  const { labels, document } = builder;
  const { story, isCollection } = place;
  const sect: ElementNode = { role: 'Sect', parent: document, language: story.metadata.language.text };
  const isBelowPart = isInPart && !showsPart;
  const level = levelOf(isCollection, isBelowPart);
  const galley = createGalley();
  const opensStory = chapterIndex === 0 && isTitleRunIn(builder, place);
  if (opensStory) {
    const sinkLines = builder.context.design.look.headings.sink * runInShare;
    addStoryTitle(builder, galley, place, { sinkLines, openerSize: openerEm.runIn }, sect);
  }
  addOpeningHeading(builder.context, galley, {
    ...openingOf(builder, place, chapter),
    element: { role: `H${level}`, parent: sect },
    destination: destinationOf.chapter(place.index, chapterIndex),
    source: chapter,
    isBelowTitle: opensStory,
  });
  addChapterText(builder, galley, place, chapter, chapterIndex === story.chapters.length - 1, sect);
  const name = chapterLine(chapter, labels);
  return {
    ...gatherFootnotes(builder, galley, story.metadata.language.text, sect),
    startsOn: startOf(builder, place, chapterIndex, isBelowPart),
    numbering: 'arabic',
    opening: 'dropFolio',
    heads: headsOf(builder, place, chapter),
    outline: opensStory
      ? storyOutline(place)
      : chapterOutline(place, name, oneLine(story.metadata.displayTitle), level),
  };
}

/** The text of a single story begins on a recto, but in a zine, where each page counts. */
function startOf(
  { context }: SectionBuilder,
  { isCollection }: StoryPlace,
  chapterIndex: number,
  isBelowPart: boolean,
): Section['startsOn'] {
  const { chaptersStartOn, frontMatter } = context.design;
  if (chaptersStartOn === 'recto') return 'recto';
  return frontMatter !== 'none' && !isCollection && chapterIndex === 0 && !isBelowPart ? 'recto' : 'next';
}

/** The level of a chapter in the book: one lower in a collection, and one lower below a part. */
function levelOf(isCollection: boolean, isBelowPart: boolean): OutlineLevel {
  if (isCollection && isBelowPart) return 3;
  return isCollection || isBelowPart ? 2 : 1;
}

function addChapterText(
  builder: SectionBuilder,
  galley: Galley,
  { story }: StoryPlace,
  chapter: Chapter,
  isLast: boolean,
  parent: ElementNode,
): void {
  const { context, labels } = builder;
  const language = story.metadata.language.text;
  const notes = noteSetting(context, language);
  if (chapter.openingNotes.length > 0) {
    addMatter(context, galley, chapter.openingNotes, notes, labels, parent);
    addDivider(context, galley);
    galley.addSpace(context.geometry.gridPt / 2);
  }
  const opened = findOpenedParagraph(chapter.body, context.design.openings, language);
  setBlocks(context, galley, chapter.body, { ...bodySetting(context, language), opened }, parent);
  addClosingLine(builder, galley, chapter, parent);
  const closing = isLast ? [...chapter.closingNotes, ...story.backMatter] : chapter.closingNotes;
  if (closing.length > 0) addDivider(context, galley);
  addMatter(context, galley, chapter.closingNotes, notes, labels, parent);
  addFootnotes(context, galley, chapterFootnotes(chapter, story), notes, parent);
  if (isLast) addNotedMatter(builder, galley, story, story.backMatter, notes, parent);
}

/** The footnotes of a chapter and its notes; of a part's heading before it, too, for that has a page without text. */
function chapterFootnotes({ part, title, openingNotes, body, closingLine, closingNotes }: Chapter, story: Story): readonly Footnote[] {
  const ofSection = (section: MatterSection): NotedText => ({ inlines: [section.title], blocks: [section.blocks] });
  const own: NotedText[] = [
    { inlines: [part?.title ?? null, title] },
    ...openingNotes.map(ofSection),
    { blocks: [body] },
    { inlines: [closingLine] },
    ...closingNotes.map(ofSection),
  ];
  return notesIn(own, story);
} // prettier-ignore

/** Sections of matter, each with its footnotes below it. */
export function addNotedMatter(
  { context, labels }: SectionBuilder,
  galley: Galley,
  story: Story,
  sections: readonly MatterSection[],
  setting: TextSetting,
  parent: ElementNode,
): void {
  for (const section of sections) {
    addMatter(context, galley, [section], setting, labels, parent);
    const footnotes = notesIn([{ inlines: [section.title], blocks: [section.blocks] }], story);
    addFootnotes(context, galley, footnotes, setting, parent);
  }
}

/** "The End", centred below the body and never alone on a page. */
function addClosingLine({ context }: SectionBuilder, galley: Galley, chapter: Chapter, parent: ElementNode): void {
  if (chapter.closingLine === null) return;
  const { gridPt, measurePt } = context.geometry;
  const { design } = context;
  const style = createLetteringStyle(design, design.look.labels, inlineText(chapter.closingLine));
  galley.keepLastWithNext();
  galley.addSpace(gridPt);
  galley.addBlock({
    lines: setBalanced(context, chapter.closingLine, style, measurePt, design.look.headings.align),
    leftPt: 0,
    heightPt: gridPt,
    snapsToGrid: true,
    element: { role: 'P', parent },
  });
}

/**
 * A single story without chapters says its title over its first page; in a collection the story's page has said it, and in a
 * zine the page before.
 */
function openingOf(builder: SectionBuilder, place: StoryPlace, chapter: Chapter): ReturnType<typeof chapterHeading> {
  const heading = chapterHeading(chapter, builder.labels);
  const isSaid = place.isCollection || builder.context.design.frontMatter === 'none';
  if (heading.title !== null || isSaid || place.story.chapters.length > 1) return heading;
  return { label: null, title: asText(oneLine(place.story.metadata.displayTitle)) };
}

function chapterOutline(
  place: StoryPlace,
  name: string | null,
  storyTitle: string,
  level: OutlineLevel,
): Section['outline'] {
  if (!place.isCollection) return { title: name ?? storyTitle, level };
  return name === null ? null : { title: name, level };
}

/** A single story's front matter, in the setting of notes, on pages of its own before the first chapter. */
export function storyFrontMatterSection(builder: SectionBuilder, place: StoryPlace): Section {
  const { context, labels, document } = builder;
  const { story } = place;
  const language = story.metadata.language.text;
  const sect: ElementNode = { role: 'Sect', parent: document, language };
  const galley = createGalley();
  galley.addSink(context.geometry.gridPt * 2);
  addNotedMatter(builder, galley, story, openingMatter(story), noteSetting(context, language), sect);
  const [first] = openingMatter(story);
  const title = first === undefined ? null : matterTitle(first, labels);
  return {
    ...gatherFootnotes(builder, galley, language, sect),
    startsOn: 'next',
    numbering: 'roman',
    opening: 'dropFolio',
    heads: headsOf(builder, place, null),
    outline: title === null ? null : { title: oneLine(inlineText(title)), level: 1 },
  };
}
