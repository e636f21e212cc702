import type { XmlElement } from '../xml/parseXml.ts';

export interface DocumentReference {
  /** A link is followed by the reader; a resource is part of the page; media may be streamed. */
  readonly kind: 'link' | 'resource' | 'media';
  readonly url: string;
  /** 1-based; 0 where it is not known. */
  readonly line: number;
}

export const xhtmlNamespace = 'http://www.w3.org/1999/xhtml';
export const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';

/** The URL by which an element of XHTML or SVG refers to something, or `null` when it is none that does. */
export function urlOf(element: XmlElement): { kind: DocumentReference['kind']; url: string | undefined } | null {
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
