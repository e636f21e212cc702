import { bylineText } from '../book/byline.ts';
import { formatDate } from '../book/formatDate.ts';
import { readIsbn } from '../text/isbn.ts';
import type { BookLabels } from '../book/labels.ts';
import { visibleText } from '../book/titles.ts';
import type { Anthology, Story } from '../book/tree.ts';
import type { BookPage, ContentsEntry } from './bookPage.ts';
import { renderByline, renderEditors } from './byline.ts';
import { type Fact, renderFacts, storyFacts } from './imprintFacts.ts';
import { labelLanguageAttributes, languageAttributes, languageTag } from './language.ts';
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
  const names = metadata.authors.map(author => author.name);
  const editors = metadata.editors.map(editor => editor.name);
  const content = lines([
    renderHeading(2, xhtml`${labels.imprint}`, labelLanguage),
    xhtml`<p><cite>${visibleText(metadata.displayTitle)}</cite></p>`,
    metadata.isCollection ? noMarkup : renderByline(names, labels, language),
    renderEditors(editors, labels, language),
    metadata.date === null ? noMarkup : xhtml`<p${labelLanguage}>${formatDate(metadata.date, labels.language)}</p>`,
    renderFacts(bookFacts(book, labels), language),
    metadata.isCollection
      ? storyList(book.stories, statements, phrases.storiesInBook, options)
      : renderFacts(storyFacts(book.stories[0], statements[0] ?? [], labels), language),
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

/** What the configuration says of the book; what its only story states is among that story's facts. */
function bookFacts({ metadata, stories }: Anthology, labels: BookLabels): readonly Fact[] {
  const only = stories.length === 1 ? stories[0].metadata : null;
  const isOwn = (value: string | undefined, ofStory: string | undefined) => (value === ofStory ? undefined : value);
  const isbn = metadata.identifier === undefined ? null : readIsbn(metadata.identifier);
  const sources = metadata.sources ?? [];
  const stated = stories.map(story => story.metadata.source?.text);
  const series = metadata.series?.origin === 'config' ? metadata.series.text : undefined;
  const fact = (label: string, value: string | undefined) =>
    value === undefined ? [] : [{ label, language: labels.language, value }];
  return [
    ...fact(
      labels.series,
      series && labels.partOfSeries(series.name, series.position === undefined ? null : String(series.position)),
    ),
    ...fact(labels.publisher, isOwn(metadata.publisher, only?.publisher?.text)),
    ...fact(isbn === null ? labels.identifier : 'ISBN', isbn ?? metadata.identifier),
    ...sources.filter(source => !stated.includes(source)).flatMap(source => fact(labels.source, source)),
    ...fact(labels.rights, isOwn(metadata.rights, only?.rights?.text)),
  ];
}

function storyList(
  stories: readonly Story[],
  statements: ImprintOptions['statements'],
  heading: string,
  { labels, language }: ImprintOptions,
): Xhtml {
  const items = stories.map((story, index) => {
    const facts = renderFacts(storyFacts(story, statements[index] ?? [], labels), language);
    const line = storyLine(story, labels, language);
    return xhtml`<li>\n${lines([xhtml`<p>${line}</p>`, facts])}\n</li>`;
  });
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
