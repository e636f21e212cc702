import type { Anthology } from '../book/tree.ts';
import { isRightToLeft } from '../text/writingDirection.ts';
import { authorIndexId } from './authorIndexPage.ts';
import { pageFileName, stylesheetFileName } from './bookPage.ts';
import { coverFileName } from './coverPage.ts';
import type { CoverImage } from './coverPage.ts';
import { navigationId } from './navigationDocument.ts';
import { renderMetadata } from './packageMetadata.ts';
import { imageFileName } from './renderImage.ts';
import type { BookPlan } from './planBook.ts';
import { attributes, lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

export const ncxFileName = 'toc.ncx';

/** What a package holds beside the pages of its plan. */
export interface PackageParts {
  readonly cover: CoverImage | null;
  readonly hasCoverPage: boolean;
  /** What the style sheet loads, in a stable order. */
  readonly resources: readonly { readonly fileName: string; readonly mediaType: string }[];
}

/**
 * The package document: what the book is, which files it has and in which order they are read.
 *
 * @see https://www.w3.org/TR/epub-33/#sec-package-doc
 */
export function renderPackageDocument(
  book: Anthology,
  plan: BookPlan,
  { cover, hasCoverPage, resources }: PackageParts,
): string {
  const language = attributes({ 'xml:lang': plan.language });
  const direction = isRightToLeft(plan.language) ? 'rtl' : undefined;
  const spineAttributes = attributes({ toc: 'ncx', 'page-progression-direction': direction });
  return xhtml`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id"${language}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${renderMetadata(book, plan, { hasCover: cover !== null, hasCoverPage })}
</metadata>
<manifest>
${lines(manifestItems(book, plan, cover, resources))}
</manifest>
<spine${spineAttributes}>
${lines(spinePageIds(plan).map(id => xhtml`<itemref idref="${id}"/>`))}
</spine>
<guide>
${lines(guideReferences(plan, hasCoverPage))}
</guide>
</package>
`.markup;
}

function manifestItems(
  { images }: Anthology,
  plan: BookPlan,
  cover: CoverImage | null,
  resources: PackageParts['resources'],
): readonly Xhtml[] {
  const item = (id: string, href: string, mediaType: string, properties?: string) =>
    xhtml`<item${attributes({ id, href, 'media-type': mediaType, properties })}/>`;
  const pages = [...plan.opening, ...plan.body];
  return [
    item(navigationId, pageFileName(navigationId), 'application/xhtml+xml', 'nav'),
    item('ncx', ncxFileName, 'application/x-dtbncx+xml'),
    item('style', stylesheetFileName, 'text/css'),
    cover === null ? noMarkup : item('cover', coverFileName, 'image/jpeg', 'cover-image'),
    ...resources.map(({ fileName, mediaType }) => item(resourceId(fileName), fileName, mediaType)),
    ...images.map(image => item(image.id, imageFileName(image), image.mediaType)),
    ...pages.map(page => item(page.id, pageFileName(page.id), 'application/xhtml+xml')),
  ];
}

/** `fonts/eb-garamond-normal-1.ttf` → `theme-fonts-eb-garamond-normal-1.ttf`: an id holds no slash. */
function resourceId(fileName: string): string {
  return `theme-${fileName.replaceAll('/', '-')}`;
}

function spinePageIds({ opening, hasContentsPage, body }: BookPlan): readonly string[] {
  const idsOf = (pages: BookPlan['body']) => pages.map(page => page.id);
  return [...idsOf(opening), ...(hasContentsPage ? [navigationId] : []), ...idsOf(body)];
}

/** Kindle finds "start" and counts locations by the `text` reference. */
function guideReferences(
  { labels, hasContentsPage, startFileName, hasAuthorIndex }: BookPlan,
  hasCoverPage: boolean,
): readonly Xhtml[] {
  const reference = (type: string, href: string, title: string) =>
    xhtml`<reference${attributes({ type, title, href })}/>`;
  return [
    hasCoverPage ? reference('cover', pageFileName('coverpage'), labels.cover) : noMarkup,
    reference('title-page', pageFileName('titlepage'), labels.titlePage),
    hasContentsPage ? reference('toc', pageFileName(navigationId), labels.contents) : noMarkup,
    reference('text', startFileName, labels.startReading),
    hasAuthorIndex ? reference('index', pageFileName(authorIndexId), labels.authorIndex) : noMarkup,
    reference('colophon', pageFileName('imprint'), labels.imprint),
  ];
}
