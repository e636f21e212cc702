import type { BookLabels } from '../book/labels.ts';
import type { PrintedPages } from '../book/printedPage.ts';
import type { Story } from '../book/tree.ts';
import type { MotifOpener } from './bookMotifs.ts';
import type { BookPage } from './bookPage.ts';
import { renderByline, renderFields, renderSeries } from './byline.ts';
import { matterWithTitle } from './matterPage.ts';
import { pageBreaksAt } from './pageBreaks.ts';
import { footnotesOf, startFootnotes } from './pageFootnotes.ts';
import { renderFootnotes } from './renderFootnotes.ts';
import { partOpeningMatter } from '../book/openingMatter.ts';
import { visibleText } from '../book/titles.ts';
import type { BookImages } from './renderImage.ts';
import { renderOpener } from './renderOpener.ts';
import { lines, xhtml } from './xhtml.ts';

/** The id of the page of the story that is the `number`th, from 1. */
export function storyPageId(number: number): string {
  return `story-${String(number)}`;
}

export interface StoryPageOptions {
  readonly id: string;
  readonly language: string;
  readonly labels: BookLabels;
  readonly images?: BookImages | undefined;
  /** Where the pages of the print edition begin, when there is one. */
  readonly printedPages?: PrintedPages | undefined;
  /** The motif that stands with its title. */
  readonly opener?: MotifOpener | null;
}

/**
 * The page that opens a story of a collection: its title, its authors and what it says of itself, short summaries and
 * warnings included.
 */
export function storyPage(story: Story, options: StoryPageOptions): BookPage {
  const { id, language, labels, images, printedPages, opener = null } = options;
  const title = visibleText(story.metadata.displayTitle);
  const names = story.metadata.authors.map(author => author.text.name);
  const footnotes = startFootnotes(footnotesOf(story), id);
  const context = { labels, language, headingLevel: 3, footnotes, images, printedPages };
  const content = lines([
    xhtml`<h2>${title}</h2>`,
    renderOpener(opener),
    renderByline(names, labels, language),
    renderSeries(story.metadata.series, labels, language),
    renderFields(story.metadata.fields),
    ...partOpeningMatter(story.frontMatter).withTitle.map(section => matterWithTitle(section, context, language)),
    renderFootnotes(context),
  ]);
  const section = xhtml`<section id="${id}" class="story" epub:type="part" role="doc-part">\n${content}\n</section>`;
  return { id, title, language, division: 'bodymatter', content: lines([pageBreaksAt(story, printedPages), section]) };
}
