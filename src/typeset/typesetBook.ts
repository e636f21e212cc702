import { authorIndex } from '../book/authorIndex.ts';
import { printLinks } from '../book/printedLinks.ts';
import { showParts } from '../book/partHeadings.ts';
import { labelsFor } from '../book/labels.ts';
import type { Anthology } from '../book/tree.ts';
import { type PageAssembler, createPageAssembler, formatFolio } from './assemblePages.ts';
import { bookMatterSection } from './bookMatterSection.ts';
import { authorIndexSection } from './authorIndexSection.ts';
import { type Imprint, createImprint } from './colophonSection.ts';
import { contentsEntries } from './contentsEntries.ts';
import { contentsSection } from './contentsSection.ts';
import type { DraftPage } from './draftPage.ts';
import { fitGutter } from './fitGutter.ts';
import type { ElementNode } from './galley.ts';
import { finishPages } from './finishPages.ts';
import { frontNoteNames } from './frontNoteNames.ts';
import { createNoteMarks } from './noteMarks.ts';
import type { PageList } from './pageList.ts';
import { type RunningFrames, createRunningFrames } from './runningFrames.ts';
import { fewestPagesWithHalfTitle, halfTitleSection } from './halfTitleSection.ts';
import { titleForms } from './runningHeads.ts';
import { type Section, createDocumentElement } from './section.ts';
import { shiftPage } from './shiftPage.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { isDisplayed } from './setMatter.ts';
import {
  chapterSection,
  openingMatter,
  destinationOf,
  partSection,
  storyFrontMatterSection,
  storyPageSection,
} from './storySections.ts';
import { titlePageSections } from './titlePageSections.ts';
import { type TypesetContext, type TypesetOptions, createTypesetContext } from './typesetContext.ts';

/**
 * Sets a book: its words into lines, its lines into pages. Nothing is lost: what cannot be set well is set readably and
 * reported. The gutter follows from the number of pages: the text moves away from the spine, or, where there is no room for
 * that, is set again in shorter lines.
 * @throws CompileError `typeset/page-too-small`
 */
export function typesetBook(anthology: Anthology, options: TypesetOptions): PageList {
  const { book, originalOf } = printLinks(anthology, options.design.links);
  let set = setBook(book, options);
  let fit = fitGutter(options.design, set.drafts.length);
  // Each setting has a wider gutter than the one before, and there are only so many.
  while (fit.type === 'setAgain') {
    const { design } = fit;
    set = setBook(book, { ...options, design });
    fit = fitGutter(design, set.drafts.length);
  }
  const { context, document, drafts } = set;
  context.findings.report(options.report);
  const { notePage } = options;
  if (notePage !== undefined) {
    for (const { start, folio } of drafts) {
      if (start !== null) notePage({ ...start, at: originalOf(start.at), label: formatFolio(folio) });
    }
  }
  const { shiftPt } = fit;
  const shifted = drafts.map(draft => shiftPage(draft, shiftPt, context.geometry.rightPage));
  return finishPages(context, document, book.metadata.language, shifted);
}

interface SetBook {
  readonly context: TypesetContext;
  readonly document: ElementNode;
  readonly drafts: readonly DraftPage[];
}

function setBook(book: Anthology, options: TypesetOptions): SetBook {
  const noteMarks = createNoteMarks(book.stories.flatMap(story => story.footnotes));
  const context = createTypesetContext(options, noteMarks, book.images, book.metadata.language);
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
  // The front matter fills its leaves, so that the whole does when the body does.
  if (options.design.binding.hasWholeLeaves) body.fillLeaf();
  return { context, document: builder.document, drafts: [...front, ...body.pages] };
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
