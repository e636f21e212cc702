import { authorIndex } from '../book/authorIndex.ts';
import { showParts } from '../book/partHeadings.ts';
import type { Anthology } from '../book/tree.ts';
import type { Steps } from '../steps/steps.ts';
import { type PageAssembler, formatFolio } from './assemblePages.ts';
import { authorIndexSection } from './authorIndexSection.ts';
import { bookMatterSection } from './bookMatterSection.ts';
import type { DraftPage } from './draftPage.ts';
import type { Section } from './section.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import {
  type StoryPlace,
  chapterSection,
  destinationOf,
  isTitleRunIn,
  partSection,
  storyPageSection,
} from './storySections.ts';

/** Adds the pages of everything from the first story on, in steps of a section. */
export function* addBody(assembler: PageAssembler, builder: SectionBuilder, book: Anthology): Steps<void> {
  const { isCollection } = book.metadata;
  for (const [index, story] of book.stories.entries()) {
    const place = { book, story, index, isCollection };
    if (isCollection && !isTitleRunIn(builder, place)) assembler.addSection(storyPageSection(builder, place));
    const sections = textSections(builder, place);
    const { design, geometry } = builder.context;
    for (const { section } of design.frontMatter === 'none' ? runOn(sections, geometry.gridPt) : sections) {
      assembler.addSection(section);
      yield;
    }
  }
  book.backMatter.forEach((matter, index) => {
    assembler.addSection(bookMatterSection(builder, matter, destinationOf.matter('back', index), 'arabic'));
  });
  const authors = authorIndex(book);
  if (authors.length > 0) {
    const folios = foliosOf(assembler.pages);
    assembler.addSection(authorIndexSection(builder, authors, book, name => folios.get(name) ?? ''));
  }
}

interface TextSection {
  readonly section: Section;
  /** Whether it may follow the one before on the page. */
  readonly followsChapter: boolean;
}

/** A story's parts and chapters, each made when it is asked for. */
function* textSections(builder: SectionBuilder, place: StoryPlace): Generator<TextSection> {
  for (const [index, shown] of showParts(place.story.chapters, builder.labels).entries()) {
    const { partBefore } = shown;
    if (partBefore !== null) yield { section: partSection(builder, place, partBefore, index), followsChapter: false };
    yield { section: chapterSection(builder, place, shown, index), followsChapter: partBefore === null && index > 0 };
  }
}

/** Chapters of a zine follow each other on the page, where each page counts; those with notes at their feet stay apart. */
function runOn(sections: Iterable<TextSection>, gapPt: number): readonly TextSection[] {
  const placed: TextSection[] = [];
  for (const each of sections) {
    const { section, followsChapter } = each;
    const before = placed.at(-1);
    const [first, ...others] = section.lines;
    const hasNotes = [before?.section, section].some(one => (one?.footnotes ?? null) !== null);
    if (before === undefined || first === undefined || hasNotes || !followsChapter || section.startsOn !== 'next') {
      placed.push(each);
      continue;
    }
    const opening = { ...first, spaceBeforePt: Math.max(first.spaceBeforePt, gapPt) };
    const lines = [...before.section.lines, opening, ...others];
    placed[placed.length - 1] = { ...before, section: { ...before.section, lines } };
  }
  return placed;
}

/** The pages that links lead to, as readers see their numbers. */
export function foliosOf(pages: readonly DraftPage[]): Map<string, string> {
  return new Map(pages.flatMap(page => page.destinations.map(({ name }) => [name, formatFolio(page.folio)] as const)));
}
