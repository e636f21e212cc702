import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { readBylineWords } from './bylineWords.ts';
import { readLabel } from '../voice/knownLabels.ts';
import { isSalutation } from './letterHead.ts';
import { isPartLine } from '../chapters/partLine.ts';
import { isDateline } from '../breaks/slugLine.ts';
import { isFullName, looksLikeName, readPersons } from './personName.ts';

/** A title is one short line: the longest seen alone on its line has about seventy characters. */
const maxTitleLength = 80;
const maxTitleWords = 12;

/** A byline under a title is no longer than this, in characters. */
const maxBylineLength = 55;

/** Matches `London, 1889`, `June 3`, `Monday`, `Edward's POV`, `Three months later`, `6:15 am`; not `The Monday Club`. */
const sceneSetting =
  /\bP\.?O\.?V\b|\b(?:later|earlier|ago|before)$|,\s*(?:\w+\s+)?\d{4}$|^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)\b[\s,\d]*(?:st|nd|rd|th)?[\s,\d]*(?:morning|night|evening|afternoon)?$|\b\d{1,2}[:.]\d{2}\b/i;

/** Whether a line could be a title by its own looks: short, opening like a name, ending like no sentence. */
export function hasTitleShape(text: string): boolean {
  if (text.length > maxTitleLength || text.split(' ').length > maxTitleWords) return false;
  return /^[*_~\s]*[\p{Lu}\p{Lo}\p{N}«“"‘'[(《〈【¡¿]/u.test(text) && !/[,;:]$|[^.]\.$|^["“«][^"”»]*$/u.test(text);
}

/** Why a line is taken for the title. */
export interface TitleEvidence {
  readonly confidence: number;
  readonly why: string;
}

/** Where a line stands that may be the title. */
export interface TitlePlace {
  readonly hasHeader: boolean;
  /** Whether nothing of the text stands before it. */
  readonly isFirst: boolean;
}

/** What speaks for a line being the title, by what stands around it; `null` when nothing does. */
export function titleEvidence(
  blocks: readonly ManuscriptBlock[],
  index: number,
  limit: number,
  { hasHeader, isFirst }: TitlePlace,
): TitleEvidence | null {
  const text = blocks[index]?.text ?? '';
  const next = blocks.slice(index + 1).find(block => block.kind !== 'rule' && !isPartLine(block.text));
  const following = next?.text ?? '';
  if (/^[\W_]*(?:written |story )?by\b/i.test(following) && following.length <= maxBylineLength) {
    return { confidence: 0.95, why: 'A byline follows it.' };
  }
  if ((isFirst || hasHeader) && !isSpeech(text) && isBylineElsewhere(following)) {
    return { confidence: 0.85, why: 'A byline follows it.' };
  }
  if (isFirst && isStackedHead(blocks, index)) {
    return { confidence: 0.85, why: 'The file opens with it, and a subtitle and a byline follow right under it.' };
  }
  if (isFirst && isAddressLine(following) && !isSpeech(text)) {
    return { confidence: 0.8, why: 'The file opens with a short line, and the address of a page stands under it.' };
  }
  if (next === undefined || sceneSetting.test(text) || isDateline(text)) return null;
  // The address over a letter that opens the story: `14 Harbour Road`.
  if (/\d/.test(text) && isSalutation(following)) return null;
  if (isSpeech(text) && !isTitleCase(text)) return null;
  if (index + 1 === limit && limit < blocks.length) {
    return { confidence: hasHeader ? 0.85 : 0.75, why: 'A short line stands right before the first chapter.' };
  }
  if (isSpeech(text)) return null;
  if (hasHeader) {
    const isFollowedByText = following.length > maxTitleLength || readLabel(following) !== null;
    return isFollowedByText || isTitleCase(text)
      ? { confidence: isTitleCase(text) ? 0.8 : 0.65, why: 'A short line stands between the header and the story.' }
      : null;
  }
  if (!isFirst || (next.blankLinesBefore === 0 && !isHeaderLabel(following))) return null;
  if (!isTitleCase(text)) return isApartFromProse(text, following) ? { confidence: 0.6, why: 'The file opens with a short line that is no sentence, and prose follows it.' } : null; // prettier-ignore
  return readLabel(following) === null
    ? { confidence: 0.7, why: 'The file opens with a short line in the manner of a title.' }
    : { confidence: 0.9, why: 'The file opens with a short line, and labelled lines follow.' };
}

/**
 * Whether title, subtitle and byline open a text on three lines without blanks: `SALT` / `a story in two acts` / `by Nell
 * Ashgrove`, with a blank line or a rule below. Not verse, `The tide` / `went out slowly` / `by the river`.
 */
function isStackedHead(blocks: readonly ManuscriptBlock[], index: number): boolean {
  const [title, subtitle, byline, below] = blocks.slice(index, index + 4);
  if (title?.kind !== 'text' || subtitle?.kind !== 'text' || byline?.kind !== 'text' || below === undefined) return false; // prettier-ignore
  const isStacked = subtitle.blankLinesBefore === 0 && byline.blankLinesBefore === 0 && (below.blankLinesBefore > 0 || below.kind === 'rule'); // prettier-ignore
  return isStacked && !isSpeech(title.text) && isSubtitleShape(subtitle.text) && namesAuthor(byline.text);
}

/** Whether a line has the length and the end of a subtitle, in capitals or not: `a story in two acts`; not `and so they left.` */
export function isSubtitleShape(text: string): boolean {
  return text.length <= maxTitleLength && !/[,;:.?!]["”»’']?$|^["“«]/.test(text) && readLabel(text) === null;
}

/** Whether a line says “by” in English and a name with its capitals after it: `by D. R. Hale`; not `by the river`. */
export function namesAuthor(text: string): boolean {
  const words = text.length > maxBylineLength * 2 ? null : readBylineWords(text);
  if (words?.isEnglish !== true) return false;
  const { persons } = readPersons(words.name);
  return persons.length > 0 && persons.every(({ name }) => name.length <= maxBylineLength && /^[^\p{L}]*\p{Lu}[^,;:!?]*$/u.test(name) && looksLikeName(name)); // prettier-ignore
}

/** Matches `von Salzkrähe`, `por Gaviota Azul`; not `de la mer`, `Von hier an.`: the whole line is a name with its capitals. */
function isBylineElsewhere(text: string): boolean {
  const words = text.length > maxBylineLength ? null : readBylineWords(text);
  if (words === null || words.isEnglish) return false;
  if (words.hasKind && !isFullName(words.name)) return false;
  return /^\p{Lu}[^,;:!?]*[^.,;:!?]$/u.test(words.name) && looksLikeName(words.name);
}

/** Whether a line is the address of a page and nothing else: `https://example.org/readfic/12`, `<http://example.org>`. */
export function isAddressLine(text: string): boolean {
  return /^<?(?:https?:\/\/|www\.)[^\s<>]+>?$/i.test(text);
}

/** Whether a line right under another makes a header of it: `Author: Nell`; a script's `Note: he waits` does not. */
function isHeaderLabel(text: string): boolean {
  const label = readLabel(text);
  return label !== null && !label.isOrdinaryWord;
}

/** A title in lower case, as most languages write theirs, is very short, and the text after it very much longer. */
const maxLowerCaseTitleWords = 6;

function isApartFromProse(text: string, following: string): boolean {
  return (
    text.split(' ').length <= maxLowerCaseTitleWords &&
    following.length > maxTitleLength &&
    readLabel(following) === null
  );
}

/** Whether a line reads as speech, or ends as a sentence does. */
export function isSpeech(text: string): boolean {
  return /^["“«‘']/.test(text) || /[.?!]["”»’']?$/.test(text.replace(/\.\.\.$|…$/, ''));
}

/** Whether the words of four letters and more begin with capitals: `Smoke`, `THE LIGHTHOUSE BRIDE`; one-word lines count. */
export function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’]{3,}/gu) ?? text.match(/\p{L}+/gu) ?? [];
  return words.length > 0 && words.every(word => /^\p{Lu}|^\p{Lo}/u.test(word));
}
