import { authorIndexId } from './authorIndexPage.ts';
import { pageFileName, renderPage } from './bookPage.ts';
import type { ContentsEntry } from './bookPage.ts';
import { labelLanguageAttributes, languageAttributes } from './language.ts';
import type { BookPlan } from './planBook.ts';
import { attributes, lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

export const navigationId = 'nav';

/**
 * The navigation document: the contents as a page, and the landmarks for the reading system alone.
 *
 * @see https://www.w3.org/TR/epub-33/#sec-nav
 */
export function renderNavigationDocument(plan: BookPlan): string {
  const { labels, language } = plan;
  const labelLanguage = labelLanguageAttributes(labels, language);
  const contents = xhtml`<nav id="toc" class="toc" epub:type="toc" role="doc-toc">
<h2${labelLanguage}>${labels.contents}</h2>
${renderEntries(plan.contents, language)}
</nav>`;
  const landmarks = xhtml`<nav id="landmarks" epub:type="landmarks" hidden="hidden"${labelLanguage}>
<h2>${labels.landmarks}</h2>
<ol>
${lines(landmarkItems(plan))}
</ol>
</nav>`;
  return renderPage({
    id: navigationId,
    title: labels.contents,
    language,
    division: 'frontmatter',
    content: lines([contents, renderPageList(plan), landmarks]),
  });
}

function renderEntries(entries: readonly ContentsEntry[], surrounding: string): Xhtml {
  const items = entries.map(entry => {
    const link = xhtml`<a href="${entry.fileName}"${languageAttributes(entry.language, surrounding)}>${entry.title}</a>`;
    const below = entry.children.length === 0 ? noMarkup : xhtml`\n${renderEntries(entry.children, surrounding)}\n`;
    return xhtml`<li>${link}${below}</li>`;
  });
  return xhtml`<ol>\n${lines(items)}\n</ol>`;
}

/** The pages of the print edition, so that readers of both can meet: for the reading system alone. */
function renderPageList({ pageBreaks, labels, language }: BookPlan): Xhtml {
  if (pageBreaks.length === 0) return noMarkup;
  const items = pageBreaks.map(({ label, href }) => xhtml`<li><a href="${href}">${label}</a></li>`);
  return xhtml`<nav id="page-list" epub:type="page-list" role="doc-pagelist" hidden="hidden"${labelLanguageAttributes(labels, language)}>
<h2>${labels.printedPages}</h2>
<ol>
${lines(items)}
</ol>
</nav>`;
}

function landmarkItems({
  labels,
  hasContentsPage,
  startFileName,
  firstBackPage,
  hasAuthorIndex,
}: BookPlan): readonly Xhtml[] {
  const item = (type: string, fileName: string, title: string) =>
    xhtml`<li><a${attributes({ 'epub:type': type, href: fileName })}>${title}</a></li>`;
  return [
    item('titlepage', pageFileName('titlepage'), labels.titlePage),
    hasContentsPage ? item('toc', pageFileName(navigationId), labels.contents) : noMarkup,
    item('bodymatter', startFileName, labels.startReading),
    firstBackPage === null ? noMarkup : item('backmatter', pageFileName(firstBackPage.id), firstBackPage.title),
    hasAuthorIndex ? item('index', pageFileName(authorIndexId), labels.authorIndex) : noMarkup,
    item('colophon', pageFileName('imprint'), labels.imprint),
  ];
}
