import { authorIndex } from '../book/authorIndex.ts';
import { labelsFor } from '../book/labels.ts';
import type { BookLabels } from '../book/labels.ts';
import { groupPrintedPages } from '../book/printedPage.ts';
import type { PrintedPage } from '../book/printedPage.ts';
import type { Anthology, Story } from '../book/tree.ts';
import { authorIndexId, authorIndexPage } from './authorIndexPage.ts';
import type { Openings } from '../theme/theme.ts';
import { pageFileName } from './bookPage.ts';
import type { MotifOpener, MotifOpeners } from './bookMotifs.ts';
import type { BookPage, ContentsEntry } from './bookPage.ts';
import { coverPage } from './coverPage.ts';
import type { CoverImage } from './coverPage.ts';
import { halfTitlePage } from './halfTitlePage.ts';
import { findPageBreaks } from './pageBreaks.ts';
import type { PageBreakLink } from './pageBreaks.ts';
import { imprintPage } from './imprintPage.ts';
import { labelLanguage, languageTag } from './language.ts';
import { noFootnotes } from './pageFootnotes.ts';
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
  /** What follows the contents: a single story's front matter and the half title, the stories, the back matter, the imprint last. */
  readonly body: readonly BookPage[];
  /** The first page behind the stories that is neither index nor imprint; `null` where there is none. */
  readonly firstBackPage: BookPage | null;
  readonly hasAuthorIndex: boolean;
  readonly contents: readonly ContentsEntry[];
  /** Where the pages of the print edition begin; empty when there is none. */
  readonly pageBreaks: readonly PageBreakLink[];
  /** Where reading starts: the first chapter, or the page that opens a collection's first story. */
  readonly startFileName: string;
}

/** What every page of an edition follows. */
export interface EditionSettings {
  /** The cover when the book shall have a page for it. */
  readonly shownCover: CoverImage | null;
  readonly openings: Openings;
  /** The pages of the print edition, in order; none where there is no such edition. */
  readonly printed: readonly PrintedPage[];
  /** The motifs that stand with titles, if any do. */
  readonly motifs?: MotifOpeners | null;
}

/** Lays a book out in pages. */
export function planBook(book: Anthology, settings: EditionSettings): BookPlan {
  const { shownCover, openings, printed, motifs = null } = settings;
  const printedPages = groupPrintedPages(printed);
  const language = languageTag(book.metadata.language);
  const labels = labelsFor(language);
  const images = imagesById(book);
  const matter = planMatter(book, {
    idPrefix: 'book-',
    division: place => (place === 'front' ? 'frontmatter' : 'backmatter'),
    headingLevel: 2,
    language,
    labels,
    printedPages,
    footnotes: noFootnotes,
    images,
  });
  const { isCollection } = book.metadata;
  const stories = book.stories.map((story, index) => {
    const own = {
      labels: labelsForStory(story, labels),
      openings,
      images,
      printedPages,
      opener: openerOf(motifs, motifs?.stories[index]),
    };
    return isCollection ? planCollectedStory(story, index + 1, own) : planSingleStory(story, own);
  });
  const authors = authorIndex(book);
  const [firstStory] = book.stories;
  const statements = stories.map(story => story.statements);
  const storyPages = stories.flatMap(story => story.pages);
  const frontPages = stories.flatMap(story => story.frontPages);
  const backPages = [...stories.flatMap(story => story.backPages), ...matter.back.pages];
  const hasFrontMatter = matter.front.pages.length + frontPages.length > 0;
  return {
    language,
    labels,
    opening: [
      ...(shownCover === null ? [] : [coverPage(shownCover, language, labels)]),
      titlePage(book, language, labels, labelsForStory(firstStory, labels), openerOf(motifs, motifs?.book)),
      ...matter.front.pages,
    ],
    hasContentsPage: isCollection || firstStory.chapters.length > 1,
    body: [
      ...frontPages,
      ...(hasFrontMatter && storyPages.length > 0 ? [halfTitlePage(book, language, labels)] : []),
      ...storyPages,
      ...backPages,
      ...(authors.length === 0 ? [] : [authorIndexPage(authors, book, language, labels)]),
      imprintPage(book, { language, labels, statements }),
    ],
    firstBackPage: backPages[0] ?? null,
    pageBreaks:
      printed.length === 0 ? [] : findPageBreaks([...matter.front.pages, ...frontPages, ...storyPages, ...backPages]),
    hasAuthorIndex: authors.length > 0,
    contents: contentsOrWholeBook(
      [
        ...matter.front.contents,
        ...stories.flatMap(story => story.contents),
        ...matter.back.contents,
        ...(authors.length === 0 ? [] : [authorIndexEntry(language, labels)]),
      ],
      book,
      language,
    ),
    startFileName: stories[0]?.startFileName ?? pageFileName('titlepage'),
  };
}

function openerOf(motifs: MotifOpeners | null, fileName: string | undefined): MotifOpener | null {
  return motifs === null || fileName === undefined ? null : { fileName, text: motifs.text };
}

function authorIndexEntry(language: string, labels: BookLabels): ContentsEntry {
  return {
    title: labels.authorIndex,
    fileName: pageFileName(authorIndexId),
    language: labelLanguage(labels, language),
    children: [],
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
