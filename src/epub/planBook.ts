import { labelsFor } from '../book/labels.ts';
import type { BookLabels } from '../book/labels.ts';
import type { Anthology, Story } from '../book/tree.ts';
import { pageFileName } from './bookPage.ts';
import type { BookPage, ContentsEntry } from './bookPage.ts';
import { coverPage } from './coverPage.ts';
import type { CoverImage } from './coverPage.ts';
import { imprintPage } from './imprintPage.ts';
import { languageTag } from './language.ts';
import { planMatter } from './planMatter.ts';
import { planCollectedStory, planSingleStory } from './planStory.ts';
import { imagesById } from './renderImage.ts';
import { titlePage } from './titlePage.ts';
import { visibleText } from '../book/titles.ts';

/** The book as its package will hold it: pages in reading order and the ways to them. */
export interface BookPlan {
  readonly language: string;
  readonly labels: BookLabels;
  /** What stands before the contents: the title page and the book's own front matter. */
  readonly opening: readonly BookPage[];
  /** Whether the contents are a page to be read; one story in one piece has them for the reading system alone. */
  readonly hasContentsPage: boolean;
  /** What follows the contents, the imprint last. */
  readonly body: readonly BookPage[];
  readonly contents: readonly ContentsEntry[];
  /** Where reading starts: the first chapter, or the page that opens a collection's first story. */
  readonly startFileName: string;
}

/** Lays a book out in pages. `shownCover` is the cover when the book shall have a page for it, else `null`. */
export function planBook(book: Anthology, shownCover: CoverImage | null): BookPlan {
  const language = languageTag(book.metadata.language);
  const labels = labelsFor(language);
  const images = imagesById(book);
  const matter = planMatter(book, {
    idPrefix: 'book-',
    division: place => (place === 'front' ? 'frontmatter' : 'backmatter'),
    headingLevel: 2,
    language,
    labels,
    images,
  });
  const { isCollection } = book.metadata;
  const stories = book.stories.map((story, index) => {
    const storyLabels = labelsForStory(story, labels);
    return isCollection
      ? planCollectedStory(story, index + 1, storyLabels, images)
      : planSingleStory(story, storyLabels, images);
  });
  const storyContents = stories.flatMap(story => story.contents);
  return {
    language,
    labels,
    opening: [
      ...(shownCover === null ? [] : [coverPage(shownCover, language, labels)]),
      titlePage(book, language, labels),
      ...matter.front.pages,
    ],
    hasContentsPage: isCollection || book.stories[0].chapters.length > 1,
    body: [...stories.flatMap(story => story.pages), ...matter.back.pages, imprintPage(book, language, labels)],
    contents: contentsOrWholeBook(
      [...matter.front.contents, ...storyContents, ...matter.back.contents],
      book,
      language,
    ),
    startFileName: stories[0]?.startFileName ?? pageFileName('titlepage'),
  };
}

/** The labels in the story's language; the book's where nothing says what that is. */
function labelsForStory(story: Story, bookLabels: BookLabels): BookLabels {
  const language = languageTag(story.metadata.language.text);
  return language === 'und' ? bookLabels : labelsFor(language);
}

/** A book's contents may not be empty, even if the book is. */
function contentsOrWholeBook(
  contents: readonly ContentsEntry[],
  book: Anthology,
  language: string,
): readonly ContentsEntry[] {
  if (contents.length > 0) return contents;
  return [
    { title: visibleText(book.metadata.displayTitle), fileName: pageFileName('titlepage'), language, children: [] },
  ];
}
