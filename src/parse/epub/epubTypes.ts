import { attribute, type HtmlElement } from '../html/htmlDocument.ts';

/**
 * What an element says it is, in the terms of EPUB: `epub:type="chapter bodymatter"`, or a role of DPUB-ARIA,
 * `role="doc-chapter"`.
 * @see https://www.w3.org/TR/epub-ssv-11/
 */
export function epubTypes(element: HtmlElement): readonly string[] {
  const types = (attribute(element, 'epub:type') ?? '').toLowerCase().split(/\s+/);
  const roles = (attribute(element, 'role') ?? '').toLowerCase().split(/\s+/);
  const named = roles.flatMap(role => (role.startsWith('doc-') ? [role.slice(4)] : []));
  return [...types, ...named].filter(type => type !== '');
}
