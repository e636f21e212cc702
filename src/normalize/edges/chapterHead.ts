import type { MatterRole } from '../../book/tree.ts';
import { authorVoice, handsOver, isHandOff, speaksToReaders } from '../voice/authorVoice.ts';
import { type ChapterEdges, type ChapterRange, opening } from './chapterRange.ts';
import { type LabelledLine, readLabel } from '../voice/knownLabels.ts';
import { isSpoken, narrativeVoice } from '../voice/narrativeVoice.ts';
import { handOffRole, isFence, unlabelledRole } from '../opening/openingNotes.ts';
import type { Mark } from '../reading.ts';
import { readRepeatedHeader } from '../opening/repeatedHeader.ts';
import { withLabelledFact } from '../opening/storyFacts.ts';
import { announcesReplies, isNamedLine, isReviewReply, nameAnswered } from './reviewReply.ts';

/** Notes at a chapter's head are looked for in so many blocks after its heading. */
const headLength = 60;

/** A chapter's head while it is read. */
interface Head {
  readonly edges: ChapterEdges;
  readonly range: ChapterRange;
  /** The line of a site below which the story begins; `-1` without one. */
  readonly fence: number;
  /** The note that an unlabelled paragraph would go on with. */
  role: MatterRole | null;
}

/** Marks the notes right after a chapter's heading: labelled ones, replies to reviewers, and such as speak for themselves. */
export function markHead(edges: ChapterEdges, range: ChapterRange): void {
  const head: Head = { edges, range, fence: findFence(edges, range), role: null };
  const limit = Math.min(range.end, range.start + headLength);
  for (let index = range.start; index < limit; index++) {
    const known = edges.known[index] ?? edges.marks.get(index) ?? null;
    if (isFence(known) || known?.kind === 'body') return;
    if (known?.kind === 'matter') head.role = known.matter.role;
    if (known !== null) continue;
    const mark = readHeadBlock(head, index);
    if (mark === null) return;
    edges.marks.set(index, mark);
  }
}

function findFence({ known }: ChapterEdges, { start, end }: ChapterRange): number {
  for (let index = start; index < Math.min(end, start + headLength); index++) {
    if (isFence(known[index] ?? null)) return index;
  }
  return -1;
}

function readHeadBlock(head: Head, index: number): Mark | null {
  const block = head.edges.blocks[index];
  if (block?.kind === 'rule') {
    head.role = null;
    return { kind: 'separator', rule: 'rule-under-heading', confidence: 0.85, why: 'A rule right after a heading or its notes is no scene break.' }; // prettier-ignore
  }
  if (index < head.fence && block !== undefined && block.kind !== 'text') {
    return note(
      head,
      'before-story-label',
      0.85,
      'The site’s line that the story begins stands below it.',
      'authorsNote',
    );
  }
  if (block?.kind !== 'text') return null;
  return (
    readRepeatedHeader(block.text, head.edges.facts) ??
    readLabelledNote(head, index, block.text) ??
    readHandOff(head, block.text) ??
    readReply(head, index, block.text) ??
    readGoingOn(head, index, block.text) ??
    readUnlabelled(head, index, block.text)
  );
}

/** A note's next paragraph, or another note where its role differs from that of the one above. */
function note(head: Head, rule: string, confidence: number, why: string, role: MatterRole): Mark {
  const isStart = head.role !== role;
  head.role = role;
  return { kind: 'matter', rule, confidence, why, matter: opening(role, isStart) };
}

function readLabelledNote(head: Head, index: number, text: string): Mark | null {
  const label = readLabel(text);
  const isNote = label?.meaning.kind === 'matter' && (!label.isOrdinaryWord || label.value === '' || authorVoice(text) > 0 || index < head.fence); // prettier-ignore
  if (isNote) {
    head.role = label.meaning.role;
    if (label.value !== '' && handsOver(text)) head.role = null;
    return { kind: 'matter', rule: 'labelled-note', confidence: 0.92, why: `It opens with the label “${label.label}”.`, matter: opening(label.meaning.role, true, label.labelLength) }; // prettier-ignore
  }
  if (label === null || label.meaning.kind === 'matter') return null;
  if (label.value === '') return readFieldWithValueBelow(head, index, label);
  if (label.isOrdinaryWord) return null;
  if (!hasLabelNear(head, index)) return null;
  head.role = null;
  return { kind: 'matter', rule: 'field-in-chapter', confidence: 0.75, why: `It opens with the label “${label.label}”, among the chapter’s notes.`, matter: opening('other', true) }; // prettier-ignore
}

/** The value below a label is no longer than this, in characters. */
const maxValueLength = 60;

/** A field of the site over a chapter, its value right below it, among other labels: `Posted:` / `08/09/2005`. */
function readFieldWithValueBelow({ edges, range }: Head, index: number, line: LabelledLine): Mark | null {
  const { blocks, marks, facts } = edges;
  const { label, meaning } = line;
  const value = blocks[index + 1];
  if (value?.kind !== 'text' || index + 1 >= range.end || value.blankLinesBefore > 0) return null;
  if (value.text.length > maxValueLength || readLabel(value.text) !== null) return null;
  const hasCompany = [index - 2, index + 2].some(at => at >= range.start && at < range.end && blocks[at]?.kind === 'text' && readLabel(blocks[at].text) !== null); // prettier-ignore
  if (!hasCompany || meaning.kind === 'matter') return null;
  // What is said of the first chapter stands for the story; each chapter has its own.
  if (!facts.fields.some(field => field.label === label)) {
    edges.facts = withLabelledFact(facts, { ...line, value: value.text }, meaning, {
      span: value.span,
      confidence: 0.75,
    });
  }
  const because = { rule: 'field-in-chapter', confidence: 0.75, why: `It stands with the label “${label}”, among the chapter’s notes.` }; // prettier-ignore
  marks.set(index + 1, { kind: 'field', ...because });
  return { kind: 'field', ...because };
}

/** A field at a chapter's head is one of several lines with labels; `Warning: …` alone may be a sign on a gate. */
function hasLabelNear({ edges: { blocks }, range }: Head, index: number): boolean {
  return [index - 1, index + 1].some(at => {
    const block = at >= range.start && at < range.end ? blocks[at] : undefined;
    const label = block?.kind === 'text' ? readLabel(block.text) : null;
    return label !== null && !label.isOrdinaryWord;
  });
}

function readHandOff(head: Head, text: string): Mark | null {
  if (head.role === null || !isHandOff(text)) return null;
  return note(head, 'hand-off', 0.9, 'It hands over from the note to the story.', handOffRole(head.role));
}

function readReply(head: Head, index: number, text: string): Mark | null {
  const { blocks } = head.edges;
  const isReply = (at: number) => blocks[at]?.kind === 'text' && isReviewReply(blocks[at].text);
  const isNamed = (at: number) => blocks[at]?.kind === 'text' && isNamedLine(blocks[at].text);
  const why = 'It answers a reviewer by name, as the lines around it do.';
  const isInRun = isInRepliesRun(head, index);
  const isAmongReplies = head.role === 'reviewReplies' && readLabel(text) === null && isNamed(index);
  const hasCompany = isReviewReply(text) && (isReply(index - 1) || isReply(index + 1));
  if (isAmongReplies || ((hasCompany || isInRun) && head.role !== null)) {
    return note(head, 'review-reply', 0.85, why, 'reviewReplies');
  }
  const announces = announcesReplies(text) && speaksToReaders(text) && isNamed(index + 1) && isNamed(index + 2);
  if (announces && !isSpoken(text)) return note(head, 'replies-announced', 0.8, 'Replies to reviewers follow it.', 'reviewReplies'); // prettier-ignore
  return null;
}

/** So many lines in a row that answer somebody by name are replies; each reader is answered once, a script's speakers speak again. */
const minRepliesInRun = 3;

function isInRepliesRun({ edges: { blocks }, range }: Head, index: number): boolean {
  const names: string[] = [];
  let isSaid = false;
  for (let at = index; at < Math.min(range.end, range.start + headLength); at++) {
    const text = blocks[at]?.kind === 'text' ? (blocks[at]?.text ?? '') : '';
    const name = text === '' || readLabel(text) !== null ? null : nameAnswered(text);
    if (name === null) break;
    names.push(name);
    isSaid ||= isReviewReply(text);
  }
  return isSaid && names.length >= minRepliesInRun && new Set(names).size === names.length;
}

function readGoingOn(head: Head, index: number, text: string): Mark | null {
  const { blocks, marks } = head.edges;
  if (index < head.fence) {
    return note(head, 'before-story-label', 0.9, 'The site’s line that the story begins stands below it.', head.role ?? 'authorsNote'); // prettier-ignore
  }
  if (head.role === null) return null;
  const previous = blocks[index - 1];
  const isUnderBareLabel = previous?.kind === 'text' && readLabel(previous.text)?.value === '' && marks.get(index - 1)?.kind === 'matter'; // prettier-ignore
  const goesOn = (authorVoice(text) >= 2 && speaksToReaders(text)) || isClosedByRule(head, index) || headGoesOn(head, index); // prettier-ignore
  if (!isUnderBareLabel && !goesOn) return null;
  const { role } = head;
  const mark = note(head, isUnderBareLabel ? 'under-bare-label' : 'note-continues', 0.8, 'The note goes on: the author still speaks of the story.', role); // prettier-ignore
  if (handsOver(text)) head.role = null;
  return mark;
}

/** So many paragraphs of a note may stand before the rule that closes it, in a file whose rules do that. */
const maxClosedParagraphs = 3;

function isClosedByRule({ edges: { blocks, rulesPartNotes } }: Head, index: number): boolean {
  if (!rulesPartNotes) return false;
  for (let at = index; at < index + maxClosedParagraphs; at++) {
    if (blocks[at]?.kind !== 'text' || isSpoken(blocks[at]?.text ?? '')) return false;
    if (blocks[at + 1]?.kind === 'rule') return true;
  }
  return false;
}

/** How many paragraphs without a label a note goes on for, up to the label, hand-off or rule that ends it. */
const headLookahead = 6;

/** Whether a label or a hand-off follows within a few paragraphs that neither speak nor tell, or a rule after the author's voice. */
function headGoesOn({ edges: { blocks, known }, range }: Head, index: number): boolean {
  let unvoiced = 0;
  for (let at = index; at < Math.min(range.end, index + headLookahead); at++) {
    const block = blocks[at];
    if (isFence(known[at] ?? null)) return true;
    if (block?.kind === 'rule') return unvoiced === 0;
    if (block?.kind !== 'text' || isSpoken(block.text)) return false;
    const label = at > index ? readLabel(block.text) : null;
    if (label?.meaning.kind === 'matter' && !label.isOrdinaryWord) return true;
    if (at > index && announcesReplies(block.text) && isNamedLine(blocks[at + 1]?.text ?? '')) return true;
    if (handsOver(block.text) && (isHandOff(block.text) || authorVoice(block.text) > 0)) return true;
    if (narrativeVoice(block.text) > authorVoice(block.text)) return false;
    if (authorVoice(block.text) === 0) unvoiced++;
  }
  return false;
}

/** A greeting right under the heading: the author speaks to readers, and labelled notes, replies or a hand-off follow it. */
function isAboveNotes(head: Head, index: number, text: string): boolean {
  return speaksToReaders(text) && narrativeVoice(text) <= 1 && authorVoice(text) >= 2 && headGoesOn(head, index);
}

/** So many signs make a note of a paragraph that no label says to be one; fewer where a rule or a hand-off ends it. */
const minSigns = 3;

/** A note without a label right under the heading: the author speaks to readers in no uncertain voice. */
function readUnlabelled(head: Head, index: number, text: string): Mark | null {
  if (head.role !== null && head.role !== 'reviewReplies' && head.role !== 'disclaimer') return null;
  const voice = authorVoice(text);
  const own = unlabelledRole(text, voice);
  const next = head.edges.blocks[index + 1];
  const isEnded = next?.kind === 'rule' || handsOver(text) || (next?.kind === 'text' && isHandOff(next.text));
  const isNote = own !== null || (speaksToReaders(text) && narrativeVoice(text) <= 1 && voice >= (isEnded ? 2 : minSigns)) || isAboveNotes(head, index, text); // prettier-ignore
  if (!isNote) return null;
  const mark = note(head, 'unlabelled-note', 0.7, 'The author speaks to readers here, without a label.', own ?? 'authorsNote'); // prettier-ignore
  if (handsOver(text)) head.role = null;
  return mark;
}
