import type { HtmlField, PageReading } from './directives.ts';
import { isGenreList, isProfileAddress } from './fanFictionNetFacts.ts';
import type { PageIndex } from './pageIndex.ts';
import { attribute, descendants, findElement, hasClass, type HtmlElement, visibleText } from './htmlDocument.ts'; // prettier-ignore
import { directivesOf, removeRest } from './pageDirectives.ts';

const make = directivesOf('fanfiction-net', 'FanFiction.Net’s page');

/**
 * Reads a chapter saved from FanFiction.Net or FictionPress: title, author, summary and classification in
 * `#profile_top`, the chapter's number and title as the chosen option of `#chap_select`, the text in `#storytext`.
 */
export function readFanFictionNet(page: PageIndex): PageReading | null {
  const { document } = page;
  const text = page.byId('storytext');
  const profile = page.byId('profile_top');
  if (text === null || profile === null) return null;
  const directives: PageReading['directives'] = new Map();
  const fields: HtmlField[] = [];
  const kept: HtmlElement[] = [text];
  const links = page.byId('pre_story_links');
  const fandom = links === null ? undefined : [...descendants(links)].filter(({ tagName }) => tagName === 'a').at(-1);
  if (links !== null && fandom !== undefined) {
    directives.set(links, { kind: 'field', reason: 'fandom' });
    fields.push({ key: 'fandom', values: [visibleText(fandom)], element: fandom });
    kept.push(links);
  }
  readProfile(profile, directives, fields, kept);
  const menu = page.byId('chap_select');
  const chosen = menu === null ? null : findElement(menu, ({ tagName, attrs }) => tagName === 'option' && attrs.some(({ name }) => name === 'selected')); // prettier-ignore
  if (menu !== null && chosen !== null) {
    directives.set(menu, { kind: 'unwrap' });
    directives.set(chosen, make.heading('chapter', visibleText(chosen)));
    removeRest(menu, [chosen], directives, 'navigation');
    kept.push(chosen);
  }
  removeRest(document, kept, directives, 'page-furniture');
  return { directives, fields };
}

function readProfile(
  profile: HtmlElement,
  directives: PageReading['directives'],
  fields: HtmlField[],
  kept: HtmlElement[],
): void {
  const inside = [...descendants(profile)];
  const title = inside.find(element => element.tagName === 'b' && visibleText(element) !== '');
  const author = inside.find(element => element.tagName === 'a' && isProfileAddress(attribute(element, 'href')) && visibleText(element) !== ''); // prettier-ignore
  const summary = inside.find(element => element.tagName === 'div' && hasClass(element, 'xcontrast_txt'));
  const classification = inside.find(element => element.tagName === 'span' && hasClass(element, 'xgray'));
  if (title !== undefined) directives.set(title, make.mark('title', 'title'));
  if (author !== undefined) {
    directives.set(author, make.mark('byline', 'byline'));
    fields.push({ key: 'author', values: [visibleText(author)], element: author });
  }
  if (summary !== undefined) directives.set(summary, make.matter('summary', 'summary', 'front', 'bare'));
  if (classification !== undefined) {
    directives.set(classification, { kind: 'field', reason: 'classification' });
    fields.push(...readClassification(classification));
  }
  kept.push(...[title, author, summary, classification].filter(element => element !== undefined));
}

/** `Rated: Fiction T - English - Humor/Angst - Wren, Otter - Chapters: 5 - Words: 12,345 - … - Published: Jan 3, 2009`. */
function readClassification(element: HtmlElement): HtmlField[] {
  const times = [...descendants(element)].filter(inside => attribute(inside, 'data-xutime') !== null);
  const parts = visibleText(element).split(/\s+-\s+/);
  return parts.flatMap((part, index): HtmlField[] => {
    const [, key = '', value = ''] = /^([A-Z][a-z]+):\s*(.+)$/.exec(part) ?? [];
    if (key === 'Published' || key === 'Updated') {
      const time = times.find(inside => visibleText(inside) === value);
      return [{ key, values: [(time === undefined ? null : dateOf(time)) ?? value], element }];
    }
    if (/^(?:Rated|Chapters|Words|Status)$/.test(key)) return [{ key, values: [value], element }];
    if (key !== '') return [];
    if (index === 1) return [{ key: 'language', values: [part], element }];
    if (isGenreList(part)) return [{ key: 'genre', values: [part], element }];
    return index <= 3 ? [{ key: 'characters', values: [part], element }] : [];
  });
}

/** The day of a time in seconds since 1970, as ISO 8601. */
function dateOf(element: HtmlElement): string | null {
  const seconds = Number(attribute(element, 'data-xutime'));
  if (!Number.isSafeInteger(seconds) || seconds <= 0 || seconds > 4e9) return null;
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
