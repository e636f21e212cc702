import { resolveReference } from '../../archive/resolveReference.ts';
import { attribute, childElements, descendants, type HtmlElement, type HtmlParent, parseHtmlDocument, visibleText } from '../html/htmlDocument.ts'; // prettier-ignore
import { type ContentsEntry } from './contents.ts';
import { epubTypes } from './epubTypes.ts';

/** What a navigation document says. */
export interface Navigation {
  readonly contents: readonly ContentsEntry[];
  /** What its landmarks say that documents are: path to `titlepage`, `toc`. */
  readonly landmarks: ReadonlyMap<string, string>;
}

/**
 * Reads the contents and the landmarks of EPUB 3.
 * @see https://www.w3.org/TR/epub-33/#sec-nav
 */
export function readNavigation(html: string, path: string): Navigation {
  const navs = [...descendants(parseHtmlDocument(html, 'xhtml'))].filter(({ tagName }) => tagName === 'nav');
  const toc = navs.find(nav => epubTypes(nav).includes('toc'));
  const landmarks = navs.find(nav => epubTypes(nav).includes('landmarks'));
  return {
    contents: toc === undefined ? [] : readList(toc, path),
    landmarks: new Map(landmarks === undefined ? [] : readLandmarks(landmarks, path)),
  };
}

/** The entries of the first list inside; the parser bounds how deep they lie. */
function readList(parent: HtmlParent, path: string): ContentsEntry[] {
  const lists = childElements(parent).filter(({ tagName }) => tagName === 'ol' || tagName === 'ul');
  return lists.flatMap(list => childElements(list).map(item => readEntry(item, path)));
}

function readEntry(item: HtmlElement, path: string): ContentsEntry {
  const label = childElements(item).find(({ tagName }) => tagName !== 'ol' && tagName !== 'ul');
  const link = label?.tagName === 'a' ? label : label === undefined ? undefined : [...descendants(label)].find(({ tagName }) => tagName === 'a'); // prettier-ignore
  const href = link === undefined ? null : attribute(link, 'href');
  const target = href === null ? null : resolveReference(path, href);
  const inside = target?.kind === 'inside' ? target : null;
  return {
    title: label === undefined ? '' : visibleText(label),
    path: inside?.path ?? null,
    fragment: inside?.fragment ?? null,
    children: readList(item, path),
  };
}

function readLandmarks(nav: HtmlElement, path: string): [string, string][] {
  return [...descendants(nav)].flatMap((link): [string, string][] => {
    const href = link.tagName === 'a' ? attribute(link, 'href') : null;
    const target = href === null ? null : resolveReference(path, href);
    const [type] = epubTypes(link);
    return target?.kind === 'inside' && type !== undefined ? [[target.path, type]] : [];
  });
}
