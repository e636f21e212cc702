import type { BookLabels } from '../book/labels.ts';
import type { Anthology } from '../book/tree.ts';
import type { BookPage } from './bookPage.ts';
import { renderByline, renderEditors, renderFields } from './byline.ts';
import { visibleText } from '../book/titles.ts';
import { lines, noMarkup, xhtml } from './xhtml.ts';

/** More authors than this are not listed on a collection's title page: each stands with the own story. */
const maxAuthorsOnTitlePage = 3;

/** The first page of the book, in real text; a book of one story shows here what the story says of itself. */
export function titlePage(book: Anthology, language: string, labels: BookLabels): BookPage {
  const { metadata } = book;
  const names = metadata.authors.map(author => author.name);
  const isListed = !metadata.isCollection || names.length <= maxAuthorsOnTitlePage;
  const subtitle = visibleText(metadata.subtitle ?? '', '');
  const content = lines([
    xhtml`<h1>${visibleText(metadata.displayTitle)}</h1>`,
    subtitle === '' ? noMarkup : xhtml`<p class="subtitle">${subtitle}</p>`,
    isListed ? renderByline(names, labels, language) : noMarkup,
    renderEditors(metadata.editors, labels, language),
    metadata.isCollection ? noMarkup : renderFields(book.stories[0].metadata.fields),
  ]);
  return {
    id: 'titlepage',
    title: labels.titlePage,
    language,
    division: 'frontmatter',
    content: xhtml`<section id="titlepage" epub:type="titlepage">\n${content}\n</section>`,
  };
}
