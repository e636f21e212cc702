import type { HtmlField } from './directives.ts';
import { childElements, descendants, type HtmlElement, visibleText } from './htmlDocument.ts';

/** Keys that would mean something else in another archive: AO3's "Category" is F/M or Gen, no fandom. */
const ownKeys: Readonly<Record<string, string>> = {
  category: 'relationship-category',
  categories: 'relationship-category',
  collections: 'collections',
};

/** Matches each of `Published: 2019-02-03 Completed: 2019-03-01 Words: 7,526 Chapters: 3/?`. */
const statistic = /\b(Published|Updated|Completed|Words|Chapters):\s*(\S+)/g;

/** What the tag list of a work says: `<dt>Rating:</dt><dd>…</dd>`, in downloads and on the site. */
export function readAo3Tags(list: HtmlElement): HtmlField[] {
  let label = '';
  return childElements(list).flatMap((element): HtmlField[] => {
    if (element.tagName === 'dt') {
      label = visibleText(element).replace(/\s*:\s*$/, '');
      return [];
    }
    if (element.tagName !== 'dd' || label === '') return [];
    if (label === 'Stats') return statistics(element);
    const key = label.toLowerCase().replace(/\s+/g, ' ');
    return [{ key: ownKeys[key] ?? label, label, values: key === 'series' ? [visibleText(element)] : valuesOf(element), element }]; // prettier-ignore
  });
}

function statistics(element: HtmlElement): HtmlField[] {
  const nested = childElements(element).find(child => child.tagName === 'dl');
  const counted = /^(?:published|updated|completed|words|chapters|status)$/i;
  if (nested !== undefined) return readAo3Tags(nested).filter(field => counted.test(field.key));
  return [...visibleText(element).matchAll(statistic)].map(([, key = '', value = '']) => ({
    key,
    values: [value],
    element,
  }));
}

/** Each tag is a link; what has none is one value. */
function valuesOf(element: HtmlElement): string[] {
  const tags = [...descendants(element)].filter(({ tagName }) => tagName === 'a').map(tag => visibleText(tag));
  return tags.length === 0 ? [visibleText(element)] : tags;
}

/** The names in a byline: each author is a link; "Anonymous" is none, and no name either. */
export function readAo3Byline(byline: HtmlElement): HtmlField[] {
  const names = [...descendants(byline)].filter(({ tagName }) => tagName === 'a').map(link => visibleText(link));
  const bare = visibleText(byline).replace(/^by\s+/i, '');
  const values = names.length > 0 ? names : /^anonymous$/i.test(bare) ? [] : [bare];
  return [{ key: 'author', values, element: byline }];
}
