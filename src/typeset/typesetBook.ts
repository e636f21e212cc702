import { authorIndex } from '../book/authorIndex.ts';
import { labelsFor } from '../book/labels.ts';
import type { Anthology } from '../book/tree.ts';
import { type PageAssembler, createPageAssembler, formatFolio } from './assemblePages.ts';
import { bookMatterSection } from './bookMatterSection.ts';
import { joinNames } from '../book/byline.ts';
import { partLine, showParts } from '../book/partHeadings.ts';
import { chapterLine } from '../book/titles.ts';
import { oneLine } from '../text/oneLine.ts';
import { authorIndexDestination, authorIndexSection } from './authorIndexSection.ts';
import { type Imprint, createImprint } from './colophonSection.ts';
import { type ContentsEntry, contentsSection } from './contentsSection.ts';
import type { DraftPage } from './draftPage.ts';
import { finishPages } from './finishPages.ts';
import { frontNoteNames } from './frontNoteNames.ts';
import { createNoteMarks } from './noteMarks.ts';
import type { PageList } from './pageList.ts';
import { type RunningFrames, createRunningFrames } from './runningFrames.ts';
import { fewestPagesWithHalfTitle, halfTitleSection } from './halfTitleSection.ts';
import { titleForms } from './runningHeads.ts';
import { type Section, createDocumentElement } from './section.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { isDisplayed, matterTitle } from './setMatter.ts';
import {
  chapterSection,
  openingMatter,
  destinationOf,
  partSection,
  storyFrontMatterSection,
  storyPageSection,
} from './storySections.ts';
import { titlePageSections } from './titlePageSections.ts';
import { type TypesetOptions, createTypesetContext } from './typesetContext.ts';
import { inlineText } from '../book/plainText.ts';

/**
 * Sets a book: its words into lines, its lines into pages. Nothing is lost: what cannot be set well is set readably and
 * reported.
 * @throws CompileError `typeset/page-too-small`
 */
export function typesetBook(book: Anthology, options: TypesetOptions): PageList {
  const context = createTypesetContext(
    options,
    createNoteMarks(book.stories.flatMap(story => story.footnotes)),
    book.metadata.language,
  );
  const { metadata } = book;
  const labels = labelsFor(metadata.language);
  const builder: SectionBuilder = {
    context,
    labels,
    document: createDocumentElement(),
    language: metadata.language,
    noteNames: frontNoteNames(book, context.noteMarks),
    bookHeads: titleForms(metadata.displayTitle),
  };
  const running = createRunningFrames(context);
  const imprint = createImprint(builder, book);
  const body = setBody(builder, book, running, imprint);
  const front = setFront(builder, book, running, { body: body.pages, imprint });
  context.findings.report(options.report);
  const drafts = [...front, ...body.pages];
  const { notePage } = options;
  if (notePage !== undefined) {
    for (const { start, folio } of drafts) if (start !== null) notePage({ ...start, label: formatFolio(folio) });
  }
  return finishPages(context, builder.document, metadata.language, drafts);
}

/** Everything from the first story on: the pages numbered in arabic figures. */
function setBody(builder: SectionBuilder, book: Anthology, running: RunningFrames, imprint: Imprint): PageAssembler {
  const assembler = createPageAssembler(builder.context, running);
  const { isCollection } = book.metadata;
  book.stories.forEach((story, index) => {
    const place = { book, story, index, isCollection };
    if (isCollection) assembler.addSection(storyPageSection(builder, place));
    showParts(story.chapters, builder.labels).forEach((shown, chapterIndex) => {
      const { partBefore } = shown;
      if (partBefore !== null) assembler.addSection(partSection(builder, place, partBefore, chapterIndex));
      assembler.addSection(chapterSection(builder, place, shown, chapterIndex));
    });
  });
  book.backMatter.forEach((matter, index) => {
    assembler.addSection(bookMatterSection(builder, matter, destinationOf.matter('back', index), 'arabic'));
  });
  const authors = authorIndex(book);
  if (authors.length > 0) {
    const folios = foliosOf(assembler.pages);
    assembler.addSection(authorIndexSection(builder, authors, book, name => folios.get(name) ?? ''));
  }
  if (imprint.back !== null) assembler.addSection(imprint.back);
  return assembler;
}

/** Contents that name pages of the front matter move them when they grow; this many attempts settle it. */
const maxContentsAttempts = 3;

/** What the front matter tells of and shows, made before it. */
interface MadeBefore {
  readonly body: readonly DraftPage[];
  readonly imprint: Imprint;
}

/** The front matter, an even number of pages, its contents telling the pages of the body. */
function setFront(
  builder: SectionBuilder,
  book: Anthology,
  running: RunningFrames,
  made: MadeBefore,
): readonly DraftPage[] {
  const entries = contentsEntries(builder, book);
  const bodyFolios = foliosOf(made.body);
  let pages: readonly DraftPage[] = [];
  let known = new Map<string, string>();
  for (let attempt = 0; attempt < maxContentsAttempts; attempt++) {
    const folios = known;
    const folioOf = (name: string): string => bodyFolios.get(name) ?? folios.get(name) ?? '';
    pages = assembleFront(builder, book, running, made, contentsSection(builder, entries, folioOf));
    known = foliosOf(pages);
    if (
      entries.every(
        ({ destination }) => bodyFolios.has(destination) || known.get(destination) === folios.get(destination),
      )
    )
      break;
  }
  return pages;
}

function assembleFront(
  front: SectionBuilder,
  book: Anthology,
  running: RunningFrames,
  { body, imprint }: MadeBefore,
  contents: Section | null,
): readonly DraftPage[] {
  const assembler = createPageAssembler(front.context, running);
  const builder = { ...front, noteNames: new Set<string>() };
  const hasHalfTitle = builder.context.design.look.halfTitle && body.length >= fewestPagesWithHalfTitle;
  if (hasHalfTitle) assembler.addSection(halfTitleSection(builder, book));
  for (const section of titlePageSections(builder, book, imprint.front)) assembler.addSection(section);
  const sections = book.frontMatter.map((matter, index) => ({
    isDisplayed: isDisplayed(matter),
    section: bookMatterSection(builder, matter, destinationOf.matter('front', index), 'roman'),
  }));
  // A dedication and a motto stand before the contents, which lead to what follows them.
  for (const { section } of sections.filter(item => item.isDisplayed)) assembler.addSection(section);
  if (contents !== null) assembler.addSection(contents);
  for (const { section } of sections.filter(item => !item.isDisplayed)) assembler.addSection(section);
  const [story] = book.stories;
  if (!book.metadata.isCollection && openingMatter(story).length > 0) {
    assembler.addSection(storyFrontMatterSection(builder, { book, story, index: 0, isCollection: false }));
  }
  assembler.fillLeaf();
  return assembler.pages;
}

function foliosOf(pages: readonly DraftPage[]): Map<string, string> {
  return new Map(pages.flatMap(page => page.destinations.map(({ name }) => [name, formatFolio(page.folio)] as const)));
}

/** Stories with their names; the chapters of a single story. */
function contentsEntries(builder: SectionBuilder, book: Anthology): ContentsEntry[] {
  const { labels } = builder;
  const matterEntries = (place: 'front' | 'back', sections: Anthology['frontMatter']): ContentsEntry[] =>
    sections.flatMap((section, index) => {
      const title = matterTitle(section, labels);
      const destination = destinationOf.matter(place, index);
      return title === null ? [] : [{ title: oneLine(inlineText(title)), names: null, destination }];
    });
  const stories = book.metadata.isCollection ? storyEntries(builder, book) : chapterEntries(builder, book);
  const index =
    authorIndex(book).length === 0
      ? []
      : [{ title: labels.authorIndex, names: null, destination: authorIndexDestination }];
  return [...matterEntries('front', book.frontMatter), ...stories, ...matterEntries('back', book.backMatter), ...index];
}

function storyEntries({ labels }: SectionBuilder, book: Anthology): ContentsEntry[] {
  return book.stories.map(({ metadata }, index) => ({
    title: oneLine(metadata.displayTitle),
    names: joinNames(
      metadata.authors.map(author => author.text.name),
      labels,
    ),
    destination: destinationOf.story(index),
  }));
}

function chapterEntries({ labels }: SectionBuilder, { stories: [story] }: Anthology): ContentsEntry[] {
  if (story.chapters.length < 2) return [];
  return showParts(story.chapters, labels).flatMap(({ chapter, partBefore, showsPart }, index): ContentsEntry[] => {
    const title = chapterLine(chapter, labels);
    const part =
      partBefore === null
        ? []
        : [
            {
              title: partLine(partBefore, labels),
              names: null,
              destination: destinationOf.part(0, index),
              isPart: true,
            },
          ];
    if (title === null) return part;
    return [...part, { title, names: null, destination: destinationOf.chapter(0, index), isPart: showsPart }];
  });
}
