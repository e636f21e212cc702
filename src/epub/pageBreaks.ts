import type { PageAnchor, PrintedPage, PrintedPages } from '../book/printedPage.ts';
import { offsetOfWord } from '../book/printedPage.ts';
import { splitInlines } from '../book/splitInlines.ts';
import type { Inline } from '../book/tree.ts';
import type { BookPage } from './bookPage.ts';
import { pageFileName } from './bookPage.ts';
import { noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** A page of the print edition and the place in the book where it begins. */
export interface PageBreakLink {
  readonly label: string;
  /** `chapter-1.xhtml#page-12`. */
  readonly href: string;
}

/**
 * The marks of the pages that begin with a section or a block.
 *
 * @see https://www.w3.org/TR/epub-a11y-11/#sec-page-nav
 */
export function pageBreaksAt(at: PageAnchor, printedPages: PrintedPages | undefined): Xhtml {
  const pages = printedPages?.get(at);
  return pages === undefined ? noMarkup : xhtml`${pages.map(page => renderPageBreak(page))}`;
}

/**
 * A paragraph's content with a mark before each word that a page of the print edition begins with; `render` is told whether
 * the paragraph's first words are among what it is given.
 */
export function renderAcrossPages(
  inlines: readonly Inline[],
  pages: readonly PrintedPage[] | undefined,
  render: (inlines: readonly Inline[], isFirst: boolean) => Xhtml,
): Xhtml {
  if (pages === undefined) return render(inlines, true);
  const pieces: { readonly page: PrintedPage; readonly words: readonly Inline[] }[] = [];
  let rest = inlines;
  // From the last page on, so that each word is counted in the text before it.
  for (const page of pages.toReversed()) {
    const [before, after] = splitInlines(rest, offsetOfWord(inlines, page.word));
    pieces.unshift({ page, words: after });
    rest = before;
  }
  const hasWordsBefore = rest.length > 0;
  const first = hasWordsBefore ? render(rest, true) : noMarkup;
  const others = pieces.flatMap(({ page, words }, index) => [
    renderPageBreak(page),
    render(words, index === 0 && !hasWordsBefore),
  ]);
  return xhtml`${[first, ...others]}`;
}

function renderPageBreak({ label }: PrintedPage): Xhtml {
  return xhtml`<span epub:type="pagebreak" role="doc-pagebreak" id="${`page-${label}`}" aria-label="${label}"></span>`;
}

/** Matches the mark as {@link renderPageBreak} writes it; no text of a story can, for its `<` is escaped. */
const pageBreak = /<span epub:type="pagebreak" role="doc-pagebreak" id="([^"]+)" aria-label="([^"]+)">/g;

/** Where the pages of the print edition begin, in reading order. */
export function findPageBreaks(pages: readonly Pick<BookPage, 'id' | 'content'>[]): readonly PageBreakLink[] {
  return pages.flatMap(page =>
    [...page.content.markup.matchAll(pageBreak)].map(([, id = '', label = '']) => ({
      label,
      href: `${pageFileName(page.id)}#${id}`,
    })),
  );
}
