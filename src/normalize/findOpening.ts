import type { MatterRole, PersonName, Sourced, StoryField } from '../book/tree.ts';
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { ManuscriptBlock } from '../parse/manuscript.ts';
import { isIsoDate } from '../text/isoDate.ts';
import { languageTag } from '../text/languageTag.ts';
import { authorVoice, isHandOff, speaksToReaders } from './authorVoice.ts';
import { type LabelledLine, readLabel } from './knownLabels.ts';
import { hasTitleShape, isSpeech, titleEvidence } from './titleLine.ts';
import { type Mark, type MatterMark, type Pass, type Reading, withMarks } from './reading.ts';

/** What has been read of a story's header so far, from the top. */
interface Header {
  readonly marks: Map<number, Mark>;
  title: Sourced<string> | null;
  authors: Sourced<PersonName>[];
  date: Sourced<string> | null;
  language: Sourced<string> | null;
  fields: StoryField[];
  /** The matter that an unlabelled paragraph would go on with. */
  openMatter: MatterRole | null;
  /** Whether anything but a rule has been found: a header is there. */
  hasHeader: boolean;
}

/**
 * Reads what stands before the story: title, byline, labelled fields, notes. Stops at the first chapter or at the turn
 * to narrative; what is not clearly a header is story.
 */
export const findOpening: Pass = {
  name: 'find-opening',
  run: reading => {
    const { blocks } = reading.manuscript;
    const firstHeading = reading.marks.findIndex(mark => mark?.kind === 'heading');
    const limit = firstHeading < 0 ? blocks.length : firstHeading;
    const title = reading.title ?? titleHeading(reading);
    const header: Header = {
      marks: new Map(),
      title,
      authors: [...reading.authors],
      date: reading.date,
      language: reading.language,
      fields: [...reading.fields],
      openMatter: null,
      hasHeader: reading.authors.length > 0 || reading.fields.length > 0 || title !== null,
    };
    for (let index = 0; index < limit; index++) {
      const known = reading.marks[index];
      if (known?.kind === 'body') break;
      if (known != null) {
        goOnAfter(known, header);
        continue;
      }
      const mark = readHeaderBlock(blocks, index, limit, header);
      if (mark === null) break;
      header.marks.set(index, mark);
    }
    dropTrailingSeparators(header.marks, limit);
    const { marks, authors, date, language, fields } = header;
    return withMarks({ ...reading, title: header.title, authors, date, language, fields }, marks);
  },
};

/** What the reader or the file says of a block is part of the header, too. */
function goOnAfter(known: Mark, header: Header): void {
  header.openMatter = known.kind === 'matter' ? known.matter.role : null;
  if (known.kind !== 'separator') header.hasHeader = true;
}

function titleHeading(reading: Reading): Sourced<string> | null {
  const index = reading.marks.findIndex(mark => mark?.kind === 'title');
  const block = reading.manuscript.blocks[index];
  const mark = reading.marks[index];
  if (block === undefined || mark == null) return null;
  return { text: block.text, origin: 'text', confidence: mark.confidence, span: block.span };
}

function readHeaderBlock(
  blocks: readonly ManuscriptBlock[],
  index: number,
  limit: number,
  header: Header,
): Mark | null {
  const block = blocks[index];
  if (block === undefined) return null;
  if (block.kind === 'rule') {
    if (!header.hasHeader && index > 0) return null;
    header.openMatter = null;
    return {
      kind: 'separator',
      rule: 'rule-in-header',
      confidence: 0.9,
      why: 'A rule parts the header from the story.',
    };
  }
  if (block.kind !== 'text') return null;
  const labelled = readLabel(block.text);
  if (labelled !== null && isBelievable(labelled, blocks, index, header)) {
    return readLabelled(block, labelled, header);
  }
  return (
    readByline(block, index, header) ??
    readPlea(block, index, header) ??
    readTitle(blocks, index, limit, header) ??
    readUnlabelledMatter(blocks, index, limit, header)
  );
}

/** How many blocks after a label that may be a common word are looked through for another one. */
const companyLookahead = 4;

/** A label has something to label; one that a sentence may open with needs a header, or another label, near it. */
function isBelievable(line: LabelledLine, blocks: readonly ManuscriptBlock[], index: number, header: Header): boolean {
  if (line.value === '' && index + 1 >= blocks.length) return false;
  if (!line.isOrdinaryWord || header.hasHeader) return true;
  if (line.meaning.kind === 'matter' && authorVoice(line.value) > 0) return true;
  return blocks.slice(index + 1, index + 1 + companyLookahead).some(block => {
    const other = block.kind === 'text' ? readLabel(block.text) : null;
    return other !== null && !(other.isOrdinaryWord && /^\p{Ll}/u.test(other.value));
  });
}

function readLabelled(block: ManuscriptBlock, line: LabelledLine, header: Header): Mark {
  header.hasHeader = true;
  const because = { confidence: 0.95, why: `It opens with the label “${line.label}”.` };
  const sourced = { text: line.value, origin: 'text', confidence: 0.95, span: block.span } as const;
  const { meaning } = line;
  if (meaning.kind === 'matter') {
    header.openMatter = meaning.role;
    return { kind: 'matter', rule: 'labelled-matter', ...because, matter: front(meaning.role, true, line.labelLength) };
  }
  header.openMatter = null;
  switch (meaning.kind) {
    case 'title':
      header.title ??= sourced;
      break;
    case 'author':
      header.authors.push({ ...sourced, text: { name: line.value } });
      break;
    case 'date':
      header.date ??= isIsoDate(line.value) ? sourced : null;
      header.fields.push(fieldOf('date', line, block.span));
      break;
    case 'language':
      header.language ??= languageOf(line, block.span);
      header.fields.push(fieldOf('language', line, block.span));
      break;
    case 'field':
      header.fields.push(fieldOf(meaning.key, line, block.span));
      break;
  }
  return { kind: 'field', rule: 'labelled-field', ...because };
}

function languageOf(line: LabelledLine, span: SourceSpan): Sourced<string> | null {
  const tag = languageTag(line.value);
  return tag === null ? null : { text: tag, origin: 'text', confidence: 0.95, span };
}

function fieldOf(key: string, line: LabelledLine, span: SourceSpan): StoryField {
  return { key, label: line.label, value: line.value, span };
}

function front(role: MatterRole, isStart: boolean, labelLength: number): MatterMark {
  return { role, place: 'front', isStart, labelLength };
}

/** Matches `by Michelle`, `Written by: J. Doe`, `von Ralf`; not `by the river they sat.` */
const bylinePattern = /^[\W_]*(?:(?:story |written |posted )?by|par|von|por|door|av)\s*:?\s+(?<name>\S.*)$/i;
const maxNameLength = 50;
const maxNameWords = 5;

function readByline(block: ManuscriptBlock, index: number, header: Header): Mark | null {
  const name = bylinePattern.exec(block.text)?.groups?.name?.replace(/[\s*_~]+$/, '') ?? '';
  const isName = name !== '' && name.length <= maxNameLength && name.split(' ').length <= maxNameWords;
  if (!isName || /[,;:!?]|[a-z]\.$/.test(name) || (index > 0 && !header.hasHeader)) return null;
  if (!looksLikeName(name)) return null;
  const isEnglish = /\bby\b/i.test(block.text.slice(0, block.text.length - name.length));
  if (!isEnglish && header.title === null) return null;
  header.hasHeader = true;
  header.openMatter = null;
  const confidence = header.title === null ? 0.85 : 0.95;
  if (!header.authors.some(author => author.text.name === name)) {
    header.authors.push({ text: { name }, origin: 'text', confidence, span: block.span });
  }
  return { kind: 'byline', rule: 'byline', confidence, why: 'A short line near the top says “by” and a name.' };
}

/** Matches `Michelle`, `Ludwig van Beethoven`, `prospero_s_clockmaker`, `J. Doe`; not `the River`, `Monday morning`. */
function looksLikeName(name: string): boolean {
  const words = name.split(' ');
  if (words.length === 1) return true;
  const isCapitalized = (word: string) => /^[^\p{L}]*[\p{Lu}\p{Lo}]|[\d_]/u.test(word) || nameParticles.has(word);
  return words.every(isCapitalized) && !/^(?:the|a|an)\b/i.test(name);
}

const nameParticles = new Set(['van', 'von', 'der', 'den', 'de', 'du', 'di', 'da', 'la', 'le', 'y', 'e', 'and', '&', 'und', 'et']); // prettier-ignore

function readTitle(blocks: readonly ManuscriptBlock[], index: number, limit: number, header: Header): Mark | null {
  const block = blocks[index];
  if (block?.kind !== 'text' || !hasTitleShape(block.text)) return null;
  if (header.title !== null) return readRepeatedTitle(block, header);
  const evidence = titleEvidence(blocks, index, limit, header.hasHeader);
  if (evidence === null) return null;
  header.title = { text: block.text.replace(/^[*_~\s]+|[*_~\s]+$/g, ''), origin: 'text', confidence: evidence.confidence, span: block.span }; // prettier-ignore
  header.hasHeader = true;
  header.openMatter = null;
  return { kind: 'title', rule: 'title-line', ...evidence };
}

function readRepeatedTitle(block: ManuscriptBlock, header: Header): Mark | null {
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (letters(block.text) !== letters(header.title?.text ?? '')) return null;
  header.openMatter = null;
  return { kind: 'title', rule: 'title-repeated', confidence: 0.9, why: 'It repeats the title.' };
}

/** A plea or disclaimer without a label, and the line that hands over to the story; no title is ever one of them. */
function readPlea(block: ManuscriptBlock, index: number, header: Header): Mark | null {
  const own = unlabelledRole(block.text, authorVoice(block.text));
  if (own !== null && (header.hasHeader || index === 0)) {
    const isSame = own === header.openMatter;
    header.openMatter = own;
    header.hasHeader = true;
    return { kind: 'matter', rule: `unlabelled-${own}`, confidence: 0.75, why: 'The author speaks to readers here, without a label.', matter: front(own, !isSame, 0) }; // prettier-ignore
  }
  if (header.openMatter === null || !isHandOff(block.text)) return null;
  return { kind: 'matter', rule: 'hand-off', confidence: 0.9, why: 'It hands over from the note to the story.', matter: front(header.openMatter, false, 0) }; // prettier-ignore
}

/** How far the end of a note without a label is looked for, in blocks. */
const noteLookahead = 8;

function readUnlabelledMatter(
  blocks: readonly ManuscriptBlock[],
  index: number,
  limit: number,
  header: Header,
): Mark | null {
  const text = blocks[index]?.text ?? '';
  if (header.openMatter === null) return null;
  if (previousLabelIsBare(blocks, index)) {
    return { kind: 'matter', rule: 'under-bare-label', confidence: 0.9, why: 'The line before it is only a label.', matter: front(header.openMatter, false, 0) }; // prettier-ignore
  }
  const voice = authorVoice(text);
  if (speaksToReaders(text) && (voice >= 2 || noteGoesOnToAnEnd(blocks, index, limit))) {
    return { kind: 'matter', rule: 'note-continues', confidence: voice >= 2 ? 0.8 : 0.7, why: 'The note goes on: the author still speaks of the story.', matter: front(header.openMatter, false, 0) }; // prettier-ignore
  }
  return null;
}

function previousLabelIsBare(blocks: readonly ManuscriptBlock[], index: number): boolean {
  const previous = blocks[index - 1];
  return previous?.kind === 'text' && readLabel(previous.text)?.value === '';
}

function unlabelledRole(text: string, voice: number): MatterRole | null {
  if (/^\W*(?:please,? (?:read and )?review|r ?& ?r|read and review|review,? please)\b/i.test(text))
    return 'reviewPlea';
  if (
    voice >= 2 &&
    /\b(?:do(?:n't|n’t| not)|doesn't) own\b|\bno (?:copyright )?infringement\b|\bbelongs? to\b/i.test(text)
  ) {
    return 'disclaimer';
  }
  return null;
}

/** Whether every block from here to the next rule, label, title or chapter is in the author's voice. */
function noteGoesOnToAnEnd(blocks: readonly ManuscriptBlock[], index: number, limit: number): boolean {
  for (let at = index; at < Math.min(limit, index + noteLookahead); at++) {
    const block = blocks[at];
    if (block?.kind !== 'text') return true;
    if (at > index && (readLabel(block.text) !== null || (hasTitleShape(block.text) && !isSpeech(block.text))))
      return true;
    if (authorVoice(block.text) === 0) return false;
  }
  return limit <= index + noteLookahead && limit < blocks.length;
}

/** A rule after which no header came is the story's own, unless it closes the header. */
function dropTrailingSeparators(marks: Map<number, Mark>, limit: number): void {
  const indices = [...marks.keys()].sort((left, right) => left - right);
  if (indices.length === 1 && marks.get(indices[0] ?? 0)?.kind === 'separator' && limit > 1)
    marks.delete(indices[0] ?? 0);
}
