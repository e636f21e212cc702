import type { BookLabels } from '../book/labels.ts';
import type { PrintedPages } from '../book/printedPage.ts';
import type { Chapter, Story } from '../book/tree.ts';
import type { Openings } from '../theme/theme.ts';
import { pageFileName } from './bookPage.ts';
import type { MotifOpener } from './bookMotifs.ts';
import type { BookPage, ContentsEntry } from './bookPage.ts';
import { chapterPages } from './chapterPages.ts';
import { partOpeningMatter } from '../book/openingMatter.ts';
import { showParts } from '../book/partHeadings.ts';
import { footnotesOf } from './pageFootnotes.ts';
import type { FootnotesById } from './pageFootnotes.ts';
import { partPage } from './partPage.ts';
import { planMatter } from './planMatter.ts';
import type { PlannedPages } from './planMatter.ts';
import type { BookImages } from './renderImage.ts';
import { labelLanguage, languageTag } from './language.ts';
import { storyPage, storyPageId } from './storyPage.ts';
import { chapterLine, visibleText } from '../book/titles.ts';

/** A story's pages, its entries in the contents, and where one starts to read it. */
export interface StoryPlan extends PlannedPages {
  /** Of the only story of a book, what stands before its text as the book's own front matter. */
  readonly frontPages: readonly BookPage[];
  /** Of the only story of a book, what stands behind its text as the book's own back matter. */
  readonly backPages: readonly BookPage[];
  /** `null` when the story has no page of its own. */
  readonly startFileName: string | null;
  /** The pages on which its author says whose it is and what may be done with it. */
  readonly statements: readonly ContentsEntry[];
}

/** What a story's pages follow wherever it stands. */
export interface StorySettings {
  readonly labels: BookLabels;
  readonly openings: Openings;
  readonly images: BookImages;
  /** Where the pages of the print edition begin; empty when there is none. */
  readonly printedPages: PrintedPages;
  /** The motif that stands with its title, where it has a page for it. */
  readonly opener?: MotifOpener | null;
}

interface StoryContext extends StorySettings {
  readonly idPrefix: string;
  /** The level of the headings of its chapters and matter. */
  readonly headingLevel: number;
  readonly language: string;
  readonly footnotes: FootnotesById;
}

/** The only story of a book: its pages are the book's, and the title page is its own. */
export function planSingleStory(story: Story, settings: StorySettings): StoryPlan {
  const language = languageTag(story.metadata.language.text);
  const context: StoryContext = { ...settings, idPrefix: '', headingLevel: 2, language, footnotes: footnotesOf(story) };
  const matter = planMatter(matterOfPages(story), {
    ...context,
    division: place => (place === 'front' ? 'frontmatter' : 'backmatter'),
  });
  const chapters = planChapters(story, context);
  const startId = (chapters.pages[0] ?? matter.front.pages[0] ?? matter.back.pages[0])?.id;
  return {
    frontPages: matter.front.pages,
    pages: chapters.pages,
    backPages: matter.back.pages,
    statements: matter.statements,
    contents: [...matter.front.contents, ...chapters.contents, ...matter.back.contents],
    startFileName: startId === undefined ? null : pageFileName(startId),
  };
}

/** The matter that has pages of its own: what is short enough stands with the title. */
function matterOfPages({ frontMatter, backMatter }: Story): Pick<Story, 'frontMatter' | 'backMatter'> {
  return { frontMatter: partOpeningMatter(frontMatter).after, backMatter };
}

/** A story of a collection, `number` counting from 1: a page that opens it, then its matter and chapters below it. */
export function planCollectedStory(story: Story, number: number, settings: StorySettings): StoryPlan {
  const { labels, images, printedPages, opener = null } = settings;
  const language = languageTag(story.metadata.language.text);
  const id = storyPageId(number);
  const context: StoryContext = {
    ...settings,
    idPrefix: `${id}-`,
    headingLevel: 3,
    language,
    footnotes: footnotesOf(story),
  };
  const matter = planMatter(matterOfPages(story), { ...context, division: () => 'bodymatter' });
  const chapters = planChapters(story, context);
  const isOneUnnamedChapter =
    story.chapters.length === 1 &&
    story.chapters.every(chapter => chapter.part === undefined && !isNamed(chapter, labels));
  const entry: ContentsEntry = {
    title: visibleText(story.metadata.displayTitle),
    fileName: pageFileName(id),
    language,
    // The text of a story that is not divided is the story: its entry stands for it.
    children: [
      ...matter.front.contents,
      ...(isOneUnnamedChapter ? [] : flattened(chapters.contents)),
      ...matter.back.contents,
    ],
  };
  return {
    frontPages: [],
    backPages: [],
    statements: matter.statements,
    pages: [
      storyPage(story, { id, language, labels, images, printedPages, opener }),
      ...matter.front.pages,
      ...chapters.pages,
      ...matter.back.pages,
    ],
    contents: [entry],
    startFileName: entry.fileName,
  };
}

/** Entries with those below them on one level: Kindle shows two levels of contents, and the first is the story. */
function flattened(entries: readonly ContentsEntry[]): readonly ContentsEntry[] {
  return entries.flatMap(entry => [{ ...entry, children: [] }, ...flattened(entry.children)]);
}

/** A story's chapters; those of a part stand below it in the contents, and their headings below its own. */
function planChapters(story: Story, context: StoryContext): PlannedPages {
  const { idPrefix, headingLevel, language, labels } = context;
  const pages: BookPage[] = [];
  const contents: DraftEntry[] = [];
  // The words before "Chapter 1" are no chapter 1: where others are named, the first has the story's title.
  const hasNames = story.chapters.some(chapter => isNamed(chapter, labels));
  let partCount = 0;
  let part: DraftEntry | null = null;
  showParts(story.chapters, labels).forEach(({ chapter, partBefore, isInPart, showsPart }, index) => {
    if (partBefore !== null) {
      partCount++;
      const page = partPage(partBefore, { ...context, id: `${idPrefix}part-${String(partCount)}` });
      pages.push(page);
      part = { title: page.title, fileName: pageFileName(page.id), language, children: [] };
      contents.push(part);
    }
    const id = `${idPrefix}chapter-${String(index + 1)}`;
    const isNumbered = story.chapters.length > 1 && !(index === 0 && hasNames);
    const fallbackTitle = isNumbered ? labels.chapter(index + 1) : visibleText(story.metadata.displayTitle);
    const level = isInPart && !showsPart ? headingLevel + 1 : headingLevel;
    pages.push(...chapterPages(chapter, { ...context, id, fallbackTitle, headingLevel: level }));
    const entry: DraftEntry = {
      title: chapterLine(chapter, labels) ?? fallbackTitle,
      fileName: pageFileName(id),
      language: isNamed(chapter, labels) || !isNumbered ? language : labelLanguage(labels, language),
      children: [],
    };
    if (showsPart) part = entry;
    if (part === null || showsPart) contents.push(entry);
    else part.children.push(entry);
  });
  return { pages, contents };
}

interface DraftEntry extends ContentsEntry {
  readonly children: ContentsEntry[];
}

function isNamed(chapter: Chapter, labels: BookLabels): boolean {
  return chapterLine(chapter, labels) !== null;
}
