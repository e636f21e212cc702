import { authorVoice } from '../voice/authorVoice.ts';
import { type LabelledLine, readLabel, readLabels } from '../voice/knownLabels.ts';
import { narrativeVoice } from '../voice/narrativeVoice.ts';
import type { Header } from './openingHeader.ts';
import { hasTitleShape, isSpeech, isTitleCase, namesAuthor } from './titleLine.ts';

/** A label, a byline, a rule or a chapter within so many blocks is company; a title stands closer. */
const companyLookahead = 6;
const titleLookahead = 2;

/** Whether a labelled line opens a text and nothing near it belongs to a header: it may be the story's first sentence. */
export function isLoneLabel(index: number, header: Header): boolean {
  const { blocks, limit, known, hasHeader } = header;
  if (index > 0 || hasHeader || (limit < blocks.length && limit <= companyLookahead)) return false;
  if (readLabels(blocks[0]?.text ?? '').length > 1) return false;
  return !blocks.slice(1, 1 + companyLookahead).some((block, order) => {
    if (block.kind !== 'text') return true;
    if (known[order + 1] != null || readLabel(block.text) !== null || namesAuthor(block.text)) return true;
    return order < titleLookahead && hasTitleShape(block.text) && !isSpeech(block.text);
  });
}

/** What these fields hold may be a whole sentence that tells something: `Warnings: She dies, and he knew it.` */
const describingFields: ReadonlySet<string> = new Set('warnings|spoilers|challenge|timeline|codes|source|archive|copyright'.split('|')); // prettier-ignore

/** Matches `unknown, said the card`, `Lady Thorne, the invitation said, and`; not `Nell Ashgrove, who wrote Salt`. */
const saidClause =
  /,["”]?\s(?:(?:\p{L}+\s){1,3})?(?:said|says|wrote|writes|read|whispered|cried|replied|answered|muttered|shouted|thought|announced)\b/u;

const minSentenceWords = 4;

/**
 * Whether the value of a label is a sentence that goes on telling: `Author: unknown, said the card under the painting.`
 * A name and a title are none: `Title: He Had It Coming.`, `Author: N. Hale Jr.`; nor is a note or a summary, which
 * consist of sentences.
 */
export function isTellingValue({ meaning, value }: LabelledLine): boolean {
  if (meaning.kind === 'matter' || (meaning.kind === 'field' && describingFields.has(meaning.key))) return false;
  if (!/[.!?…]["”’]?$/.test(value) || value.split(/\s+/, minSentenceWords).length < minSentenceWords) return false;
  if (isTitleCase(value)) return false;
  return saidClause.test(value) || narrativeVoice(value) > 0 || /^\p{Ll}[^.]*,\s(?:and|but)\s/u.test(value);
}

/** How many signs of an author's voice make a note of a lone label. */
const minVoice = 2;

/** Whether the words after a lone label prove what it says: a title or a name, or an author who speaks to readers. */
export function isProvenByValue({ meaning, value }: LabelledLine): boolean {
  if (meaning.kind === 'matter') return meaning.role === 'disclaimer' || value === '' || authorVoice(value) >= minVoice;
  return meaning.kind !== 'field';
}
