import { copyrightHolder, isCopyrightLine, isWordCount } from '../edges/footerLine.ts';
import { readLabel } from '../voice/knownLabels.ts';
import type { Header } from './openingHeader.ts';
import { isPartLine } from '../chapters/partLine.ts';
import { readPersons } from './personName.ts';
import type { Mark } from '../reading.ts';
import { isAddressLine } from './titleLine.ts';
import { withAuthors } from './storyFacts.ts';

/** Matches `March 3, 2001`, `3 March 2001`, `2001-03-03`, `03/03/2001`, `March 2001`; not `Monday`, `London, 1889`. */
const dateLine =
  /^\W{0,3}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:(?:\d{1,2}(?:st|nd|rd|th)?\.? )?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.](?:(?:19|20)\d\d|\d\d))\W{0,3}$/i;

const maxLineLength = 90;

/** Lines of a header that say what they are without a label: an address of mail or of a page, a copyright line, a word count, a date. */
export function readUnlabelledField(index: number, header: Header): Mark | null {
  const block = header.blocks[index];
  if (block?.kind !== 'text' || block.text.length > maxLineLength || !header.hasHeader) return null;
  const field = fieldOf(block.text, index, header);
  if (field === null) return null;
  header.facts = { ...header.facts, fields: [...header.facts.fields, { ...field, span: block.span }] };
  const holder = field.key === 'copyright' && header.facts.authors.length === 0 ? copyrightHolder(block.text) : null;
  if (holder !== null) header.facts = withAuthors(header.facts, holder, { span: block.span, confidence: 0.7 });
  header.openMatter = null;
  return { kind: 'field', rule: `unlabelled-field:${field.key}`, confidence: 0.85, why: `Among the lines of the header it can only be the ${field.label.toLowerCase()}.` }; // prettier-ignore
}

function fieldOf(text: string, index: number, header: Header) {
  const [email] = readPersons(text).emails;
  if (email !== undefined && text.replace(/^[\W_]+|[\W_]+$|mailto:/g, '') === email) {
    return { key: 'email', label: 'E-mail', value: email };
  }
  if (isAddressLine(text)) return { key: 'source', label: 'Link', value: text };
  if (isWordCount(text)) return { key: 'words', label: 'Words', value: text.replace(/[^\d.,]+/g, '') };
  if (isPartLine(text) && header.facts.title !== null) {
    return { key: 'part', label: 'Part', value: text.replace(/^\D+/, '').replace(/[^\d?x]+$/i, '') };
  }
  // No story has such a line right under its title, whatever follows.
  const isUnderTitle = /^(?:title|byline)$/.test(header.marks.get(index - 1)?.kind ?? '');
  const isOver = isOverHeader(index, header);
  if (isCopyrightLine(text)) return isUnderTitle || isOver ? { key: 'copyright', label: 'Copyright', value: text } : null; // prettier-ignore
  return isOver && dateLine.test(text) && header.facts.authors.length > 0
    ? { key: 'date', label: 'Date', value: text.replace(/^\W+|\W+$/g, '') }
    : null;
}

/** Matches `Направленность: Джен`, `Series size: 4`, `Schwierigkeit : 3`; not `He said: go`, `Salt: A Life of the Sea`. */
const unknownLabel =
  /^[*_[]{0,3}(?<label>\p{Lu}[\p{L}\d'’./-]*(?:\s[\p{L}\d'’./-]+){0,2})\s?[:：]\*{0,2}\s?(?<value>\S.*)$/u;

/**
 * A line with a label that no list has, right between two lines of the header that are fields: archives have labels of
 * their own. Nothing may part the three lines, and what follows has to be a label that is no common word.
 */
export function readUnknownField(index: number, header: Header): Mark | null {
  const { blocks, marks, limit } = header;
  const [block, next] = [blocks[index], blocks[index + 1]];
  if (block?.kind !== 'text' || next?.kind !== 'text' || index + 1 >= limit || block.text.length > maxLineLength)
    return null;
  const { label, value } = unknownLabel.exec(block.text)?.groups ?? {};
  const nextLabel = readLabel(next.text);
  const isBetween = marks.get(index - 1)?.kind === 'field' && nextLabel !== null && !nextLabel.isOrdinaryWord;
  const isOneList = next.blankLinesBefore === block.blankLinesBefore && block.blankLinesBefore <= 1;
  if (label === undefined || value === undefined || !isBetween || !isOneList || /[.!?]["”]?$/.test(value)) return null;
  const key = label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  header.facts = { ...header.facts, fields: [...header.facts.fields, { key, label, value, span: block.span }] };
  header.openMatter = null;
  return { kind: 'field', rule: 'field-between-fields', confidence: 0.75, why: 'It has a label, and stands between two lines of the header that have one.' }; // prettier-ignore
}

/** Whether a label, a rule or the first chapter comes next: a date over prose is the story's own. */
function isOverHeader(index: number, { blocks, limit }: Header): boolean {
  const next = blocks[index + 1];
  const isOverChapter = index + 1 === limit && limit < blocks.length;
  return isOverChapter || next?.kind === 'rule' || (next?.kind === 'text' && (readLabel(next.text) !== null || isCopyrightLine(next.text))); // prettier-ignore
}
