import { readHeadingCandidate } from '../chapters/chapterHeading.ts';
import { readFooterLine } from '../edges/footerLine.ts';
import { readLabel } from '../voice/knownLabels.ts';
import { isSlugLine } from './slugLine.ts';

/** A line of ornaments with a word or initials inside. */
export interface BespokeRule {
  /** What stands inside, by which two rules are known to be of a kind whatever ornaments are around: a name in lower case, initials in capitals. */
  readonly words: string;
  /** Whether the words name what the line is, so that one is enough: `LINE BREAK`. */
  readonly isNamed: boolean;
  /** Whether it is any word in a long row: it is a rule only if nothing in the story is called so. */
  readonly isAnyWord: boolean;
}

/** Matches `page break`, `SCENE BREAK`, `linebreak`, `line-break here`, `scene change`, `break`, `hr`; not `break-up`. */
const namesOfRules =
  /^(?:(?:page|line|scene|section|chapter|story|paragraph|horizontal|random|another|insert|obligatory|fancy|cool)[\s-]?)*(?:break|breaker|divider|divide|separator|line|rule|scene change|change of scene|scene switch|szenenwechsel|changement de scene|cambio de escena|cambio scena)(?: here| thing(?:y|ie)?| line| of doom)?$/i;

/** One word that alone is no rule: `Break!` and `Line` may be said. */
const bareNames = /^(?:break|breaker|line|rule|divide|divider|separator)$/i;

const ornament = String.raw`[-–—~*=_+<>#•·.:|/\\^°¤§†‡✿❀★☆♥♦♣♠xXoO0\s]`;

/** Ornaments, up to thirty characters, ornaments. The lookahead keeps the search linear. */
const framed = new RegExp(
  String.raw`^(?<open>${ornament}{2,60}?)\s*(?<words>[\p{L}\p{N}][\p{L}\p{N}'’&+. -]{0,28}?)\s*(?<close>${ornament}{2,60})$`,
  'u',
);
const bracketed = /^[[({<*~_\s-]+(?<words>[\p{L}][\p{L} -]{3,30}?)[\])}>*~_\s-]+$/u;
const maxLength = 120;

/** Matches `==========tidez==========`, one sign in a long row on both sides of a word and glued to it; not `=== tidez ===`. */
const wordInRow = /^(?<sign>[-–—~*=_+#•·])\k<sign>{7,50}(?<words>\p{L}[\p{L}\d]{1,11})\k<sign>{8,50}$/u;

/** What says where a scene stands, or what it is, and so belongs to the story. */
const namesOfScenes = /^(?:flash(?:back|forward)s?|dream|memory|vision|later|meanwhile|elsewhere|earlier|present|past|now|then|before|after|today|yesterday|tomorrow|morning|night|day|evening|noon)$/; // prettier-ignore

/** Initials are two to four capitals, or a word of as many letters without a vowel. */
const initials = /^[A-Z]{1,4}$|^[b-df-hj-np-tv-z]{2,4}$/;

/**
 * Reads a line as a rule with words: `***...~AIV~...***`, `--- LINE BREAK ---`, `~*~POV~*~`, `[Scene break]`,
 * `Page break`, `==========tidez==========`. Not `~*~ Flashback ~*~`, `* Harry *`, `--BOOM--`: what says something of the story stays in it.
 */
export function readBespokeRule(text: string): BespokeRule | null {
  if (text.length > maxLength) return null;
  const plain = /^[\p{L}][\p{L} -]{4,24}$/u.test(text) ? text : undefined;
  const inside = (framed.exec(text) ?? bracketed.exec(text))?.groups?.words?.trim() ?? plain;
  if (inside === undefined) return null;
  const words = inside.replace(/[\s-]+/g, ' ').toLowerCase();
  if (namesOfRules.test(words)) {
    return bareNames.test(words) && plain !== undefined ? null : { words, isNamed: true, isAnyWord: false };
  }
  if (isWordInRow(text)) return { words, isNamed: false, isAnyWord: true };
  const match = framed.exec(text)?.groups;
  if (match === undefined || !hasMarks(match.open) || !hasMarks(match.close)) return null;
  const isInitials = initials.test(inside) && (inside === 'POV' || !isSlugLine(inside));
  return isInitials ? { words: words.toUpperCase(), isNamed: false, isAnyWord: false } : null;
}

function isWordInRow(text: string): boolean {
  const word = wordInRow.exec(text)?.groups?.words;
  if (word === undefined || namesOfScenes.test(word.toLowerCase()) || isSlugLine(word)) return false;
  return readHeadingCandidate(word) === null && readLabel(`${word}:`) === null && readFooterLine(word) === null;
}

/** Whether ornaments hold two signs that are no letters, dots or white space. */
function hasMarks(ornaments: string | undefined): boolean {
  return (ornaments?.match(/[^\p{L}\p{N}\s.:]/gu) ?? []).length >= 2;
}
