import type { BookLabels } from '../book/labels.ts';
import type { Chapter, Story } from '../book/tree.ts';
import { pageFileName } from './bookPage.ts';
import type { BookPage, ContentsEntry } from './bookPage.ts';
import { chapterPages } from './chapterPages.ts';
import { showParts } from '../book/partHeadings.ts';
import { partPage } from './partPage.ts';
import { planMatter } from './planMatter.ts';
import type { PlannedPages } from './planMatter.ts';
import type { BookImages } from './renderImage.ts';
import { labelLanguage, languageTag } from './language.ts';
import { storyPage } from './storyPage.ts';
import { chapterLine, visibleText } from '../book/titles.ts';

/** A story's pages, its entries in the contents, and where one starts to read it. */
export interface StoryPlan extends PlannedPages {
  /** `null` when the story has no page of its own. */
  readonly startFileName: string | null;
}

interface StoryContext {
  readonly idPrefix: string;
  /** The level of the headings of its chapters and matter. */
  readonly headingLevel: number;
  readonly language: string;
  readonly labels: BookLabels;
  readonly images?: BookImages | undefined;
}

/** The only story of a book: its pages are the book's, and the title page is its own. */
export function planSingleStory(story: Story, labels: BookLabels, images?: BookImages): StoryPlan {
  const language = languageTag(story.metadata.language.text);
  const context: StoryContext = { idPrefix: '', headingLevel: 2, language, labels, images };
  const matter = planMatter(story, {
    ...context,
    division: place => (place === 'front' ? 'frontmatter' : 'backmatter'),
  });
  const chapters = planChapters(story, context);
  const pages = [...matter.front.pages, ...chapters.pages, ...matter.back.pages];
  const startId = chapters.pages[0]?.id ?? pages[0]?.id;
  return {
    pages,
    contents: [...matter.front.contents, ...chapters.contents, ...matter.back.contents],
    startFileName: startId === undefined ? null : pageFileName(startId),
  };
}

/** A story of a collection, `number` counting from 1: a page that opens it, then its matter and chapters below it. */
export function planCollectedStory(story: Story, number: number, labels: BookLabels, images?: BookImages): StoryPlan {
  const language = languageTag(story.metadata.language.text);
  const id = `story-${String(number)}`;
  const context: StoryContext = { idPrefix: `${id}-`, headingLevel: 3, language, labels, images };
  const matter = planMatter(story, { ...context, division: () => 'bodymatter' });
  const chapters = planChapters(story, context);
  const isOneUnnamedChapter =
    story.chapters.length === 1 &&
    story.chapters.every(chapter => chapter.part === undefined && !isNamed(chapter, labels));
  const entry: ContentsEntry = {
    title: visibleText(story.metadata.displayTitle),
    fileName: pageFileName(id),
    language,
    // The text of a story that is not divided is the story: its entry stands for it.
    children: [...matter.front.contents, ...(isOneUnnamedChapter ? [] : chapters.contents), ...matter.back.contents],
  };
  return {
    pages: [storyPage(story, { id, language, labels }), ...matter.front.pages, ...chapters.pages, ...matter.back.pages],
    contents: [entry],
    startFileName: entry.fileName,
  };
}

/** A story's chapters; those of a part stand below it in the contents, and their headings below its own. */
function planChapters(story: Story, { idPrefix, headingLevel, language, labels, images }: StoryContext): PlannedPages {
  const pages: BookPage[] = [];
  const contents: DraftEntry[] = [];
  const isOnly = story.chapters.length === 1;
  let partCount = 0;
  let part: DraftEntry | null = null;
  showParts(story.chapters, labels).forEach(({ chapter, partBefore, isInPart, showsPart }, index) => {
    if (partBefore !== null) {
      partCount++;
      const page = partPage(partBefore, { id: `${idPrefix}part-${String(partCount)}`, headingLevel, language, labels });
      pages.push(page);
      part = { title: page.title, fileName: pageFileName(page.id), language, children: [] };
      contents.push(part);
    }
    const id = `${idPrefix}chapter-${String(index + 1)}`;
    const fallbackTitle = isOnly ? visibleText(story.metadata.displayTitle) : labels.chapter(index + 1);
    const level = isInPart && !showsPart ? headingLevel + 1 : headingLevel;
    pages.push(...chapterPages(chapter, { id, fallbackTitle, headingLevel: level, language, labels, images }));
    const entry: DraftEntry = {
      title: chapterLine(chapter, labels) ?? fallbackTitle,
      fileName: pageFileName(id),
      language: isNamed(chapter, labels) || isOnly ? language : labelLanguage(labels, language),
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
