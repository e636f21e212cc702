import type { XmlElement } from '../xml/parseXml.ts';
import { xmlNamespace } from '../xml/parseXml.ts';
import type { ReadXml } from './xmlReader.ts';

/** What the checks want to know of one XHTML or SVG document. */
export interface ContentDocument {
  readonly path: string;
  readonly isWellFormed: boolean;
  readonly ids: ReadonlySet<string>;
  readonly repeatedIds: readonly string[];
  readonly references: readonly DocumentReference[];
  readonly imagesWithoutSource: readonly number[];
  readonly imagesWithoutAlt: readonly number[];
  readonly hasLanguage: boolean;
  /** How many links its `nav` of the type `toc` has; `null` when it has no such `nav`. */
  readonly contentsLinkCount: number | null;
}

export interface DocumentReference {
  /** A link is followed by the reader; a resource is part of the page; media may be streamed. */
  readonly kind: 'link' | 'resource' | 'media';
  readonly url: string;
  /** 1-based. */
  readonly line: number;
}

const opsNamespace = 'http://www.idpf.org/2007/ops';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';
const svgNamespace = 'http://www.w3.org/2000/svg';

export function readContentDocument(path: string, readXml: ReadXml): ContentDocument {
  const ids = new Set<string>();
  const repeatedIds: string[] = [];
  const references: DocumentReference[] = [];
  const imagesWithoutSource: number[] = [];
  const imagesWithoutAlt: number[] = [];
  let hasLanguage = false;
  let isRoot = true;
  let contentsLinkCount: number | null = null;
  let isInContents = false;
  const isWellFormed = readXml(path, {
    onOpen: element => {
      // A picture in SVG has no language.
      if (isRoot) hasLanguage = element.name !== 'html' || statesLanguage(element);
      isRoot = false;
      const id = element.attribute('id');
      if (id !== undefined) {
        if (ids.has(id)) repeatedIds.push(id);
        ids.add(id);
      }
      const reference = referenceOf(element);
      if (reference !== null) references.push(reference);
      if (element.name === 'img') {
        if ((element.attribute('src') ?? '') === '') imagesWithoutSource.push(element.line);
        if (element.attribute('alt') === undefined) imagesWithoutAlt.push(element.line);
      }
      if (isContentsNav(element)) {
        isInContents = true;
        contentsLinkCount ??= 0;
      }
      if (isInContents && element.name === 'a') contentsLinkCount = (contentsLinkCount ?? 0) + 1;
    },
    onClose: name => {
      if (name === 'nav') isInContents = false;
    },
  });
  return {
    path,
    isWellFormed,
    ids,
    repeatedIds,
    references,
    imagesWithoutSource,
    imagesWithoutAlt,
    hasLanguage,
    contentsLinkCount,
  };
}

function statesLanguage(element: XmlElement): boolean {
  return (element.attributeOf(xmlNamespace, 'lang') ?? element.attribute('lang') ?? '') !== '';
}

function isContentsNav(element: XmlElement): boolean {
  if (element.name !== 'nav') return false;
  return (element.attributeOf(opsNamespace, 'type') ?? '').split(/\s+/).includes('toc');
}

function referenceOf(element: XmlElement): DocumentReference | null {
  const found = urlOf(element);
  return found?.url === undefined || found.url === '' ? null : { kind: found.kind, url: found.url, line: element.line };
}

function urlOf(element: XmlElement): { kind: DocumentReference['kind']; url: string | undefined } | null {
  if (element.namespace === svgNamespace) {
    const url = element.attributeOf(xlinkNamespace, 'href') ?? element.attribute('href');
    return { kind: element.name === 'a' ? 'link' : 'resource', url };
  }
  switch (element.name) {
    case 'a':
    case 'area':
      return { kind: 'link', url: element.attribute('href') };
    case 'link':
      return isFetched(element) ? { kind: 'resource', url: element.attribute('href') } : null;
    case 'img':
    case 'script':
    case 'iframe':
    case 'embed':
    case 'input':
      return { kind: 'resource', url: element.attribute('src') };
    case 'object':
      return { kind: 'resource', url: element.attribute('data') };
    case 'audio':
    case 'video':
    case 'source':
    case 'track':
      return { kind: 'media', url: element.attribute('src') };
    default:
      return null;
  }
}

/** Whether a `link` is part of the page, as a style sheet is and a licence is not. */
function isFetched(element: XmlElement): boolean {
  return /\b(?:stylesheet|icon)\b/i.test(element.attribute('rel') ?? '');
}
