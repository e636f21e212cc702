import { isMotto } from './motto.ts';
import { inlineText } from './plainText.ts';
import type { Block, Inline, Paragraph } from './tree.ts';

/** How chapters open: like any other text, with some words in small capitals, or with a large letter besides. */
export type OpeningStyle = 'plain' | 'smallCaps' | 'dropCap';

/** How a chapter's first paragraph is set apart: lengths in UTF-16 units of its words. */
export interface Opening {
  /** The large letter with the quotation mark before it; 0 for none. */
  readonly dropCapLength: number;
  /** The words in small capitals, the large letter among them; 0 for none. */
  readonly wordsLength: number;
}

/** A chapter's first paragraph and how it is opened. */
export interface OpenedParagraph {
  readonly paragraph: Paragraph;
  readonly opening: Opening;
}

/** A drop cap is two lines high; on a tablet's page, 75 characters wide, a shorter paragraph ends beside it. */
const minDropCapCharacters = 140;

/** So many words stand in small capitals, fewer when a mark ends them; a shorter paragraph has none. */
const maxOpeningWords = 5;
const minParagraphWords = 12;

/** Scripts that have capitals, and read from the left. */
const casedLetter = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u;

/** Matches `“`, `«\u00a0`, `“‘`; not `—` or `…`. */
const leadingMarks = /^(?:["'“”„‟‘’‚‛«»‹›¿¡([][\u00a0\u202f ]?)*/u;

/** A large letter takes one mark along; two, or one with a space, would be half a line of marks. */
const maxDropCapMarks = 1;

/** Two letters that are one in their language: Dutch "IJ"; "Lj", "Nj", "Dž" of Croatian and its neighbours. */
const letterPairs: readonly { readonly language: RegExp; readonly pair: RegExp }[] = [
  { language: /^nl(?:-|$)/i, pair: /^ij/i },
  { language: /^(?:hr|bs|sr|sh|cnr)(?:-|$)/i, pair: /^(?:lj|nj|dž)/i },
];

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Where a chapter's text opens, behind what has no words and the motto over it; -1 where there is none. */
function openingIndexOf(body: readonly Block[]): number {
  return body.findIndex(block => block.type !== 'thematicBreak' && block.type !== 'figure' && !isMotto(block));
}

/** The paragraph that a chapter's text opens with and how; `null` where it opens like any other text. */
export function findOpenedParagraph(
  body: readonly Block[],
  openings: OpeningStyle,
  pageLanguage: string,
): OpenedParagraph | null {
  const first = body[openingIndexOf(body)];
  if (first?.type !== 'paragraph') return null;
  const opening = findOpening(first, openings, pageLanguage);
  return opening === null ? null : { paragraph: first, opening };
}

/** How a paragraph is opened; `null` where it is set like any other: verse, another script, too few words. */
export function findOpening(paragraph: Paragraph, openings: OpeningStyle, pageLanguage: string): Opening | null {
  if (openings === 'plain' || !beginsWithWords(paragraph.children) || hasLines(paragraph.children)) return null;
  const text = inlineText(paragraph.children);
  const marksLength = leadingMarks.exec(text)?.[0].length ?? 0;
  if (!casedLetter.test(text.slice(marksLength))) return null;
  const wordsLength = openingWordsLength(text);
  const isLongEnough = [...graphemes.segment(text)].length >= minDropCapCharacters;
  if (openings === 'smallCaps' || !isLongEnough || marksLength > maxDropCapMarks)
    return wordsLength === 0 ? null : { dropCapLength: 0, wordsLength };
  const dropCapLength = marksLength + firstLetterLength(text.slice(marksLength), paragraph.lang ?? pageLanguage);
  return { dropCapLength, wordsLength: Math.max(wordsLength, dropCapLength) };
}

/** Whether the first thing in inlines is words of the text, whatever their emphasis: no picture, note, code or link. */
function beginsWithWords(inlines: readonly Inline[]): boolean {
  const first = inlines.find(inline => inlineText([inline]) !== '' || inline.type === 'footnoteReference');
  if (first === undefined) return false;
  if (first.type === 'text') return true;
  const isEmphasis = first.type === 'emphasis' || first.type === 'strong' || first.type === 'foreign';
  return isEmphasis && beginsWithWords(first.children);
}

/** Verse, whose lines a large letter would push about. */
function hasLines(inlines: readonly Inline[]): boolean {
  return inlines.some(inline => inline.type === 'hardBreak' || ('children' in inline && hasLines(inline.children)));
}

function firstLetterLength(text: string, language: string): number {
  const pair = letterPairs.find(candidate => candidate.language.test(language))?.pair.exec(text)?.[0];
  if (pair !== undefined) return pair.length;
  return graphemes.segment(text).containing(0)?.segment.length ?? 0;
}

/**
 * The first words, up to a mark that ends a phrase: "It was late, and" → "It was late". 0 for a paragraph that would
 * be half in small capitals.
 */
function openingWordsLength(text: string): number {
  // Matches "late" with the space before it, "“It" and "don’t".
  const words = [...text.matchAll(/\s*\S+/gu)].map(match => match[0]);
  if (words.length < minParagraphWords) return 0;
  let length = 0;
  for (const [index, word] of words.entries()) {
    // Matches "late,", "one.”" and "—"; not "late".
    const end = /[,;:.!?…—–]["'”’»›)]*$/u.exec(word);
    if (end !== null && index > 0) return length + end.index;
    length += word.length;
    if (index + 1 === maxOpeningWords) break;
  }
  return length;
}
