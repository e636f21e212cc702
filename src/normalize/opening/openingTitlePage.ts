import type { MatterRole } from '../../book/tree.ts';
import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { readBylineWords } from './bylineWords.ts';
import { readHeadingCandidate } from '../chapters/chapterHeading.ts';
import { readLabel } from '../voice/knownLabels.ts';
import { narrativeVoice } from '../voice/narrativeVoice.ts';
import { front, type Header, opensText } from './openingHeader.ts';
import { isFullName } from './personName.ts';
import type { Mark } from '../reading.ts';
import { withAuthors, withTitle } from './storyFacts.ts';
import { hasTitleShape, isSpeech } from './titleLine.ts';
import { readTitlePageLine, type TitlePageLine } from './titlePageLine.ts';

/** A name as title pages set it, in capitals or not: `AUGUSTA VERRALL`, `Пётр Ильин`; not `THE GLASS COAST`, `SALT`. */
function isNameLine(text: string): boolean {
  const words = text.split(' ').map(word => (word.length > 2 && word === word.toUpperCase() ? word.slice(0, 1) + word.slice(1).toLowerCase() : word)); // prettier-ignore
  return isFullName(words.join(' '));
}

/**
 * The author above the title, both bare, as many countries set their title pages: the first line is a person's name, the
 * second is none, and chapters follow with nothing but lines of a title page between. Of two lines that could be names,
 * the one whose words the story uses in lower case is none: `Nell Ashgrove`, `HARBOUR LAMPS`.
 */
export function readAuthorAboveTitle(index: number, header: Header): Mark | null {
  const { blocks, limit, facts } = header;
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (limit >= blocks.length || header.hasHeader || facts.title !== null || !opensText(header, index)) return null;
  if (block?.kind !== 'text' || next?.kind !== 'text' || index + 1 >= limit) return null;
  const isTitle = hasTitleShape(next.text) && !isSpeech(next.text) && (!isNameLine(next.text) || isOnlyTitle(next.text, block.text, blocks)) && readLabel(next.text) === null && readTitlePageLine(next.text) === null; // prettier-ignore
  if (!isNameLine(block.text) || !isTitle || !isShortToTheEnd(header, index + 2)) return null;
  header.facts = withAuthors(facts, block.text, { span: block.span, confidence: 0.7 });
  header.facts = withTitle(header.facts, next.text, { span: next.span, confidence: 0.7 });
  header.hasHeader = true;
  const why = 'A person’s name stands over a short line that is none, at the head of a book with chapters.';
  header.marks.set(index + 1, { kind: 'title', rule: 'title-under-author', confidence: 0.7, why });
  return { kind: 'byline', rule: 'author-above-title', confidence: 0.7, why };
}

/**
 * Title and author, both bare, where the name stands right under the title or a rule or the contents come before the
 * first chapter: a short line that is no name over one that is. Not two lines that
 * may both be names, where the story's words do not tell them apart, nor two in capitals with no blank between, which may be one title broken in two.
 */
export function readTitleAboveAuthor(index: number, header: Header): Mark | null {
  const { blocks, limit, facts } = header;
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (limit >= blocks.length || header.hasHeader || facts.title !== null || !opensText(header, index)) return null;
  if (block?.kind !== 'text' || next?.kind !== 'text' || index + 1 >= limit || header.known[index + 1] != null) return null; // prettier-ignore
  const { text } = block;
  const isTitle = hasTitleShape(text) && !isSpeech(text) && (!isNameLine(text) || isOnlyTitle(text, next.text, blocks)) && readLabel(text) === null && readTitlePageLine(text) === null; // prettier-ignore
  // `von Salzkrähe` says itself that it is a byline, and where the name in it starts.
  if (/^\p{Ll}/u.test(next.text) && readBylineWords(next.text) !== null) return null;
  // Labels below the name say more than its place does; there the two are read one by one.
  const below = blocks[index + 2];
  if (next.blankLinesBefore > 0 && below?.kind === 'text' && readLabel(below.text) !== null) return null;
  const isOneTitle = next.blankLinesBefore === 0 && isCapitals(text) && isCapitals(next.text);
  if (!isTitle || isOneTitle || !isNameLine(next.text) || !isShortToTheEnd(header, index + 2)) return null;
  header.facts = withTitle(facts, text, { span: block.span, confidence: 0.7 });
  header.facts = withAuthors(header.facts, next.text, { span: next.span, confidence: 0.7 });
  header.hasHeader = true;
  const why = 'A short line stands over a person’s name, at the head of a book with chapters.';
  header.marks.set(index + 1, { kind: 'byline', rule: 'author-under-title', confidence: 0.7, why });
  return { kind: 'title', rule: 'title-above-author', confidence: 0.7, why };
}

/** Words are looked for in so many blocks, the start of the story. */
const maxBlocksOfWords = 400;

/** Whether the story uses a word of one line in lower case, and none of the other: `HARBOUR LAMPS`, not `Nell Ashgrove`. */
function isOnlyTitle(text: string, name: string, blocks: readonly ManuscriptBlock[]): boolean {
  const story = blocks.slice(0, maxBlocksOfWords).filter(block => block.text.length > maxPageLineLength);
  const used = new Set(story.flatMap(block => block.text.match(/(?<!\p{L})\p{Ll}{4,}/gu) ?? []));
  const isUsed = (line: string) => (line.toLowerCase().match(/\p{L}{4,}/gu) ?? []).some(word => used.has(word));
  return isUsed(text) && !isUsed(name);
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** What stands between a title and the first chapter is a title page's up to so many lines, each no longer than this. */
const maxPageLines = 14;
const maxPageLineLength = 140;

/** Whether nothing but a few short lines stands from here to the first chapter. */
function isShortToTheEnd({ blocks, known, limit }: Header, from: number): boolean {
  let lines = 0;
  for (let at = from; at < limit; at++) {
    const block = blocks[at];
    if (known[at] != null || block?.kind === 'rule') continue;
    if (block?.kind !== 'text' || !isPageLine(block) || ++lines > maxPageLines) return false;
  }
  return true;
}

function isPageLine(block: ManuscriptBlock): boolean {
  const longest = Math.max(...block.text.split('\n').map(line => line.length));
  return longest <= maxPageLineLength;
}

/** The lines of a printed title page under the title: what kind of book it is, who drew and printed it, what else the author wrote. */
export function readTitlePage(index: number, header: Header): Mark | null {
  const { blocks, limit, facts } = header;
  const block = blocks[index];
  if (block?.kind !== 'text' || limit >= blocks.length) return null;
  const line = readTitlePageLine(block.text) ?? readPlaceOfImprint(index, header);
  if (line === null || (facts.title === null && line.key !== 'illustration')) return null;
  header.facts = { ...facts, fields: [...facts.fields, { ...line, value: block.text, span: block.span }] };
  header.openMatter = null;
  return { kind: 'field', rule: `title-page:${line.key}`, confidence: 0.85, why: 'It is a line of a title page, between the title and the first chapter.' }; // prettier-ignore
}

/** Matches `LONDON`, `New York and Boston`, `Leipzig:`; beside the publisher or the year it is where the book was printed. */
const place =
  /^[^\p{L}]{0,4}\p{Lu}[\p{L}.'’-]*(?:[\s,:&]+(?:(?:and|und|et|y|&)\s)?\p{Lu}[\p{L}.'’-]*){0,4}[^\p{L}]{0,4}$/u;

function readPlaceOfImprint(index: number, { blocks, limit, marks }: Header): TitlePageLine | null {
  const [text, next] = [blocks[index]?.text ?? '', blocks[index + 1]];
  if (text.length > 60 || !place.test(text) || dedicationOpener.test(text)) return null;
  const isImprint = (key: string | undefined) => key === 'publisher' || key === 'imprint';
  const isUnder = marks.get(index - 1)?.rule === 'title-page:publisher' && (blocks[index]?.blankLinesBefore ?? 0) <= 1;
  const isOver = index + 1 < limit && next?.kind === 'text' && isImprint(readTitlePageLine(next.text)?.key);
  return isUnder || isOver || isInImprint(index, blocks) ? { key: 'imprint', label: 'Imprint' } : null;
}

/** An imprint has place, publishers and year on so many lines, with no blank between. */
const maxImprintLines = 5;

/** Whether a line stands over others like it that end with a year: `LONDON`, `HALE & MARCHBANK`, `1909`; not over prose. */
function isInImprint(index: number, blocks: readonly ManuscriptBlock[]): boolean {
  for (let at = index + 1; at < index + maxImprintLines; at++) {
    const block = blocks[at];
    if (block?.kind !== 'text' || block.blankLinesBefore > 0 || block.text.length > 60) return false;
    if (readTitlePageLine(block.text)?.key === 'imprint') return true;
    if (!place.test(block.text)) return false;
  }
  return false;
}

/** Matches `To my mother`, `TO`, `For Nell, who kept the light`, `À ma mère`, `Meiner Mutter`, `Маме`; how a dedication opens. */
const dedicationOpener =
  /^[^\p{L}]{0,4}(?:to|for|dedicated|in memory of|in memoriam|à|au|aux|pour|a|al|para|per|für|dem|der|den|meine[rmn]?|meinen|моей|моему|маме|памяти|посвящается|献给|獻給)(?:\s|$|\p{P}|(?<=[给給]))/iu;

/** Matches `—N. Hale`, `-- The Weir Book`, `NELL ASHGROVE, _Salt_`: who is quoted, under the words. */
const attribution = /^\s*(?:[-–—―]{1,3}\s?["“«_*]?\p{Lu}|\(\p{Lu})/u;

/**
 * Dedication, epigraph and the like: what else stands, all of it short, between a title page and the first chapter. Asks
 * for title and author above, for a story may open before its first chapter: `That was the year of the flood.`
 */
export function readBeforeFirstChapter(index: number, header: Header): Mark | null {
  const { blocks, limit, facts, marks } = header;
  const block = blocks[index];
  if (block?.kind !== 'text' || limit >= blocks.length || facts.title === null || facts.authors.length === 0) return null; // prettier-ignore
  if (!isShortToTheEnd(header, index) || readHeadingCandidate(block.text) !== null) return null;
  const role = roleOf(index, header);
  if (role === null) return null;
  const previous = marks.get(index - 1);
  const isStart = !(previous?.kind === 'matter' && previous.matter.role === role);
  header.openMatter = null;
  return { kind: 'matter', rule: `before-first-chapter:${role}`, confidence: 0.65, why: 'It stands, short as it is, between the title page and the first chapter.', matter: front(role, isStart) }; // prettier-ignore
}

/** An epigraph of verse has so many lines at most above the name of who is quoted. */
const maxEpigraphLines = 10;

function isOverAttribution(index: number, { blocks, limit }: Header): boolean {
  for (let at = index; at < Math.min(limit, index + maxEpigraphLines); at++) {
    const block = blocks[at];
    if (block?.kind !== 'text' || (at > index && block.blankLinesBefore > 1)) return false;
    if (attribution.test(block.text.split('\n').at(-1) ?? '')) return true;
  }
  return false;
}

function roleOf(index: number, header: Header): MatterRole | null {
  const { blocks, marks } = header;
  const text = blocks[index]?.text ?? '';
  const previous = marks.get(index - 1);
  const open = previous?.kind === 'matter' && previous.rule.startsWith('before-first-chapter') ? previous.matter.role : null; // prettier-ignore
  const blankLines = blocks[index]?.blankLinesBefore ?? 0;
  // Right under its first line a dedication goes on in italics as well; below a blank line they open an epigraph.
  if (open === 'dedication' && blankLines < 3 && !(blankLines === 0 ? /^["“«]/ : /^["“«_]/).test(text)) return open;
  if (open === 'epigraph' && attribution.test(text)) return open;
  if (dedicationOpener.test(text) && narrativeVoice(text) === 0) return 'dedication';
  if (open === 'epigraph' && blankLines < 2 && isOverAttribution(index, header)) return open; // prettier-ignore
  const isQuoted = /^(?:["“«„][^"“”«»„]*["”»“]|[_*][^_*]*[_*])[\W_]*$/u.test(text);
  if (isQuoted || isOverAttribution(index, header)) return 'epigraph';
  return /^[[(].*[\])]$/s.test(text) ? 'other' : null;
}
