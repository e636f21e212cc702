import { looksLikeName } from './personName.ts';
import type { Pass, Reading } from '../reading.ts';

/** Titles that programs give to pages nobody named, and names of files: `Untitled Document`, `stair.htm`, `Chapter 3`. */
const isNoTitle =
  /^(?:untitled|document|new page|no title|index|home|default|page|chapter|part)\b[\s\d.:-]*(?:document|page)?$|\.\w{2,5}$|^[a-z]:\\|https?:|microsoft word/i;

/** What sites put after a title: ` | Wickside Stories`, ` - FanFiction.Net`, ` » Chapter 2`. */
const siteTail = /\s+(?:[|»·:–—-]|::)\s.*$/;

/** Matches `The Stair by Nell Ashgrove`; the name is short and capitalized. */
const titleAndName = /^(?<title>.{2,80}?),?\s+by\s+(?<name>\p{Lu}\S*(?: \p{Lu}\S*){0,3})$/u;

/** The longest title taken from a window, in characters. */
const maxTitleLength = 80;
const maxNameLength = 50;

/**
 * Takes a page's window title for the story's where its text says none: `The Stair | Wickside Stories` → `The Stair`.
 * It is less sure than any line of the text, since sites put their own names there.
 */
export const readWindowTitle: Pass = {
  name: 'read-window-title',
  run: reading => {
    return withPageAuthor(withWindowTitle(reading));
  },
};

/** Names that are no author's: `admin`, `Administrator`, `Harbour Scraps Staff`, `www.example.org`. */
const isNoName =
  /^(?:admin(?:istrator)?|root|user|owner|guest|editor|webmaster|unknown|anonymous|author|default|test)$|\b(?:staff|team|admin|inc|ltd|llc|magazine|blog|website)\b|[\w-]\.(?:com|net|org)\b|@|https?:/i;

/** Takes over whom the page's head names where nothing in the text says who wrote it. */
function withPageAuthor(reading: Reading): Reading {
  const { windowAuthor } = reading.manuscript;
  const name = windowAuthor?.values[0] ?? '';
  if (windowAuthor === undefined || reading.authors.length > 0) return reading;
  if (name.length > maxNameLength || isNoName.test(name) || !looksLikeName(name)) return reading;
  return { ...reading, authors: [{ text: { name }, origin: 'text', confidence: 0.6, span: windowAuthor.span }] };
}

function withWindowTitle(reading: Reading): Reading {
  const { windowTitle } = reading.manuscript;
  if (windowTitle === undefined || reading.title !== null) return reading;
  const text = (windowTitle.values[0] ?? '').replace(siteTail, '').trim();
  const named = titleAndName.exec(text)?.groups;
  const title = (named?.title ?? text).trim();
  if (title.length > maxTitleLength || isNoTitle.test(title) || !/\p{L}/u.test(title)) return reading;
  const stated = { origin: 'text', confidence: 0.6, span: windowTitle.span } as const;
  const authors = reading.authors.length > 0 || named?.name === undefined ? reading.authors : [{ ...stated, text: { name: named.name } }]; // prettier-ignore
  return { ...reading, title: { ...stated, text: title }, authors };
}
