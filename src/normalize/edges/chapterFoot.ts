import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { authorVoice, isHandOff } from '../voice/authorVoice.ts';
import { type ChapterEdges, type ChapterRange, closing } from './chapterRange.ts';
import { copyrightHolder, type FooterLine, looksLikeArchiveName, readFooterLine, saysPermission } from './footerLine.ts'; // prettier-ignore
import { markFootnotes } from './footnoteList.ts';
import { isPostscript, isUnlabelledNote, leavesStory, mayBelongToFooter, opensNote } from './footNote.ts';
import { isScriptSpeech, readFooter } from './footOfScript.ts';
import { type LabelledLine, readLabel } from '../voice/knownLabels.ts';
import { isSpoken, narrativeVoice } from '../voice/narrativeVoice.ts';
import type { Mark } from '../reading.ts';
import { readRepeatedHeader } from '../opening/repeatedHeader.ts';
import { findSignature } from './signature.ts';
import { withAuthors, withLabelledFact } from '../opening/storyFacts.ts';

/** Notes at a chapter's foot are looked for in so many blocks before its end. */
const footLength = 25;

/** Marks what follows the story in a chapter; returns where its text ends. */
export function markFoot(edges: ChapterEdges, range: ChapterRange): number {
  const { blocks, known, marks } = edges;
  const from = Math.max(range.start + 1, range.end - footLength);
  const closingLine = findClosingLine(edges, from, range.end);
  let bodyEnd = markSignature(edges, range, from);
  markFootnotes(edges, range);
  for (let index = bodyEnd - 1; index >= from; index--) {
    const block = blocks[index];
    if (marks.has(index)) {
      bodyEnd = index;
      continue;
    }
    if (isFootMark(known[index] ?? null)) {
      // What the reader set aside ends the story's text above it.
      const isTail = known[index]?.kind === 'removed' && index + 1 === bodyEnd;
      if (known[index]?.rule === 'override' || isTail) bodyEnd = index;
      continue;
    }
    if (block === undefined || known[index] != null || isScriptSpeech(edges, block.text)) break;
    const repeated = block.kind === 'text' && !range.isLast ? readRepeatedHeader(block.text, edges.facts) : null;
    if (repeated !== null && repeated.kind !== 'matter') {
      marks.set(index, repeated);
      bodyEnd = index;
      continue;
    }
    if (block.kind === 'text' && readFieldBelow(edges, index, bodyEnd)) {
      bodyEnd = index;
      continue;
    }
    const isNote = block.kind === 'text' && opensNote(edges, index, range);
    const footer = block.kind === 'text' && !isNote ? readFooter(edges, index) : null;
    if (footer !== null) marks.set(index, footerMark(footer, range.isLast));
    else if (isNote) markNote(edges, index, endOfNote(edges, bodyEnd), range);
    else if (block.kind === 'text' && isUnlabelledNote(edges, index, bodyEnd) && leavesStory(edges, index, range))
      markUnlabelled(edges, index, range);
    else if (isPostscript(edges, index, bodyEnd)) markUnlabelled(edges, index, range);
    else if (
      range.isLast &&
      isDateline(block) &&
      isFootToTheEnd(edges, index + 1, range.end) &&
      leavesStory(edges, index, range)
    )
      marks.set(index, { kind: 'matter', rule: 'place-and-date', confidence: 0.75, why: 'It says where and when the story was written, and nothing of it follows.', matter: closing('other', true, true) }); // prettier-ignore
    else if (block.kind !== 'rule' && index < closingLine && !mayBelongToFooter(edges, index, from, range)) break;
    if (marks.has(index)) bodyEnd = index;
  }
  doubtLonePlea(edges, bodyEnd, range.end);
  readCopyright(edges, bodyEnd, range.end);
  return markBetween(edges, bodyEnd, range);
}

/** Whether what an earlier pass found may stand among the lines of a foot: all but the story itself. */
function isFootMark(mark: Mark | null): boolean {
  return mark !== null && mark.kind !== 'body' && mark.kind !== 'break';
}

/** Matches `Sandrigg, 1997`, `Отмель, 1997 г.`, `Lisbon, March 1998 - May 1999`, `1997–1999`; not `It was 1997.` */
const dateline =
  /^[^\p{L}\d]{0,6}(?:\p{Lu}[\p{L}.'’-]*(?:[\s-]\p{L}[\p{L}.'’-]*){0,3},\s)?(?:(?:\d{1,2}\.?\s)?\p{L}{3,12}\.?,?\s(?:\d{1,2},?\s)?)?(?:1[5-9]|20)\d\d(?:\s?г(?:ода?|г|\.)?\.?)?(?:\s?[-–—/]\s?(?:\p{L}{3,12}\.?,?\s)?(?:1[5-9]|20)\d\d)?(?:\s?гг?\.?)?[^\p{L}\d]{0,6}$/u;
const maxDatelineLength = 60;

function isDateline(block: ManuscriptBlock | undefined): boolean {
  return block?.kind === 'text' && block.text.length <= maxDatelineLength && dateline.test(block.text.trim());
}

/** Whether nothing that may be story stands from here to the end of the text. */
function isFootToTheEnd({ blocks, known, marks }: ChapterEdges, from: number, end: number): boolean {
  return blocks.slice(from, end).every((block, order) => block.kind === 'rule' || marks.has(from + order) || isFootMark(known[from + order] ?? null)); // prettier-ignore
}

/** Matches `The End?`, after which a story likes to go on. */
const asksForMore = /\?[^\p{L}\p{N}]*$/u;

/** Whether the story goes on below its only closing line: nothing there is a footer's, and something tells. */
function goesOnBelow({ blocks, known }: ChapterEdges, closingLine: number, end: number): boolean {
  const below = blocks.slice(closingLine + 1, end).filter((block, order) => block.kind !== 'rule' && known[closingLine + 1 + order] == null); // prettier-ignore
  const isFooter = below.some(({ text }) => authorVoice(text) > 0 || isHandOff(text) || isAddressed(text) || readLabel(text) !== null || readFooterLine(text) !== null || saysPermission(text) || looksLikeArchiveName(text)); // prettier-ignore
  if (isFooter || below.length === 0) return false;
  return asksForMore.test(blocks[closingLine]?.text ?? '') || below.some(block => narrativeVoice(block.text) > 0);
}

/** Where the author says that it ends, if nothing after it speaks or tells; else the last index of the text. */
function findClosingLine(edges: ChapterEdges, from: number, end: number): number {
  const { blocks } = edges;
  let found = Number.POSITIVE_INFINITY;
  for (let index = end - 1; index >= from; index--) {
    const block = blocks[index];
    if (block?.kind === 'rule') continue;
    if (block?.kind !== 'text' || isSpoken(block.text) || isScriptSpeech(edges, block.text)) return found;
    if (readFooter(edges, index)?.kind === 'closingLine') {
      if (found === Number.POSITIVE_INFINITY && goesOnBelow(edges, index, end)) return found;
      found = index;
    } else if (narrativeVoice(block.text) > 1 + authorVoice(block.text)) return found;
  }
  return found;
}

/** The author's address at the very end of the text; what it says of the author counts where nothing above names one. */
function markSignature(edges: ChapterEdges, range: ChapterRange, from: number): number {
  let end = range.end;
  while (end > from && edges.known[end - 1]?.kind === 'removed') end--;
  const signature = range.isLast ? findSignature(edges.blocks, from, end) : null;
  if (signature === null || edges.known.slice(signature.start, end).some(mark => mark !== null)) return range.end;
  const first = edges.blocks[signature.start];
  if (signature.name !== null && first !== undefined && edges.facts.authors.length === 0) {
    edges.facts = withAuthors(edges.facts, signature.name, { span: first.span, confidence: 0.6 });
  }
  // One line that asks for a word and gives the address is the plea, not a signature: `Feedback to nell@quay.example`.
  const plea = end - signature.start === 1 && first !== undefined ? readFooterLine(first.text) : null;
  const role = plea?.kind === 'matter' ? plea.role : 'other';
  for (let index = signature.start; index < end; index++) {
    edges.marks.set(index, { kind: 'matter', rule: 'signature', confidence: 0.8, why: 'The author’s address closes the text.', matter: closing(role, true, index === signature.start) }); // prettier-ignore
  }
  return signature.start;
}

/** A plea that no other line of a foot keeps company may be the teller's last word: `Tell me what you think, reader.` */
function doubtLonePlea({ blocks, known, marks }: ChapterEdges, bodyEnd: number, end: number): void {
  const mark = marks.get(bodyEnd);
  if (mark?.rule !== 'feedback-plea' || blocks[bodyEnd - 1]?.kind === 'rule') return;
  for (let index = bodyEnd + 1; index < end; index++) {
    if (marks.has(index) || known[index] != null || blocks[index]?.kind === 'rule') return;
  }
  marks.set(bodyEnd, { ...mark, confidence: 0.75 });
}

/** The holder of the rights is the author where nothing above names one. */
function readCopyright(edges: ChapterEdges, from: number, end: number): void {
  for (let index = from; index < end; index++) {
    const block = edges.blocks[index];
    const holder = block?.kind === 'text' ? copyrightHolder(block.text) : null;
    if (block === undefined || holder === null) continue;
    const isSignedOnly = edges.facts.authors.every(author => author.confidence < 0.65);
    if (isSignedOnly) edges.facts = withAuthors({ ...edges.facts, authors: [] }, holder, { span: block.span, confidence: 0.7 }); // prettier-ignore
  }
}

/** A field may stand below the story as well, `E-mail: x@y` or `Beta: Wren`, with nothing but footers under it. */
const maxFieldLength = 120;

function readFieldBelow(edges: ChapterEdges, index: number, bodyEnd: number): boolean {
  const block = edges.blocks[index];
  const label = block === undefined || block.text.length > maxFieldLength ? null : readLabel(block.text);
  if (block === undefined || label === null || label.isOrdinaryWord || label.value === '') return false;
  if (readFooterLine(block.text) !== null) return false;
  const { meaning } = label;
  if (meaning.kind !== 'field' || edges.blocks.slice(index + 1, bodyEnd).some(other => other.kind !== 'rule')) return false; // prettier-ignore
  edges.facts = withLabelledFact(edges.facts, label, meaning, { span: block.span, confidence: 0.8 });
  edges.marks.set(index, { kind: 'field', rule: 'field-below', confidence: 0.8, why: `It opens with the label “${label.label}”, below the story.` }); // prettier-ignore
  return true;
}

function markUnlabelled(edges: ChapterEdges, index: number, range: ChapterRange): void {
  const { marks } = edges;
  const because = { rule: 'unlabelled-note', confidence: 0.7, why: 'The author speaks to readers here, after the story.' }; // prettier-ignore
  const next = marks.get(index + 1);
  // The paragraph below goes on with the note that this one opens.
  if (next?.kind === 'matter' && next.rule === because.rule) {
    marks.set(index + 1, { ...next, matter: { ...next.matter, isStart: false } });
  }
  marks.set(index, { kind: 'matter', ...because, matter: closing('authorsNote', range.isLast, true) });
}

function footerMark(footer: FooterLine, isLast: boolean): Mark {
  const because = { rule: footer.rule, confidence: footer.confidence };
  switch (footer.kind) {
    case 'closingLine':
      return { kind: 'closingLine', ...because, why: 'The author says here that it ends.' };
    case 'removed':
      return { kind: 'removed', reason: footer.reason, ...because, why: 'It belongs to the page it came from, not to the story.' }; // prettier-ignore
    case 'matter':
      return { kind: 'matter', ...because, why: footer.why, matter: closing(footer.role, isLast, true) };
  }
}

/** Paragraphs in the author's voice right below a labelled note go on with it. */
function endOfNote({ marks }: ChapterEdges, bodyEnd: number): number {
  let end = bodyEnd;
  while (marks.get(end)?.rule === 'unlabelled-note') end++;
  return end;
}

/** Matches `Feedback: a howl from the speakers, and then nothing.`; not `Feedback: yes, please`, `Disclaimer: I own nothing.` */
function mayBeProse({ value }: LabelledLine): boolean {
  return /^\p{Ll}/u.test(value) && value.endsWith('.') && value.split(' ').length > 3 && authorVoice(value) === 0;
}

function markNote(edges: ChapterEdges, start: number, end: number, range: ChapterRange): void {
  const { blocks, marks, isArchivePage } = edges;
  const label = readLabel(blocks[start]?.text ?? '');
  const labelled = label?.meaning.kind === 'matter' ? label.meaning.role : 'authorsNote';
  // The archive's own `Notes:` below a chapter are what its author wrote for the end.
  const isPageNote = isArchivePage && label?.value === '';
  const role = isPageNote && labelled === 'authorsNote' ? 'endNotes' : labelled;
  const sure = label !== null && mayBeProse(label) ? 0.75 : 0.92;
  for (let index = start; index < end; index++) {
    const isFound = marks.has(index) && marks.get(index)?.rule !== 'unlabelled-note';
    if (isFound || edges.known[index] != null || blocks[index]?.kind === 'rule') continue;
    const isStart = index === start;
    const isFirst = index === start + 1 && label?.value === '';
    const isVoiced = isPageNote || isFirst || authorVoice(blocks[index]?.text ?? '') > 0;
    marks.set(index, {
      kind: 'matter',
      rule: isStart ? 'labelled-note' : 'note-continues',
      confidence: isStart ? sure : isVoiced ? Math.min(0.8, sure) : 0.7,
      why: isStart
        ? `It opens with the label “${label?.label ?? ''}”.`
        : 'It follows the note with nothing of the story between.',
      matter: closing(role, range.isLast, isStart, isStart ? (label?.labelLength ?? 0) : 0),
    });
  }
}

/** Matches what somebody says to somebody: `Quill, I hope this was what you wanted`; below the end of a story, the author. */
function isAddressed(text: string): boolean {
  return /\bI(?:['’](?:m|ve|ll|d))?\b/.test(text) && /\byou(?:r|rs)?\b/i.test(text);
}

/** What stands between footer lines: rules part them; a name among them is the archive's. */
function markBetween({ blocks, known, marks }: ChapterEdges, bodyEnd: number, range: ChapterRange): number {
  for (let index = bodyEnd; index < range.end; index++) {
    if (marks.has(index) || known[index] != null) continue;
    const text = blocks[index]?.text ?? '';
    if (blocks[index]?.kind === 'rule') {
      marks.set(index, { kind: 'separator', rule: 'rule-in-footer', confidence: 0.85, why: 'A rule parts the lines of the footer.' }); // prettier-ignore
    } else if (looksLikeArchiveName(text) && index > bodyEnd) {
      marks.set(index, { kind: 'removed', reason: 'archive-name', rule: 'archive-name', confidence: 0.75, why: 'A name stands alone among the lines of the footer.' }); // prettier-ignore
    } else {
      const isNote = authorVoice(text) > 0 || isHandOff(text) || isAddressed(text);
      const role = saysPermission(text) ? 'permissions' : isNote ? 'authorsNote' : 'other';
      marks.set(index, { kind: 'matter', rule: 'among-footers', confidence: 0.6, why: 'It stands between lines of the footer.', matter: closing(role, range.isLast, true) }); // prettier-ignore
    }
  }
  let end = bodyEnd;
  while (blocks[end - 1]?.kind === 'rule' && end - 1 >= range.start && bodyEnd < range.end) {
    end--;
    marks.set(end, { kind: 'separator', rule: 'rule-before-footer', confidence: 0.85, why: 'A rule parts the story from what follows it.' }); // prettier-ignore
  }
  return end;
}
