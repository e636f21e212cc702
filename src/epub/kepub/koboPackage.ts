import { attributesOf, markupTokens } from './markupTokens.ts';
import type { MarkupToken, StartTag } from './markupTokens.ts';

/**
 * A package document as Kobo's own reader wants it: the cover's item says what it is, so that the library shows it, and
 * Calibre's time of making is left out.
 *
 * @see https://github.com/pgaskin/kepubify/blob/v4.0.4/kepub/transform.go
 */
export function toKoboPackage(packageDocument: string): string {
  const tokens = withoutTimestamp([...markupTokens(packageDocument)]);
  const cover = findUnmarkedCover(tokens.filter(token => token.type === 'startTag'));
  return tokens.map(token => (token === cover ? markAsCover(cover) : token.markup)).join('');
}

/** The names of the elements, in whatever way the package prefixes them. */
function isNamed(tag: { readonly name: string }, name: string): boolean {
  return tag.name === name || tag.name.endsWith(`:${name}`);
}

function withoutTimestamp(tokens: readonly MarkupToken[]): MarkupToken[] {
  let isDropping = false;
  return tokens.filter(token => {
    const isInDropped = isDropping;
    const isMeta = token.type === 'startTag' && isNamed(token, 'meta');
    if (isMeta && attributesOf(token).get('name') === 'calibre:timestamp') {
      isDropping = !token.isWhole;
      return false;
    }
    if (token.type === 'endTag' && isNamed(token, 'meta')) isDropping = false;
    return !isInDropped;
  });
}

/** The picture that an EPUB 2 names as its cover, unless some item says already that it is the cover. */
function findUnmarkedCover(tags: readonly StartTag[]): StartTag | undefined {
  const items = tags.filter(tag => isNamed(tag, 'item'));
  if (items.some(item => propertiesOf(item).includes('cover-image'))) return undefined;
  const stated = tags.find(tag => isNamed(tag, 'meta') && attributesOf(tag).get('name') === 'cover');
  const id = (stated === undefined ? undefined : attributesOf(stated).get('content')) ?? 'cover';
  return items.find(item => {
    const attributes = attributesOf(item);
    return attributes.get('id') === id && attributes.get('media-type')?.startsWith('image/') === true;
  });
}

function propertiesOf(item: StartTag): string[] {
  return (attributesOf(item).get('properties') ?? '').split(/\s+/);
}

function markAsCover(item: StartTag): string {
  const properties = ['cover-image', ...propertiesOf(item)].filter(property => property !== '').join(' ');
  // Matches ` properties="svg"`; not ` data-properties="svg"`.
  const others = item.markup.replace(/\sproperties\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  return others.replace(/\s*(\/?)>$/, ` properties="${properties}"$1>`);
}
