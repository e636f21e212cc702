import type { BookLabels } from '../book/labels.ts';
import type { Anthology } from '../book/tree.ts';
import type { MotifOpener } from './bookMotifs.ts';
import type { BookPage } from './bookPage.ts';
import { renderByline, renderEditors, renderFields, renderSeries } from './byline.ts';
import { matterWithTitle } from './matterPage.ts';
import { footnotesOf, startFootnotes } from './pageFootnotes.ts';
import { imagesById } from './renderImage.ts';
import { renderOpener } from './renderOpener.ts';
import { renderFootnotes } from './renderFootnotes.ts';
import { partOpeningMatter } from '../book/openingMatter.ts';
import { visibleText } from '../book/titles.ts';
import { languageTag } from './language.ts';
import { lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** More authors than this are not listed on a collection's title page: each stands with the own story. */
const maxAuthorsOnTitlePage = 3;

/** The first page of the book, in real text; a book of one story shows here what the story says of itself. */
export function titlePage(
  book: Anthology,
  language: string,
  labels: BookLabels,
  storyLabels: BookLabels,
  opener: MotifOpener | null = null,
): BookPage {
  const { metadata } = book;
  const names = metadata.authors.map(author => author.name);
  const isListed = !metadata.isCollection || names.length <= maxAuthorsOnTitlePage;
  const subtitle = visibleText(metadata.subtitle ?? '', '');
  const content = lines([
    xhtml`<h1>${visibleText(metadata.displayTitle)}</h1>`,
    subtitle === '' ? noMarkup : xhtml`<p class="subtitle">${subtitle}</p>`,
    renderOpener(opener),
    isListed ? renderByline(names, labels, language) : noMarkup,
    renderEditors(
      metadata.editors.map(editor => editor.name),
      labels,
      language,
    ),
    renderSeries(metadata.series, labels, language),
    metadata.isCollection ? noMarkup : onlyStory(book, storyLabels, language),
  ]);
  return {
    id: 'titlepage',
    title: labels.titlePage,
    language,
    division: 'frontmatter',
    content: xhtml`<section id="titlepage" epub:type="titlepage">\n${content}\n</section>`,
  };
}

/** What the only story of a book says of itself: its fields, its summary and its warnings. */
function onlyStory(book: Anthology, labels: BookLabels, surrounding: string): Xhtml {
  const [story] = book.stories;
  const { metadata } = story;
  const language = languageTag(metadata.language.text);
  const context = {
    labels,
    language,
    headingLevel: 2,
    footnotes: startFootnotes(footnotesOf(story), 'titlepage'),
    images: imagesById(book),
  };
  const sections = partOpeningMatter(story.frontMatter).withTitle;
  return lines([
    renderFields(metadata.fields),
    ...sections.map(section => matterWithTitle(section, context, surrounding)),
    renderFootnotes(context),
  ]);
}
