import type { IndexedAuthor } from '../book/authorIndex.ts';
import type { BookLabels } from '../book/labels.ts';
import { visibleText } from '../book/titles.ts';
import type { Anthology } from '../book/tree.ts';
import type { BookPage } from './bookPage.ts';
import { pageFileName } from './bookPage.ts';
import { labelLanguageAttributes, languageAttributes, languageTag } from './language.ts';
import { storyPageId } from './storyPage.ts';
import { renderHeading } from './renderBlocks.ts';
import { lines, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

export const authorIndexId = 'author-index';

/**
 * The authors of a collection, each with links to the own stories.
 *
 * @see https://idpf.org/epub/idx/ for the structure of an index
 */
export function authorIndexPage(
  authors: readonly IndexedAuthor[],
  book: Anthology,
  language: string,
  labels: BookLabels,
): BookPage {
  const entries = authors.map(author => renderAuthor(author, book, language));
  const content = lines([
    renderHeading(2, xhtml`${labels.authorIndex}`, labelLanguageAttributes(labels, language)),
    xhtml`<ul epub:type="index-entry-list">\n${lines(entries)}\n</ul>`,
  ]);
  return {
    id: authorIndexId,
    title: labels.authorIndex,
    language,
    division: 'backmatter',
    content: xhtml`<section id="${authorIndexId}" class="author-index" epub:type="index" role="doc-index">\n${content}\n</section>`,
  };
}

function renderAuthor({ name, storyIndexes }: IndexedAuthor, { stories }: Anthology, language: string): Xhtml {
  const locators = storyIndexes.flatMap(index => {
    const metadata = stories[index]?.metadata;
    if (metadata === undefined) return [];
    const storyLanguage = languageAttributes(languageTag(metadata.language.text), language);
    const href = pageFileName(storyPageId(index + 1));
    return [
      xhtml`<li><a epub:type="index-locator" href="${href}"${storyLanguage}>${visibleText(metadata.displayTitle)}</a></li>`,
    ];
  });
  return xhtml`<li epub:type="index-entry">
<p epub:type="index-term">${name}</p>
<ul epub:type="index-locator-list">
${lines(locators)}
</ul>
</li>`;
}
