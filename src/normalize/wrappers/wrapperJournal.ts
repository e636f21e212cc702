import { readLabel } from '../voice/knownLabels.ts';
import { withAuthors } from '../opening/storyFacts.ts';
import { markOnce, removed, type WrapperFinding } from './wrapperFinding.ts';

/** Matches `saltwife wrote,`, `saltwife wrote in tidewater:`, `Nell (saltwife) wrote in @tidewater,`; not `She wrote,`. */
const wrote =
  /^(?!(?:he|she|i|we|they|you|it|who)\b)(?:[^()]{1,40} \()?(?<name>[\p{L}\p{N}_-]{3,30})\)? wrote(?: in @?[\w-]{2,30})?[,:]$/iu;

/** Matches `@ 2006-02-11 23:48:00`, `@ 2006-02-11 11:48 pm`, `Feb. 11th, 2006 11:48 pm`, `February 11 2006, 23:48`. */
const entryDate =
  /^(?:@ ?\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}.{0,6})?|\p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4},?(?: @)? \d{1,2}:\d{2}.{0,5})$/u;

/** Matches `Current Mood: tired`, `Current Location: the pier`; not `Mood: fog`. */
const current = /^\W{0,3}current (?:mood|music|location):(?:\s|$)/i;

/** Matches `(14 comments | Leave a comment)`, `14 comments`, `Leave a comment`, `(Post a new comment)`, `Add to memories`. */
const entryFoot =
  /^\W{0,3}(?:\d{1,5} comments?\W{1,4}(?:leave|post|read)\b.{0,40}|(?:leave|post|read) (?:a |a new |new )?comments?|add to memories|tell a friend|\d{1,5} comments?|previous entry|next entry|link)\W{0,3}$/i;

const tags = /^\W{0,3}tags:\s/i;

/** How far from the file's start the lines over an entry stand, and how far from its end those below, in blocks. */
const headBlocks = 6;
const footBlocks = 12;
const labelBlocks = 25;

/**
 * Takes off what a journal's page (LiveJournal, Dreamwidth) prints around an entry: who wrote it with the date right
 * below, mood, music and tags, the count of comments. Who wrote the entry is the story's author where no label says one.
 * A letter that ends `Nell wrote,` has no such date below; `Tags:` counts only next to the page's other lines.
 */
export function findJournalEntry(finding: WrapperFinding): void {
  readEntryHead(finding);
  const { blocks, end } = finding;
  const from = Math.max(finding.start, end - footBlocks);
  const isLine = (index: number, pattern: RegExp) => blocks[index]?.kind === 'text' && pattern.test(blocks[index].text.slice(0, 120)); // prettier-ignore
  for (let index = from; index < end; index++) {
    const isNear = [index - 1, index + 1].some(at => at >= from && at < end && (isLine(at, current) || isLine(at, entryFoot))); // prettier-ignore
    const isFoot = isLine(index, current) || (isNear && (isLine(index, tags) || isLine(index, entryFoot))) || isCommentCount(blocks[index]?.text ?? ''); // prettier-ignore
    if (isFoot) markOnce(finding, index, journalLine);
  }
}

const journalLine = removed('journal-page', 'It belongs to the journal’s page, not to the story.', 0.9);

/** Matches `(14 comments | Leave a comment)`, which needs nothing beside it. */
function isCommentCount(text: string): boolean {
  return /^\W?\d{1,5} comments? \W (?:leave|post) a (?:new )?comment\W?$/i.test(text.slice(0, 60));
}

function readEntryHead(finding: WrapperFinding): void {
  const { blocks, start, end } = finding;
  for (let index = start; index < Math.min(end - 1, start + headBlocks); index++) {
    const [block, below] = [blocks[index], blocks[index + 1]];
    const name = block?.kind === 'text' ? wrote.exec(block.text.slice(0, 120))?.groups?.name : undefined;
    if (block === undefined || name === undefined || below === undefined || !entryDate.test(below.text.slice(0, 60))) continue; // prettier-ignore
    markOnce(finding, index, journalLine);
    markOnce(finding, index + 1, journalLine);
    if (!namesAuthor(finding, index)) finding.facts = withAuthors(finding.facts, name, { span: block.span, confidence: 0.6 }); // prettier-ignore
    return;
  }
}

/** Whether a label or a byline among the story's first lines says who the author is. */
function namesAuthor({ blocks, end }: WrapperFinding, from: number): boolean {
  return blocks.slice(from, Math.min(end, from + labelBlocks)).some(({ kind, text }) => {
    return kind === 'text' && (readLabel(text)?.meaning.kind === 'author' || /^\W*by \S.{0,40}$/i.test(text));
  });
}
