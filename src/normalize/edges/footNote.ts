import { authorVoice, speaksToReaders } from '../voice/authorVoice.ts';
import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import type { ChapterEdges, ChapterRange } from './chapterRange.ts';
import { looksLikeArchiveName, readFooterLine } from './footerLine.ts';
import { isFootnote } from './footnoteList.ts';
import { type LabelledLine, readLabel } from '../voice/knownLabels.ts';
import { isSpoken, narrativeVoice } from '../voice/narrativeVoice.ts';
import type { Mark } from '../reading.ts';
import { reportsWords } from '../voice/reportedWords.ts';
import { isReviewReply } from './reviewReply.ts';

/** So many paragraphs of a note at a chapter's foot may lack the author's voice; a letter or a list in a story has more. */
const maxUnvoiced = 2;
/** Below the archive's own `Notes:` a note may say anything. */
const maxUnvoicedOnPage = 12;

/**
 * Whether the block is a labelled note that stands after the story: a label for matter, nothing like speech after it, and
 * the author's voice in what follows. A label that is an ordinary word, `Note:` or `For --`, may be a letter's: it needs
 * the voice itself. A note in brackets ends with its paragraph: with more story after it, it stays where it is.
 */
export function opensNote({ blocks, known, isArchivePage }: ChapterEdges, index: number, range: ChapterRange): boolean {
  const text = blocks[index]?.text ?? '';
  const label = readLabel(text);
  if (label?.meaning.kind !== 'matter') return false;
  const rest = blocks.slice(index + 1, range.end).filter((block, order) => block.kind !== 'rule' && known[index + 1 + order]?.kind !== 'removed'); // prettier-ignore
  if (rest.some(block => isSpoken(block.text)) || reportsWords(text)) return false;
  const unvoiced = rest.filter(block => authorVoice(block.text) === 0 && readLabel(block.text) === null && readFooterLine(block.text) === null && !looksLikeArchiveName(block.text) && !isReviewReply(block.text) && !isFootnote(block.text)); // prettier-ignore
  if (label.isBracketed) return unvoiced.length === 0;
  if (label.value !== '' && unvoiced.some(block => narrativeVoice(block.text) >= minTold(label))) return false;
  const words = label.value === '' ? `${text} ${rest[0]?.text ?? ''}` : text;
  if (isArchivePage && label.value === '') return unvoiced.length <= maxUnvoicedOnPage;
  if (label.isOrdinaryWord && authorVoice(words) === 0 && blocks[index - 1]?.kind !== 'rule') return false;
  return unvoiced.length <= maxUnvoiced;
}

/**
 * So many signs of narration below a label with words after it make story of both. Prose has `Summary: he was guilty.`
 * and goes on to tell; nobody but an author has `A/N:`, or speaks as one after the label.
 */
function minTold(label: LabelledLine): number {
  const isAuthors = label.meaning.kind === 'matter' && label.meaning.role === 'authorsNote' && !label.isOrdinaryWord;
  return isAuthors || authorVoice(label.value) > 0 ? 3 : 1;
}

/** So many signs make a note of a paragraph at the very end that no label says to be one; fewer next to a rule or footer. */
const minSigns = 3;

/** Whether a chapter has any text left above a block. */
export function leavesStory({ blocks, known }: ChapterEdges, index: number, range: ChapterRange): boolean {
  for (let at = index - 1; at >= range.start; at--) {
    if (known[at] == null && blocks[at]?.kind !== 'rule') return true;
  }
  return false;
}

/** Whether the author speaks to readers in a paragraph that nothing of the story follows. */
export function isUnlabelledNote({ blocks, known, marks }: ChapterEdges, index: number, bodyEnd: number): boolean {
  const text = blocks[index]?.text ?? '';
  const nextIsFoot = index + 1 === bodyEnd || blocks.slice(index + 1, bodyEnd).every((block, order) => block.kind === 'rule' || known[index + 1 + order] != null); // prettier-ignore
  if (!nextIsFoot || !speaksToReaders(text) || narrativeVoice(text) > 1 || readLabel(text) !== null) return false;
  const isApart = [index - 1, index + 1].some(at => blocks[at]?.kind === 'rule' || isNoteMark(known[at] ?? null)) || marks.has(bodyEnd); // prettier-ignore
  return authorVoice(text) >= (isApart || isAllEmphasis(blocks[index]) ? 2 : minSigns);
}

/** Whether a whole paragraph is set in another face, as authors set their own last word: `*Thank you for reading!*`. */
function isAllEmphasis(block: ManuscriptBlock | undefined): boolean {
  if (block?.kind !== 'text') return false;
  const [only, ...others] = block.inlines ?? [];
  return only === undefined
    ? /^([*_]{1,3})[^*_]+\1$/.test(block.text)
    : others.length === 0 && (only.type === 'emphasis' || only.type === 'strong');
}

function isNoteMark(mark: Mark | null): boolean {
  return mark?.kind === 'matter' || mark?.kind === 'removed';
}

/** A postscript below a note without a label, `P.S. Does anyone …?`; one below a letter is the letter's. */
export function isPostscript(edges: ChapterEdges, index: number, bodyEnd: number): boolean {
  const { blocks } = edges;
  const isOne = blocks[index]?.kind === 'text' && /^p\.? ?s\b\.?/i.test(blocks[index].text);
  return isOne && blocks[index - 1]?.kind === 'text' && isUnlabelledNote(edges, index - 1, Math.min(bodyEnd, index));
}

/** A block without marks of its own may go on with a note or footer that stands above it in the foot. */
export function mayBelongToFooter(edges: ChapterEdges, index: number, from: number, range: ChapterRange): boolean {
  const { blocks } = edges;
  for (let above = index - 1; above >= Math.max(from, index - 8); above--) {
    const block = blocks[above];
    if (block?.kind !== 'text') continue;
    if (opensNote(edges, above, range)) return true;
    if (readFooterLine(block.text) !== null) return looksLikeArchiveName(blocks[index]?.text ?? '') || authorVoice(blocks[index]?.text ?? '') > 0; // prettier-ignore
  }
  return false;
}
