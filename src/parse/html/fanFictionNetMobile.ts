import type { HtmlField, PageReading } from './directives.ts';
import { isGenreList, isProfileAddress } from './fanFictionNetFacts.ts';
import { attribute, descendants, type HtmlElement, visibleText } from './htmlDocument.ts';
import { directivesOf, removeRest } from './pageDirectives.ts';
import type { PageIndex } from './pageIndex.ts';

const make = directivesOf('fanfiction-net-mobile', 'FanFiction.Net’s mobile page');

/** Matches `Chapter 4: The Long Watch`, `Chapter 12`, alone in bold over the text; not `Ch 4 of 9`, a menu. */
const chapterLine = /^(?:chapter|prologue|epilogue)\b/i;
const maxChapterLineLength = 160;

/** What stands over the text is short; the line of facts is the longest, in characters. */
const maxFactsLength = 600;

/**
 * Reads a chapter saved from FanFiction.Net's pages for phones: the text in `#storycontent`, over it `Title by Author`,
 * a line of facts that opens with the fandom and `Rated:`, and the chapter's title in bold.
 */
export function readFanFictionNetMobile(page: PageIndex): PageReading | null {
  const { document } = page;
  const text = page.byId('storycontent');
  if (text === null) return null;
  const above: HtmlElement[] = [];
  for (const element of descendants(document)) {
    if (element === text) break;
    if (page.lengths.of(element) <= maxFactsLength) above.push(element);
  }
  const authorAt = above.findIndex(element => element.tagName === 'a' && isProfileAddress(attribute(element, 'href')) && visibleText(element) !== ''); // prettier-ignore
  const author = above[authorAt];
  const title = above
    .slice(0, Math.max(0, authorAt))
    .findLast(element => isBold(element) && visibleText(element) !== '');
  if (author === undefined || title === undefined) return null;
  const directives: PageReading['directives'] = new Map([
    [title, make.mark('title', 'title')],
    [author, make.mark('byline', 'byline')],
  ]);
  const fields: HtmlField[] = [{ key: 'author', values: [visibleText(author)], element: author }];
  const kept = [text, title, author];
  const below = above.slice(authorAt + 1);
  const facts = below.findLast(element => isFacts(element));
  if (facts !== undefined) {
    directives.set(facts, { kind: 'field', reason: 'classification' });
    fields.push(...readFacts(facts));
    kept.push(facts);
  }
  const chapter = below.find(element => isBold(element) && isChapterLine(visibleText(element)));
  if (chapter !== undefined) {
    directives.set(chapter, make.heading('chapter', visibleText(chapter)));
    kept.push(chapter);
  }
  removeRest(document, kept, directives, 'page-furniture');
  return { directives, fields };
}

function isBold({ tagName }: HtmlElement): boolean {
  return tagName === 'b' || tagName === 'strong';
}

function isChapterLine(text: string): boolean {
  return text.length <= maxChapterLineLength && chapterLine.test(text);
}

function isFacts(element: HtmlElement): boolean {
  if (element.tagName === 'a' || element.tagName === 'script' || element.tagName === 'style') return false;
  const text = visibleText(element);
  return /\bRated: /.test(text) && /\bWords: /.test(text);
}

/** Matches each of `Words: 18k+, Favs: 22, Published: Jan 4 2013 Updated: Mar 19 2013`. */
const fact = /\b(?<key>Rated|Words|Chapters|Published|Updated|Status): (?<value>[^,:]{1,40}?)(?=,|\s+[A-Z][a-z]+:|$)/g;

/** `Books » Harrow Light  Rated: T, English, Adventure & Humor, Wren, Otter, Words: 18k+, Published: Jan 4 2013`. */
function readFacts(element: HtmlElement): HtmlField[] {
  const text = visibleText(element);
  const links = [...descendants(element)].filter(({ tagName }) => tagName === 'a').map(link => visibleText(link));
  const fandom = links.at(-1)?.split('»').at(-1)?.trim() ?? '';
  const fields: HtmlField[] = fandom === '' ? [] : [{ key: 'fandom', values: [fandom], element }];
  for (const { groups: { key = '', value = '' } = {} } of text.matchAll(fact)) fields.push({ key, values: [value], element }); // prettier-ignore
  const plain = text.slice(text.indexOf('Rated: ')).split(/,\s+/).slice(1);
  const listed = plain.slice(
    0,
    plain.findIndex(part => part.includes(': ')),
  );
  const [language, ...others] = listed;
  if (language !== undefined) fields.push({ key: 'language', values: [language], element });
  const genre = others[0] !== undefined && isGenreList(others[0].replaceAll(' & ', '/')) ? others[0] : undefined;
  if (genre !== undefined) fields.push({ key: 'genre', values: [genre], element });
  const characters = genre === undefined ? others : others.slice(1);
  if (characters.length > 0) fields.push({ key: 'characters', values: characters, element });
  return fields;
}
