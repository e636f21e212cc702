import type { MatterRole } from '../../book/tree.ts';
import { authorVoice, handsOver, isHandOff, speaksToReaders } from '../voice/authorVoice.ts';
import { readLabel } from '../voice/knownLabels.ts';
import { isSpoken, narrativeVoice } from '../voice/narrativeVoice.ts';
import { front, type Header, opensText } from './openingHeader.ts';
import type { Mark } from '../reading.ts';
import { leavesStory } from './storyLeft.ts';
import { hasTitleShape, isSpeech } from './titleLine.ts';

/** A plea or disclaimer without a label, and the line that hands over to the story; no title is ever one of them. */
export function readPlea(index: number, header: Header): Mark | null {
  const text = header.blocks[index]?.text ?? '';
  const own = unlabelledRole(text, authorVoice(text));
  if (own !== null && (header.hasHeader || opensText(header, index))) {
    const isSame = own === header.openMatter;
    header.openMatter = own;
    header.hasHeader = true;
    return { kind: 'matter', rule: `unlabelled-${own}`, confidence: 0.75, why: 'The author speaks to readers here, without a label.', matter: front(own, !isSame) }; // prettier-ignore
  }
  if (header.openMatter === null || !isHandOff(text)) return null;
  const role = handOffRole(header.openMatter);
  const isStart = role !== header.openMatter;
  header.openMatter = role;
  return { kind: 'matter', rule: 'hand-off', confidence: 0.9, why: 'It hands over from the note to the story.', matter: front(role, isStart) }; // prettier-ignore
}

/** Who hands over is the author: "On to the story!" after a disclaimer or a summary is no part of it. */
export function handOffRole(open: MatterRole): MatterRole {
  return open === 'disclaimer' || open === 'summary' || open === 'warnings' || open === 'reviewReplies'
    ? 'authorsNote'
    : open;
}

/** Pleas and disclaimers by their words: `Please R&R!`, `I do not own these characters.`; `null` for anything else. */
export function unlabelledRole(text: string, voice: number): MatterRole | null {
  if (/^\W{0,20}(?:please,? (?:read and )?review|r ?& ?r|read and review|review,? please)\b/i.test(text)) {
    return 'reviewPlea';
  }
  const disowns = /\b(?:do(?:n't|n’t| not)|doesn't) own\b|\bno (?:copyright )?infringement\b|\bbelongs? to\b/i;
  return voice >= 2 && narrativeVoice(text) < voice && disowns.test(text.slice(0, 1500)) ? 'disclaimer' : null;
}

/** A paragraph without a label, where a note above it goes on or labels below it close the header around it. */
export function readUnlabelledMatter(index: number, header: Header): Mark | null {
  const text = header.blocks[index]?.text ?? '';
  const isStoryBelow = leavesStory(index, header);
  if (!isStoryBelow && narrativeVoice(text) > authorVoice(text)) return null;
  if (header.openMatter === null) return readBetweenLabels(index, header);
  const role = header.openMatter;
  const goesOn = (rule: string, confidence: number, why: string): Mark => {
    if (handsOver(text)) header.openMatter = null;
    return { kind: 'matter', rule, confidence, why, matter: front(role, false) };
  };
  if (previousLabelIsBare(index, header)) return goesOn('under-bare-label', 0.9, 'The line before it is only a label.');
  const voice = authorVoice(text);
  if (speaksToReaders(text) && (voice >= 2 || noteGoesOnToAnEnd(index, header))) {
    return goesOn('note-continues', voice >= 2 ? 0.8 : 0.7, 'The note goes on: the author still speaks of the story.');
  }
  if (isStoryBelow && headerGoesOn(index, header)) {
    return goesOn(
      'note-before-label',
      0.75,
      'It stands between a note and another line of the header, and tells nothing.',
    );
  }
  return null;
}

function previousLabelIsBare(index: number, header: Header): boolean {
  const previous = header.blocks[index - 1];
  return previous?.kind === 'text' && readLabel(previous.text)?.value === '' && header.marks.get(index - 1)?.kind === 'matter'; // prettier-ignore
}

/** How far the end of a note without a label is looked for, in blocks. */
const noteLookahead = 8;

/** Whether every block from here to the next rule, label, title or chapter is in the author's voice. */
function noteGoesOnToAnEnd(index: number, { blocks, limit }: Header): boolean {
  for (let at = index; at < Math.min(limit, index + noteLookahead); at++) {
    const block = blocks[at];
    if (block?.kind !== 'text') return true;
    if (at > index && (readLabel(block.text) !== null || (hasTitleShape(block.text) && !isSpeech(block.text)))) {
      return true;
    }
    if (authorVoice(block.text) === 0) return false;
  }
  return limit <= index + noteLookahead && limit < blocks.length;
}

/** How many paragraphs without a label may stand between two labels of one header. */
const headerLookahead = 6;

/** A single paragraph between two labels of a header may show so many more signs of a story told than of an author's voice. */
const maxToldBetweenLabels = 2;

/**
 * Whether a note with a sure label stands right below a paragraph that is no speech: `I promise to put them back where I found them.`
 * over `NOTE: THIS TAKES PLACE AFTER SEASON TWO`. A story that has begun shows no `Disclaimer:` after one paragraph; a
 * `NOTE:` that somebody in it reads does not speak as an author.
 */
function isRightAboveLabel(index: number, { blocks, limit }: Header): boolean {
  const text = blocks[index]?.text ?? '';
  // Labels stand below a story as well: `(Word count: 312)`.
  const next = index + 2 < limit ? blocks[index + 1] : undefined;
  const label = next?.kind === 'text' ? readLabel(next.text) : null;
  if (label?.meaning.kind !== 'matter' || label.isOrdinaryWord || isSpoken(text)) return false;
  const isSure = !/^notes?$/i.test(label.label) || authorVoice(label.value) > 0;
  return isSure && narrativeVoice(text) <= authorVoice(text) + maxToldBetweenLabels;
}

/** Whether a label, a fence or a hand-off follows within a few paragraphs that neither speak nor tell. */
function headerGoesOn(index: number, header: Header): boolean {
  if (isRightAboveLabel(index, header)) return true;
  const { blocks, known, limit } = header;
  for (let at = index; at < Math.min(limit, index + headerLookahead); at++) {
    const block = blocks[at];
    if (isFence(known[at] ?? null)) return true;
    if (block?.kind !== 'text' || isSpoken(block.text)) return false;
    const label = at > index ? readLabel(block.text) : null;
    if (label !== null && !label.isOrdinaryWord) return true;
    if (isHandOff(block.text) || (handsOver(block.text) && authorVoice(block.text) > 0)) return true;
    if (narrativeVoice(block.text) > authorVoice(block.text)) return false;
  }
  return false;
}

/** Whether a line that a site put there parts the notes from the story: "Chapter Text". */
export function isFence(mark: Mark | null): boolean {
  return mark?.kind === 'removed' && mark.reason === 'story-label';
}

/** A paragraph between title or byline and a label that no story has is the blurb, as fan fiction sites print it. */
function readBetweenLabels(index: number, header: Header): Mark | null {
  const { blocks, marks, facts } = header;
  const text = blocks[index]?.text ?? '';
  const previous = marks.get(index - 1)?.kind;
  if (facts.title === null || (previous !== 'byline' && previous !== 'title' && previous !== 'field')) return null;
  if (isSpoken(text) || narrativeVoice(text) >= 3 + authorVoice(text)) return null;
  const next = blocks[index + 1];
  const label = index + 1 < header.limit && next?.kind === 'text' ? readLabel(next.text) : null;
  if (label === null || (label.isOrdinaryWord && !opensFieldList(index + 1, header))) return null;
  if (label.value === '' && label.meaning.kind !== 'matter') return null;
  const role: MatterRole = authorVoice(text) >= 2 ? 'authorsNote' : 'summary';
  return { kind: 'matter', rule: 'between-header-lines', confidence: 0.65, why: 'It stands between lines of the header, where a site prints the summary.', matter: front(role, true) }; // prettier-ignore
}

/** So many labelled lines in a row are a list of fields, whatever their words: `Status: complete`, `Words: 7,731`. */
const minListedFields = 3;
const maxListedFieldLength = 80;

function opensFieldList(index: number, { blocks, limit }: Header): boolean {
  return blocks.slice(index, Math.min(limit, index + minListedFields)).filter(block => {
    const label = block.kind === 'text' && block.text.length <= maxListedFieldLength ? readLabel(block.text) : null;
    return label !== null && label.meaning.kind !== 'matter' && label.value !== '';
  }).length === minListedFields; // prettier-ignore
}

/** A whole paragraph in brackets that ends the header, after title and author: the author's word before the first chapter. */
export function readBracketedNote(index: number, header: Header): Mark | null {
  const { blocks, facts, limit } = header;
  const text = blocks[index]?.text ?? '';
  const isBracketed = /^[([].*[)\]]\W?$/s.test(text) && !/^\([^)]*\)[^(]*\(/.test(text);
  const isUnderHeader =
    facts.title !== null && facts.authors.length > 0 && index + 1 === limit && limit < blocks.length;
  if (!isBracketed || !isUnderHeader) return null;
  header.openMatter = 'authorsNote';
  return { kind: 'matter', rule: 'bracketed-note', confidence: 0.65, why: 'A paragraph in brackets stands between the header and the first chapter.', matter: front('authorsNote', true) }; // prettier-ignore
}
