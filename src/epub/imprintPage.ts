import { bylineText } from '../book/byline.ts';
import { formatDate } from '../book/formatDate.ts';
import { bookFacts, storyFacts } from '../book/imprintFacts.ts';
import type { BookLabels } from '../book/labels.ts';
import { visibleText } from '../book/titles.ts';
import type { Anthology, Story } from '../book/tree.ts';
import type { BookPage, ContentsEntry } from './bookPage.ts';
import { renderEditors } from './byline.ts';
import { renderFacts } from './imprintFacts.ts';
import { labelLanguage, labelLanguageAttributes, languageAttributes, languageTag } from './language.ts';
import { phrasesFor } from './phrases.ts';
import { renderHeading } from './renderBlocks.ts';
import { lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

export interface ImprintOptions {
  readonly language: string;
  readonly labels: BookLabels;
  /** For each story the pages on which its author says whose it is and what may be done with it. */
  readonly statements: readonly (readonly ContentsEntry[])[];
}

/** The last page: what the book is made of and with. It says what the sources state and nothing else. */
export function imprintPage(book: Anthology, options: ImprintOptions): BookPage {
  const { language, labels, statements } = options;
  const labelLanguage = labelLanguageAttributes(labels, language);
  const phrases = phrasesFor(labels.language);
  const { metadata } = book;
  const [only] = book.stories;
  const editors = metadata.editors.map(editor => editor.name);
  const isNamedAfterStory = !metadata.isCollection && metadata.displayTitle === only.metadata.displayTitle;
  const isStoryDate = !metadata.isCollection && metadata.date === only.metadata.date?.text;
  const content = lines([
    renderHeading(2, xhtml`${labels.imprint}`, labelLanguage),
    isNamedAfterStory ? noMarkup : xhtml`<p><cite>${visibleText(metadata.displayTitle)}</cite></p>`,
    metadata.isCollection ? noMarkup : storyLine(only, labels, language),
    renderEditors(editors, labels, language),
    metadata.date === null || isStoryDate
      ? noMarkup
      : xhtml`<p${labelLanguage}>${formatDate(metadata.date, labels.language)}</p>`,
    renderFacts(bookFacts(book, labels), language),
    metadata.isCollection
      ? storyList(book.stories, statements, phrases.storiesInBook, options)
      : renderFacts(storyFacts(only, labels, language), language, statements[0]),
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

function storyList(
  stories: readonly Story[],
  statements: ImprintOptions['statements'],
  heading: string,
  { labels, language }: ImprintOptions,
): Xhtml {
  const items = stories.map((story, index) => {
    const facts = renderFacts(storyFacts(story, labels, language), language, statements[index]);
    const line = storyLine(story, labels, language);
    return xhtml`<li>\n${lines([line, facts])}\n</li>`;
  });
  const headingLanguage = labelLanguageAttributes(labels, language);
  return lines([renderHeading(3, xhtml`${heading}`, headingLanguage), xhtml`<ul>\n${lines(items)}\n</ul>`]);
}

/** "The Hat by Anna and Ben (May 2004)". */
function storyLine(story: Story, labels: BookLabels, language: string): Xhtml {
  const { displayTitle, authors, date } = story.metadata;
  const storyLanguage = languageAttributes(languageTag(story.metadata.language.text), labelLanguage(labels, language));
  const names = authors.map(author => author.text.name);
  const byline = bylineText(names, labels);
  const day = date === null ? '' : ` (${formatDate(date.text, labels.language)})`;
  const title = xhtml`<cite${storyLanguage}>${visibleText(displayTitle)}</cite>`;
  const lineLanguage = labelLanguageAttributes(labels, language);
  return xhtml`<p${lineLanguage}>${title}${byline === null ? '' : ` ${byline}`}${day}</p>`;
}
