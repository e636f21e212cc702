import { readImage } from '../readImage.ts';
import { attribute, type HtmlElement } from './htmlDocument.ts';

/** Where pages that load their pictures late keep the address meanwhile. */
const lateAddresses = ['data-src', 'data-lazy-src', 'data-original'] as const;

/** What an `<img>` shows; `null` for one that shows nothing: without a source, or a dot that only counts visitors. */
export function readImageElement(element: HtmlElement): ReturnType<typeof readImage> {
  const alt = attribute(element, 'alt');
  if ((alt ?? '') === '' && isDot(element)) return null;
  return readImage(addressOf(element), alt);
}

function addressOf(element: HtmlElement): string {
  const source = attribute(element, 'src') ?? '';
  const late = lateAddresses.map(name => attribute(element, name) ?? '').find(address => address !== '');
  return late !== undefined && (source === '' || source.startsWith('data:')) ? late : source;
}

function isDot(element: HtmlElement): boolean {
  return ['width', 'height'].every(name => /^[01](?:px)?$/.test(attribute(element, name) ?? ''));
}
