import { isRightToLeft } from '../text/writingDirection.ts';
import { attributes, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';
import { languageTag } from './language.ts';

type BookDivision = 'frontmatter' | 'bodymatter' | 'backmatter';

/** One XHTML file of the book, the unit in which reading systems begin a new page. */
export interface BookPage {
  /** The file's stem, the id of its section and of its manifest item; ASCII, the same on every rebuild. */
  readonly id: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly division: BookDivision;
  /** The sections inside the body. */
  readonly content: Xhtml;
}

/** An entry of the contents; an empty list of `children` where nothing stands below it. */
export interface ContentsEntry {
  readonly title: string;
  readonly fileName: string;
  /** BCP 47. */
  readonly language: string;
  readonly children: readonly ContentsEntry[];
}

export const stylesheetFileName = 'style.css';

export function pageFileName(pageId: string): string {
  return `${pageId}.xhtml`;
}

/** The file of a page. */
export function renderPage(page: BookPage): string {
  const language = languageTag(page.language);
  const direction = isRightToLeft(language) ? 'rtl' : undefined;
  return xhtml`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${attributes({ 'xml:lang': language, lang: language, dir: direction })}>
<head>
<meta charset="UTF-8"/>
<title>${page.title}</title>
<link rel="stylesheet" type="text/css" href="${stylesheetFileName}"/>
</head>
<body epub:type="${page.division}">
${page.content}
</body>
</html>
`.markup;
}
