import { isCopyrightLine } from '../edges/footerLine.ts';
import { readLabel } from '../voice/knownLabels.ts';
import { type Header, opensText } from './openingHeader.ts';
import { isFullName, readPersons } from './personName.ts';
import type { Mark } from '../reading.ts';
import { withAuthors, withTitle } from './storyFacts.ts';
import { isTitleCase } from './titleLine.ts';

/** Matches `Nell P Ashgrove: SALTMARSH.TXT`: a name, and a title in capitals; not `Nell Ashgrove: Come in.` */
const authorAndTitle = /^(?<author>[^:]{4,40}): (?<title>[^:]{3,60})$/;

/** A first line that names author and title at once, as writers' groups head their submissions. */
export function readAuthorAndTitle(index: number, header: Header): Mark | null {
  const block = header.blocks[index];
  if (block?.kind !== 'text' || header.hasHeader || !opensText(header, index)) return null;
  const { author = '', title = '' } = authorAndTitle.exec(block.text)?.groups ?? {};
  const next = header.blocks[index + 1];
  const isCapitals = title === title.toUpperCase() && /\p{Lu}{3}/u.test(title);
  if (!isCapitals || !isFullName(author.replace(/\b(\p{Lu})\b/gu, '$1.')) || !next || next.blankLinesBefore === 0) return null; // prettier-ignore
  const source = { span: block.span, confidence: 0.7 };
  header.facts = withAuthors({ ...header.facts, title: { text: title, origin: 'text', ...source } }, author, source);
  header.hasHeader = true;
  return { kind: 'title', rule: 'author-and-title-line', confidence: 0.7, why: 'The first line is a person’s name, a colon and words in capitals.' }; // prettier-ignore
}

/** Matches `The Saltmarsh Bell by Nell Ashgrove`, `Salt, by Nell <nell@example.org>`, `"Salt" - by salt_wife`; not `Stand by Me`. */
const titleAndAuthor = /^(?<title>\S.{0,70}?)[\s,;:–—-]{1,4}(?:written )?by:? (?<author>\S.{1,60})$/i;

/** Matches `《灯塔旧账》作者：听潮客`, `《海》（全本） 著者: 林`; not `《海》是一本书。` */
const bookAndAuthor =
  /^《(?<title>[^《》]{1,60})》.{0,16}?(?:作者|著者|作家)\s*[:：]\s*(?<author>[^\s:：，。]{1,20})$/u;

/** Title and author on the first line, as Chinese text files have it. */
export function readBookAndAuthor(index: number, header: Header): Mark | null {
  const block = header.blocks[index];
  if (block?.kind !== 'text' || header.hasHeader || !opensText(header, index)) return null;
  const { title, author } = bookAndAuthor.exec(block.text)?.groups ?? {};
  if (title === undefined || author === undefined) return null;
  const source = { span: block.span, confidence: 0.9 };
  header.facts = withAuthors(withTitle(header.facts, title, source), author, source);
  header.hasHeader = true;
  return { kind: 'title', rule: 'book-and-author-line', confidence: 0.9, why: 'The first line is a title in its marks, and says who the author is.' }; // prettier-ignore
}

/** How far below a label is looked for that names the author apart. */
const labelLookahead = 12;

/** A first line that is title and byline at once; a name has to be a full one, or come with an address or a digit. */
export function readTitleAndAuthor(index: number, header: Header): Mark | null {
  const block = header.blocks[index];
  if (block?.kind !== 'text' || header.facts.title !== null || header.facts.authors.length > 0) return null;
  if (!opensText(header, index) || block.text.length > 130) return null;
  const { title = '', author = '' } = titleAndAuthor.exec(block.text)?.groups ?? {};
  const next = header.blocks[index + 1];
  const isApart =
    next !== undefined &&
    (next.blankLinesBefore > 0 ||
      readLabel(next.text) !== null ||
      isCopyrightLine(next.text) ||
      readPersons(next.text).emails.length > 0);
  if (
    !isApart ||
    !(namesSomebody(author) || isPenName(author, title, header)) ||
    !isTitleCase(title.replace(/["“”*_]/g, ''))
  )
    return null;
  if (namesAuthorBelow(index, header)) return null;
  const source = { span: block.span, confidence: 0.7 };
  header.facts = withAuthors(withTitle(header.facts, title, source), author, source);
  header.hasHeader = true;
  return { kind: 'title', rule: 'title-and-author-line', confidence: 0.7, why: 'The first line is a title, “by” and a person’s name.' }; // prettier-ignore
}

/** Matches `Nell Ashgrove`, `salt_wife`, `Nell <nell@example.org>`; not `Me`, `the river.` */
function namesSomebody(author: string): boolean {
  const { persons, emails } = readPersons(author);
  const isName = (name: string) => isFullName(name) || /^(?=.*[\d_])\S+$/.test(name) || (emails.length > 0 && name.split(' ').length < 4); // prettier-ignore
  return persons.length > 0 && persons.every(({ name }) => isName(name)) && !/["”.!?]$/.test(author);
}

const minTitleWords = 2;

/**
 * A pen name of one word, which "by" alone does not show: under a title in quotation marks, or in small letters after
 * words that all have capitals, if the story never uses it as a word. Matches `"Salt" by Wren`, `Two Bells by saltwife`;
 * not `Stand by me`, `Trial by fire`, `The Long Way by water`.
 */
function isPenName(author: string, title: string, { blocks }: Header): boolean {
  if (!/^[\p{L}\p{N}_.-]{3,30}$/u.test(author) || author.endsWith('.')) return false;
  if (/^["“«].*["”»]$/.test(title)) return true;
  const words = title.split(' ');
  const isCapitalized = words.length >= minTitleWords && words.every(word => /^[\p{Lu}\p{N}]/u.test(word));
  if (!isCapitalized || author !== author.toLowerCase() || !/^\p{L}{4,}$/u.test(author)) return false;
  const asWord = new RegExp(String.raw`(?<![\p{L}@.])${author}(?!\p{L})`, 'u');
  return !blocks.slice(1).some(block => asWord.test(block.text));
}

/** "Death by Chocolate" is a title alone where a label below it says who the author is. */
function namesAuthorBelow(index: number, { blocks }: Header): boolean {
  return blocks.slice(index + 1, index + 1 + labelLookahead).some(block => {
    return block.kind === 'text' && readLabel(block.text)?.meaning.kind === 'author';
  });
}
