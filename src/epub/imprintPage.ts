import type { BookLabels } from '../book/labels.ts';
import type { Anthology, Story } from '../book/tree.ts';
import type { BookPage } from './bookPage.ts';
import { bylineText } from '../book/byline.ts';
import { renderByline } from './byline.ts';
import { formatDate } from '../book/formatDate.ts';
import { labelLanguageAttributes, languageAttributes, languageTag } from './language.ts';
import { phrasesFor } from './phrases.ts';
import { renderHeading } from './renderBlocks.ts';
import { visibleText } from '../book/titles.ts';
import { lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** The last page: what the book is made of and with. It says what the sources state and nothing else. */
export function imprintPage(book: Anthology, language: string, labels: BookLabels): BookPage {
  const labelLanguage = labelLanguageAttributes(labels, language);
  const phrases = phrasesFor(labels.language);
  const { metadata } = book;
  const names = metadata.authors.map(author => author.name);
  const content = lines([
    renderHeading(2, xhtml`${labels.imprint}`, labelLanguage),
    xhtml`<p><cite>${visibleText(metadata.displayTitle)}</cite></p>`,
    metadata.date === null ? noMarkup : xhtml`<p${labelLanguage}>${formatDate(metadata.date, labels.language)}</p>`,
    metadata.isCollection
      ? storyList(book.stories, phrases.storiesInBook, labels, language)
      : renderByline(names, labels, language),
    xhtml`<p${labelLanguage}>${phrases.madeWith}</p>`,
  ]);
  return {
    id: 'imprint',
    title: labels.imprint,
    language,
    division: 'backmatter',
    content: xhtml`<section id="imprint" class="imprint" epub:type="colophon" role="doc-colophon">\n${content}\n</section>`,
  };
}

function storyList(stories: readonly Story[], heading: string, labels: BookLabels, language: string): Xhtml {
  const items = stories.map(story => xhtml`<li>${storyLine(story, labels, language)}</li>`);
  const headingLanguage = labelLanguageAttributes(labels, language);
  return lines([renderHeading(3, xhtml`${heading}`, headingLanguage), xhtml`<ul>\n${lines(items)}\n</ul>`]);
}

/** "The Hat by Anna and Ben (May 2004)". */
function storyLine(story: Story, labels: BookLabels, language: string): Xhtml {
  const { displayTitle, authors, date } = story.metadata;
  const storyLanguage = languageAttributes(languageTag(story.metadata.language.text), language);
  const names = authors.map(author => author.text.name);
  const byline = bylineText(names, labels);
  const day = date === null ? '' : ` (${formatDate(date.text, labels.language)})`;
  return xhtml`<cite${storyLanguage}>${visibleText(displayTitle)}</cite>${byline === null ? '' : ` ${byline}`}${day}`;
}
