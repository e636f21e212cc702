import { printLinks } from '../book/printedLinks.ts';
import { labelsFor } from '../book/labels.ts';
import type { Anthology } from '../book/tree.ts';
import { runThrough, type Steps } from '../steps/steps.ts';
import { addBody, foliosOf } from './addBody.ts';
import { createPageAssembler, formatFolio } from './assemblePages.ts';
import { bookMatterSection } from './bookMatterSection.ts';
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
import { destinationOf, openingMatter, storyFrontMatterSection } from './storySections.ts';
import { titlePageSections } from './titlePageSections.ts';
import { setZine } from './zinePages.ts';
import { type TypesetContext, type TypesetOptions, createTypesetContext } from './typesetContext.ts';

/**
 * Sets a book: its words into lines, its lines into pages. Nothing is lost: what cannot be set well is set readably and
 * reported. The gutter follows from the number of pages: the text moves away from the spine, or, where there is no room for
 * that, is set again in shorter lines.
 * @throws CompileError `typeset/page-too-small`
 */
export function typesetBook(anthology: Anthology, options: TypesetOptions): PageList {
  return runThrough(typesetInSteps(anthology, options));
}

/** The same in steps of a chapter. */
export function* typesetInSteps(anthology: Anthology, options: TypesetOptions): Steps<PageList> {
  const { book, originalOf } = printLinks(anthology, options.design.links);
  let set = yield* setCounted(book, options);
  let fit = fitGutter(options.design, set.drafts.length);
  // Each setting has a wider gutter than the one before, and there are only so many.
  while (fit.type === 'setAgain') {
    const { design } = fit;
    set = yield* setCounted(book, { ...options, design });
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

/** The title page and its back: all that stands before the text of most booklets. */
const usualFrontPages = 2;

/**
 * A book whose pages are counted. A booklet is counted through from its first page, as who folds it counts, so its text is
 * set again where more stands before it than is usual.
 */
function* setCounted(book: Anthology, options: TypesetOptions): Steps<SetBook> {
  const set = yield* setBook(book, options, usualFrontPages);
  const isRight = options.design.frontMatter !== 'brief' || set.frontPages === usualFrontPages;
  return isRight ? set : yield* setBook(book, options, set.frontPages);
}

interface SetBook {
  readonly context: TypesetContext;
  readonly document: ElementNode;
  readonly drafts: readonly DraftPage[];
  /** How many of them stand before the text. */
  readonly frontPages: number;
}

/** @param pagesBefore so many are taken to stand before the text, where pages are counted through */
function* setBook(book: Anthology, options: TypesetOptions, pagesBefore: number): Steps<SetBook> {
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
  if (options.design.frontMatter === 'none') {
    const drafts = setZine({ builder, book, running, imprint: imprint.front }, options.textStartsOn ?? 'next');
    return { context, document: builder.document, drafts, frontPages: 0 };
  }
  const isThrough = options.design.frontMatter === 'brief';
  const body = createPageAssembler(context, running, isThrough ? { pagesBefore } : null);
  yield* addBody(body, builder, book);
  if (imprint.back !== null) body.addSection(imprint.back);
  const front = setFront(builder, book, running, { body: body.pages, imprint });
  // The front matter fills its leaves, so that the whole does when the body does.
  if (options.design.binding.hasWholeLeaves) body.fillLeaf();
  return { context, document: builder.document, drafts: [...front, ...body.pages], frontPages: front.length };
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
  // In a booklet a reader finds the chapters of the one story; a list of them would cost a leaf.
  const hasContents = builder.context.design.frontMatter === 'full' || book.metadata.isCollection;
  const bodyFolios = foliosOf(made.body);
  let pages: readonly DraftPage[] = [];
  let known = new Map<string, string>();
  for (let attempt = 0; attempt < maxContentsAttempts; attempt++) {
    const folios = known;
    const folioOf = (name: string): string => bodyFolios.get(name) ?? folios.get(name) ?? '';
    const contents = hasContents ? contentsSection(builder, entries, folioOf) : null;
    pages = assembleFront(builder, book, running, made, contents);
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
  const builder = { ...front, noteNames: new Set<string>() };
  const { frontMatter, look } = builder.context.design;
  const isFull = frontMatter === 'full';
  const assembler = createPageAssembler(front.context, running, frontMatter === 'brief' ? { pagesBefore: 0 } : null);
  if (isFull && look.halfTitle && body.length >= fewestPagesWithHalfTitle) {
    assembler.addSection(halfTitleSection(builder, book));
  }
  const ofContents = contents === null || isFull ? [] : [contents];
  for (const section of titlePageSections(builder, book, imprint.front, ofContents)) assembler.addSection(section);
  const sections = book.frontMatter.map((matter, index) => ({
    isDisplayed: isDisplayed(matter),
    section: bookMatterSection(builder, matter, destinationOf.matter('front', index), 'roman'),
  }));
  // A dedication and a motto stand before the contents, which lead to what follows them.
  for (const { section } of sections.filter(item => item.isDisplayed)) assembler.addSection(section);
  if (contents !== null && isFull) assembler.addSection(contents);
  for (const { section } of sections.filter(item => !item.isDisplayed)) assembler.addSection(section);
  const [story] = book.stories;
  if (isFull && !book.metadata.isCollection && openingMatter(story).length > 0) {
    assembler.addSection(storyFrontMatterSection(builder, { book, story, index: 0, isCollection: false }));
  }
  assembler.fillLeaf();
  return assembler.pages;
}
