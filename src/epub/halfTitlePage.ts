import type { BookLabels } from '../book/labels.ts';
import type { Anthology } from '../book/tree.ts';
import type { BookPage } from './bookPage.ts';
import { visibleText } from '../book/titles.ts';
import { lines, noMarkup, xhtml } from './xhtml.ts';

/**
 * The title once more, where the text begins behind front matter.
 *
 * @see https://standardebooks.org/manual/latest/single-page, which requires one where there is front matter
 */
export function halfTitlePage({ metadata }: Anthology, language: string, labels: BookLabels): BookPage {
  const subtitle = visibleText(metadata.subtitle ?? '', '');
  const content = lines([
    xhtml`<h2>${visibleText(metadata.displayTitle)}</h2>`,
    subtitle === '' ? noMarkup : xhtml`<p class="subtitle">${subtitle}</p>`,
  ]);
  return {
    id: 'halftitlepage',
    title: labels.halfTitle,
    language,
    division: 'frontmatter',
    content: xhtml`<section id="halftitlepage" epub:type="halftitlepage">\n${content}\n</section>`,
  };
}
