import { isPicture } from '../isPicture.ts';
import { authorVoice } from '../voice/authorVoice.ts';
import { countValueBlocks, isInBareList, readUnknownBareLabel } from './bareValues.ts';
import { type LabelledLine, readLabel, readLabels } from '../voice/knownLabels.ts';
import { isArchivePage, isPenName, readByline } from './openingByline.ts';
import { readCast } from './openingCast.ts';
import { readUnknownField, readUnlabelledField } from './openingFields.ts';
import { readAuthorAndTitle, readBookAndAuthor, readTitleAndAuthor } from './openingFirstLine.ts';
import { front, type Header, opensText, startHeader } from './openingHeader.ts';
import { isFence, readBracketedNote, readPlea, readUnlabelledMatter } from './openingNotes.ts';
import { readKindAndTitle } from './openingKindAndTitle.ts';
import {
  readAuthorAboveTitle,
  readBeforeFirstChapter,
  readTitleAboveAuthor,
  readTitlePage,
} from './openingTitlePage.ts';
import { readSubtitle } from './openingSubtitle.ts';
import { readRepeatedTitle } from './openingRepeatedTitle.ts';
import { isLoneLabel, isProvenByValue, isTellingValue } from './loneLabel.ts';
import { type Mark, type Pass, withMarks } from '../reading.ts';
import { withLabelledFact, withTitle } from './storyFacts.ts';
import { hasTitleShape, titleEvidence } from './titleLine.ts';

/**
 * Reads what stands before the story: title, byline, labelled fields, notes. Stops at the first chapter or at the turn
 * to narrative; what is not clearly a header is story.
 */
export const findOpening: Pass = {
  name: 'find-opening',
  run: reading => {
    const header = startHeader(reading);
    for (let index = 0; index < header.limit; index++) {
      const known = header.known[index] ?? null;
      if (isFence(known) || known?.kind === 'body') break;
      if (known !== null) goOnAfter(known, header);
      if (known !== null || header.marks.has(index)) continue;
      const block = header.blocks[index];
      if (block !== undefined && isPicture(block)) continue;
      const mark = readHeaderBlock(index, header);
      if (mark === null) break;
      header.marks.set(index, mark);
    }
    dropLoneSeparator(header.marks, header.limit);
    return withMarks({ ...reading, ...header.facts }, header.marks);
  },
};

/** What the reader or the file says of a block is part of the header, too. */
function goOnAfter(known: Mark, header: Header): void {
  header.openMatter = known.kind === 'matter' ? known.matter.role : null;
  if (known.kind === 'title' || known.kind === 'byline' || known.kind === 'field' || known.kind === 'matter') header.hasHeader = true; // prettier-ignore
}

function readHeaderBlock(index: number, header: Header): Mark | null {
  const block = header.blocks[index];
  if (block?.kind === 'rule') return readRule(index, header);
  if (block?.kind !== 'text') return null;
  const cast = readCast(index, header);
  if (cast !== null) return cast;
  const labelled = readLabel(block.text);
  if (labelled !== null && isBelievable(labelled, index, header)) return readLabelled(index, labelled, header);
  return (
    readListedField(index, header) ??
    readByline(index, header) ??
    readAuthorAboveTitle(index, header) ??
    readTitleAboveAuthor(index, header) ??
    readBookAndAuthor(index, header) ??
    readAuthorAndTitle(index, header) ??
    readTitleAndAuthor(index, header) ??
    readUnlabelledField(index, header) ??
    readUnknownField(index, header) ??
    readTitlePage(index, header) ??
    readKindAndTitle(index, header) ??
    readPlea(index, header) ??
    readBracketedNote(index, header) ??
    readTitle(index, header) ??
    readSubtitle(index, header) ??
    readUnlabelledMatter(index, header) ??
    readBeforeFirstChapter(index, header)
  );
}

function readRule(index: number, header: Header): Mark | null {
  if (!header.hasHeader && index > 0) return null;
  header.openMatter = null;
  return { kind: 'separator', rule: 'rule-in-header', confidence: 0.9, why: 'A rule parts the header from the story.' };
}

/** How many blocks after a label that may be a common word are looked through for another one. */
const companyLookahead = 4;

/** What stands after a common word and a colon is a value when it is this short, in characters. */
const maxPlainValueLength = 60;

/** A label has something to label; one that a sentence may open with needs a header, or another label, near it. */
function isBelievable(line: LabelledLine, index: number, header: Header): boolean {
  const { blocks, hasHeader } = header;
  if (line.value === '' && index + 1 >= blocks.length) return false;
  if (line.value === '' && line.meaning.kind !== 'matter' && !hasHeader) return isInBareList(blocks, index, line);
  if (isTellingValue(line) && isLoneLabel(index, header)) return false;
  if (!line.isOrdinaryWord) return true;
  if (line.meaning.kind === 'matter' && authorVoice(line.value) > 0) return true;
  if (hasHeader) return line.meaning.kind === 'matter' || line.value.length <= maxPlainValueLength || /^[^\p{Ll}]/u.test(line.value); // prettier-ignore
  return blocks.slice(index + 1, index + 1 + companyLookahead).some(block => {
    const other = block.kind === 'text' ? readLabel(block.text) : null;
    // `[Warning]` over `[Status]` is a screen in the story.
    if (line.isInBrackets === true) return other !== null && !other.isOrdinaryWord;
    return other !== null && !(other.isOrdinaryWord && /^\p{Ll}/u.test(other.value));
  });
}

function readLabelled(index: number, line: LabelledLine, header: Header): Mark {
  const block = header.blocks[index];
  const isDoubtful = !isProvenByValue(line) && isLoneLabel(index, header);
  const opening = `It opens with the label “${line.label}”`;
  const because = isDoubtful
    ? { confidence: 0.7, why: `${opening}, but nothing else of a header stands near.` }
    : { confidence: 0.95, why: `${opening}.` };
  header.hasHeader = true;
  header.openMatter = null;
  const lines = line.meaning.kind === 'matter' ? [line] : readLabels(block?.text ?? '');
  for (const each of lines) {
    const { meaning } = each;
    if (meaning.kind === 'matter') {
      header.openMatter = meaning.role;
      return { kind: 'matter', rule: 'labelled-matter', ...because, matter: front(meaning.role, true, each.labelLength) }; // prettier-ignore
    }
    if (block === undefined) continue;
    if (each.value === '' && lines.length === 1) readValuesBelow(index, each, header);
    else header.facts = withLabelledFact(header.facts, each, meaning, { span: block.span, confidence: 0.95 });
  }
  return { kind: 'field', rule: 'labelled-field', ...because };
}

/** A label that only this site has, in a list of labels with their values below: `House:`. */
function readListedField(index: number, header: Header): Mark | null {
  const label = header.hasHeader ? readUnknownBareLabel(header.blocks, index) : null;
  const value = header.blocks[index + 1];
  if (label === null || value === undefined || index + 1 >= header.limit) return null;
  const field = { key: label.toLowerCase().replace(/\s+/g, '-'), label, value: value.text, span: value.span };
  header.facts = { ...header.facts, fields: [...header.facts.fields, field] };
  header.openMatter = null;
  const because = { rule: 'listed-field', confidence: 0.85, why: 'It is one of a list of labels, each with its value below.' }; // prettier-ignore
  header.marks.set(index + 1, { kind: 'field', ...because });
  return { kind: 'field', ...because };
}

/** The value of a label that stands alone on its line, from the lines below it. */
function readValuesBelow(index: number, line: LabelledLine, header: Header): void {
  const { blocks, limit, marks } = header;
  const count = countValueBlocks(blocks, index, limit);
  const values = blocks.slice(index + 1, index + 1 + count);
  const [first] = values;
  if (line.meaning.kind === 'matter' || first === undefined) return;
  const value = values.map(block => block.text).join(', ');
  header.facts = withLabelledFact(header.facts, { ...line, value }, line.meaning, {
    span: first.span,
    confidence: 0.9,
  });
  const because = { rule: 'value-under-label', confidence: 0.9, why: `It stands under the label “${line.label}”.` };
  for (let at = index + 1; at <= index + count; at++) marks.set(at, { kind: 'field', ...because });
}

function readTitle(index: number, header: Header): Mark | null {
  const { blocks, limit, hasHeader, facts } = header;
  const block = blocks[index];
  if (block?.kind !== 'text') return null;
  if (!hasTitleShape(block.text)) return readLowerCaseTitle(index, header);
  if (facts.title !== null) return readRepeatedTitle(index, header);
  const evidence = titleEvidence(blocks, index, limit, { hasHeader, isFirst: opensText(header, index) });
  if (evidence === null) return null;
  header.facts = withTitle(facts, block.text, { confidence: evidence.confidence, span: block.span });
  header.hasHeader = true;
  header.openMatter = null;
  return { kind: 'title', rule: 'title-line', ...evidence };
}

/** A page of an archive has title and author on two lines below its fields: `the tide keeps no receipts` / `oystergrey`. */
function readLowerCaseTitle(index: number, header: Header): Mark | null {
  const [block, author, label] = header.blocks.slice(index, index + 3);
  if (block === undefined || block.text.length > maxLowerCaseTitleLength || !/^\p{Ll}.*[^.,;:]$/u.test(block.text))
    return null;
  if (header.facts.title !== null || header.facts.fields.length === 0 || !isArchivePage(header, index)) return null;
  const isOverLabel = label?.kind === 'text' && readLabel(label.text)?.meaning.kind === 'matter';
  if (author?.kind !== 'text' || author.blankLinesBefore > 0 || !isPenName(author.text) || !isOverLabel) return null;
  header.facts = withTitle(header.facts, block.text, { confidence: 0.85, span: block.span });
  header.openMatter = null;
  return { kind: 'title', rule: 'title-over-pen-name', confidence: 0.85, why: 'The archive’s page has the title here, with the author under it.' }; // prettier-ignore
}

const maxLowerCaseTitleLength = 120;

/** A rule with no header before or after it is the story's own. */
function dropLoneSeparator(marks: Map<number, Mark>, limit: number): void {
  const [only, second] = marks.keys();
  if (only !== undefined && second === undefined && marks.get(only)?.kind === 'separator' && limit > 1) {
    marks.delete(only);
  }
}
