import { partRemark } from './bylineRemark.ts';
import { type BylineWords, readBylineWords } from './bylineWords.ts';
import { readHeadingCandidate } from '../chapters/chapterHeading.ts';
import { readLabel } from '../voice/knownLabels.ts';
import { type Header, opensText } from './openingHeader.ts';
import { isFullName, isSameName, looksLikeName, readPersons } from './personName.ts';
import type { Mark } from '../reading.ts';
import { withAuthors } from './storyFacts.ts';

const maxBylineLength = 120;
const maxNameLength = 50;
const maxNameWords = 5;

/** Reads a line that says by whom the story is; one that says it in another language needs a title above it. */
export function readByline(index: number, header: Header): Mark | null {
  const block = header.blocks[index];
  if (block?.kind !== 'text' || block.text.length > maxBylineLength) return null;
  const isHeaderLine = header.hasHeader || opensText(header, index);
  const words = readBylineWords(block.text);
  const { persons } = readPersons(words?.name ?? '');
  if (words !== null && isLowerCasePenName(words, index, header)) {
    return byline(index, header, words.name, 0.8, 'A short line between the title and a label says “by” and a name.');
  }
  if (words === null || !isHeaderLine || persons.length === 0 || !persons.every(({ name }) => isName(name))) {
    return readRemarkedByline(index, header) ?? readDividedByline(index, header) ?? readBareName(index, header);
  }
  if (!words.isEnglish && (header.facts.title === null || !persons.every(({ name }) => /^\p{Lu}/u.test(name))))
    return null;
  // `Eine Geschichte von Freundschaft` says what it is about.
  if (!words.isEnglish && words.hasKind && !persons.every(({ name }) => isFullName(name))) return null;
  return byline(index, header, words.name, header.facts.title === null ? 0.85 : 0.95, 'A short line near the top says “by” and a name.'); // prettier-ignore
}

/**
 * A byline with a remark after the name, on the line right under the title: `by Nell Ashgrove (my first story!)`. The
 * remark is kept as a field. Without a title above, a line that opens with `by` and goes on is a sentence.
 */
function readRemarkedByline(index: number, header: Header): Mark | null {
  const block = header.blocks[index];
  const words = readBylineWords(block?.text ?? '');
  const parted = words?.isEnglish ? partRemark(words.name) : null;
  const isUnderTitle = index > 0 && markAt(header, index - 1)?.kind === 'title';
  if (block === undefined || parted === null || !isUnderTitle || header.facts.authors.length > 0) return null;
  if (!/^[\p{Lu}\p{Lo}]|[\d_]/u.test(parted.name) || !isName(parted.name)) return null;
  const remark = { key: 'author-remark', label: 'Author’s remark', value: parted.remark, span: block.span };
  header.facts = { ...header.facts, fields: [...header.facts.fields, remark] };
  return byline(index, header, parted.name, 0.85, 'A line under the title says “by” and a name, and goes on with a remark.'); // prettier-ignore
}

/**
 * Matches `by pitch and tallow`, a pen name in lower case, where the title stands right above and a label or the first
 * chapter right below; not `by the river`, nor a line over prose, which may be a subtitle or the story.
 */
function isLowerCasePenName({ name, isEnglish }: BylineWords, index: number, header: Header): boolean {
  const { blocks, limit, facts } = header;
  if (!isEnglish || facts.title === null || facts.authors.length > 0 || markAt(header, index - 1)?.kind !== 'title') return false; // prettier-ignore
  const isPlain = /^(?!(?:the|a|an|my|his|her|our|their|its|this|that|some|any|no|one|night|day|all|chance)\b)\p{Ll}[\p{L}\p{N}_'’-]*(?: (?:[\p{L}\p{N}_'’-]+|&)){1,3}$/u.test(name); // prettier-ignore
  if (!isPlain || name.length > maxNameLength) return false;
  const next = blocks[index + 1];
  const label = next?.kind === 'text' ? readLabel(next.text) : null;
  return index + 1 === limit ? limit < blocks.length : label !== null && !label.isOrdinaryWord;
}

function isName(name: string): boolean {
  if (name === '' || name.length > maxNameLength || name.split(' ').length > maxNameWords) return false;
  return !/[,;:!?]|[a-z]\.$/.test(name) && looksLikeName(name);
}

function byline(index: number, header: Header, name: string, confidence: number, why: string): Mark {
  const block = header.blocks[index];
  if (block !== undefined) header.facts = withAuthors(header.facts, name, { span: block.span, confidence });
  header.hasHeader = true;
  header.openMatter = null;
  return { kind: 'byline', rule: 'byline', confidence, why };
}

/** A byline over two lines, as title pages set it: `by`, and under it `NELL ASHGROVE`. */
function readDividedByline(index: number, header: Header): Mark | null {
  const isBy = (at: number) => /^\W*(?:written )?by\W*$/i.test(header.blocks[at]?.text ?? '');
  if (!header.hasHeader) return null;
  const next = header.blocks[index + 1];
  if (isBy(index) && next?.kind === 'text' && index + 1 < header.limit && isName(next.text)) {
    header.openMatter = null;
    return {
      kind: 'byline',
      rule: 'byline',
      confidence: 0.95,
      why: 'It says “by”, and the line under it names a person.',
    };
  }
  const name = header.blocks[index]?.text ?? '';
  if (!isBy(index - 1) || header.marks.get(index - 1)?.kind !== 'byline' || !isName(name)) return null;
  return byline(index, header, name, 0.95, 'The line above it says “by”.');
}

/**
 * A name without “by”: one that the header has named already, or one in full right under the title where labels or the
 * first chapter follow it. A title over prose is no such place: the line may be a subtitle.
 */
function readBareName(index: number, header: Header): Mark | null {
  const text = header.blocks[index]?.text ?? '';
  if (header.facts.title === null || text.length > maxNameLength) return null;
  if (!/\d|©/.test(text) && header.facts.authors.some(author => isSameName(author.text.name, text))) {
    return byline(index, header, text, 0.9, 'It repeats the author’s name.');
  }
  const isUnderTitle = index > 0 && markAt(header, index - 1)?.kind === 'title';
  if (!isUnderTitle || header.facts.authors.length > 0) return null;
  const next = header.blocks[index + 1];
  const label = next?.kind === 'text' ? readLabel(next.text) : null;
  const isOverHeader = label !== null && (!label.isOrdinaryWord || label.meaning.kind !== 'matter');
  const isOverChapter = index + 1 === header.limit && header.limit < header.blocks.length;
  if (isFullName(text) && (isOverHeader || isOverChapter)) {
    return byline(index, header, text, isOverHeader ? 0.85 : 0.7, 'A person’s name stands alone under the title.');
  }
  if (
    isPenName(text) &&
    isOverHeader &&
    (isArchivePage(header, index) || header.facts.fields.length >= minFieldsOfPage)
  ) {
    return byline(
      index,
      header,
      text,
      0.75,
      'A pen name stands alone between the title and the notes, as archives print it.',
    );
  }
  return null;
}

/** A page that an archive made has so many fields at least. */
const minFieldsOfPage = 4;

/** Matches `saltwife`, `Salt_Wife99`; not `Prologue`, `The End`. */
export function isPenName(text: string): boolean {
  return (
    /^[\p{L}\p{N}][\p{L}\p{N}_.-]{2,30}$/u.test(text) && readHeadingCandidate(text) === null && readLabel(text) === null
  );
}

/** Whether lines of an archive's page stand above a block. */
export function isArchivePage(header: Header, index: number): boolean {
  return header.known.slice(0, index).some(mark => mark?.rule === 'wrapper:archive-page');
}

function markAt(header: Header, index: number): Mark | null {
  return header.marks.get(index) ?? header.known[index] ?? null;
}
