import { authorIndex } from '../book/authorIndex.ts';
import { showParts } from '../book/partHeadings.ts';
import type { Anthology } from '../book/tree.ts';
import { type PageAssembler, formatFolio } from './assemblePages.ts';
import { authorIndexSection } from './authorIndexSection.ts';
import { bookMatterSection } from './bookMatterSection.ts';
import type { DraftPage } from './draftPage.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { chapterSection, destinationOf, isTitleRunIn, partSection, storyPageSection } from './storySections.ts';

/** Adds the pages of everything from the first story on. */
export function addBody(assembler: PageAssembler, builder: SectionBuilder, book: Anthology): void {
  const { isCollection } = book.metadata;
  book.stories.forEach((story, index) => {
    const place = { book, story, index, isCollection };
    if (isCollection && !isTitleRunIn(builder, place)) assembler.addSection(storyPageSection(builder, place));
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
}

/** The pages that links lead to, as readers see their numbers. */
export function foliosOf(pages: readonly DraftPage[]): Map<string, string> {
  return new Map(pages.flatMap(page => page.destinations.map(({ name }) => [name, formatFolio(page.folio)] as const)));
}
