import { readLabels } from '../voice/knownLabels.ts';
import { type FactSource, withAuthors, withLabelledFact, withoutMarks } from '../opening/storyFacts.ts';
import { markOnce, removed, type WrapperFinding } from './wrapperFinding.ts';

/** Matches `*** START OF THIS PROJECT GUTENBERG EBOOK SALT ***`, `***START OF THE PROJECT GUTENBERG EBOOK…`, `*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*`; not `*** START: FULL LICENSE ***`. */
const startMarker =
  /^\W*START OF (?:THE|THIS) PROJECT GUTENBERG|\*?END\*? ?THE SMALL PRINT|^\W*START OF (?:THE|THIS) PG EBOOK/i;

/** Matches `*** END OF THIS PROJECT GUTENBERG EBOOK SALT ***`, `End of Project Gutenberg's Salt, by N. Hale`, `End of The Project Gutenberg Etext of Salt`; not `End of the project.` */
const endMarker = /^\W*End of (?:the |this )?(?:Project Gutenberg|PG Etext)/i;

/** Words that only a library's own front matter has: those of Project Gutenberg, its Australian and Canadian sisters, Faded Page. */
const libraryWords =
  /\bProject Gutenberg\b|\bgutenberg\.(?:org|net|ca)\b|\bDistributed Proofreaders Canada\b|\bfadedpage\b|\bfaded page\b|\bpgdp\.net\b|This e-?(?:book|text) is for the use of anyone anywhere|\bmade available at no cost and with very few restrictions\b|\bpublic domain in (?:Canada|Australia)\b/i;

/** Matches `Project Gutenberg's Salt, by N. Hale`, `The Project Gutenberg EBook of Salt, by N. Hale`. */
const titleLine =
  /^\W*(?:The )?Project Gutenberg(?:['’]s)?(?: (?:EBook|E-text|Etext))?(?: of)? (?<title>[^*]{1,120}?),? by (?<author>[^*,]{3,60})\W*$/i;

/** Words that make a library's header of the lines around them, where no marker says so; a story may name a library. */
const headerWords =
  /^\W*This e-?(?:book|text) is for the use of anyone anywhere|\bThis e-?book is made available at no cost|^\W*A Project Gutenberg (?:of Australia|Canada) e-?Book|^\W*A Distributed Proofreaders Canada e-?Book/i;

/** Matches `Produced by a volunteer`, `E-text prepared by …`, `HTML version by …`, `Transcribed from the 1902 edition by …`. */
const creditLine =
  /^\W*(?:Produced by|E-?text (?:prepared|produced|scanned) by|This e-?(?:text|book) was (?:produced|prepared|scanned|transcribed)|Transcribed (?:from|by)|Scanned (?:and proofed )?by|HTML version by|Prepared by|Digitized by)\b/i;

/** Headers with their small print have up to 100 paragraphs or, unwrapped badly, 400 lines. */
const maxHeaderBlocks = 450;
/** Without a marker, what the library says of itself is no further apart than this. */
const maxPhraseGap = 12;
const creditLookahead = 4;

/**
 * Takes off the header, licence and small print of Project Gutenberg and libraries like it, in every form since the
 * 1990s; the header's lines are the story's facts. In a file with a marker at the start all before it is wrapper.
 */
export function findGutenberg(finding: WrapperFinding): void {
  const { start, end, blocks } = finding;
  const isText = (index: number) => blocks[index]?.kind !== 'structure';
  const textOf = (index: number) => (isText(index) ? (blocks[index]?.text ?? '') : '');
  const headerEnd = findHeaderEnd(start, end, textOf);
  if (headerEnd === start && !hasLibraryEnd(end, textOf, start)) return;
  const bodyEnd = findBodyEnd(headerEnd, end, textOf);
  for (let index = start; index < headerEnd; index++) readHeaderLine(finding, index, textOf(index));
  const credits = headerEnd === start ? headerEnd : Math.min(bodyEnd, headerEnd + creditLookahead);
  for (let index = headerEnd; index < credits; index++) {
    if (!creditLine.test(textOf(index))) continue;
    markOnce(finding, index, removed('pg-credits', 'It says who made the library’s edition.'));
  }
  for (let index = bodyEnd; index < end; index++) {
    markOnce(finding, index, removed('pg-licence', 'The library’s licence stands from here to the end.', 0.98));
  }
}

function findHeaderEnd(start: number, end: number, textOf: (index: number) => string): number {
  const limit = Math.min(end, start + maxHeaderBlocks);
  let headerEnd = start;
  for (let index = start; index < limit; index++) {
    if (endMarker.test(textOf(index))) break;
    if (startMarker.test(textOf(index))) headerEnd = index + 1;
  }
  if (headerEnd > start) return headerEnd;
  if (!hasHeaderWords(start, Math.min(limit, start + maxPhraseGap), textOf)) return start;
  for (let index = start; index < limit && index < headerEnd + maxPhraseGap; index++) {
    const text = textOf(index);
    const isFieldLine = headerEnd > start && readLabels(text).some(line => line.meaning.kind !== 'matter' && !line.isOrdinaryWord); // prettier-ignore
    if (libraryWords.test(text) || isFieldLine) headerEnd = index + 1;
  }
  return headerEnd;
}

function hasHeaderWords(start: number, end: number, textOf: (index: number) => string): boolean {
  for (let index = start; index < end; index++) {
    if (headerWords.test(textOf(index)) || titleLine.test(textOf(index))) return true;
  }
  return false;
}

/** A file whose beginning was cut still may end with the licence. */
const maxLicenceBlocks = 400;

function hasLibraryEnd(end: number, textOf: (index: number) => string, start: number): boolean {
  for (let index = Math.max(start, end - maxLicenceBlocks); index < end; index++) {
    if (endMarker.test(textOf(index))) return true;
  }
  return false;
}

function findBodyEnd(from: number, end: number, textOf: (index: number) => string): number {
  for (let index = from; index < end; index++) {
    const text = textOf(index);
    if (endMarker.test(text) || /^This site is full of FREE ebooks/i.test(text)) return index;
  }
  return end;
}

function readHeaderLine(finding: WrapperFinding, index: number, text: string): void {
  const block = finding.blocks[index];
  if (block === undefined) return;
  const source: FactSource = { span: block.span, confidence: 0.95 };
  const stated = titleLine.exec(text)?.groups;
  const lines = readLabels(text).filter(line => line.meaning.kind !== 'matter' && line.value !== '');
  // "Title: Salt" counts more than the library's own first line, which cuts long titles.
  if (lines.length > 0 && block.kind === 'text' && !libraryWords.test(text.slice(0, 40))) {
    for (const line of lines) {
      const { meaning } = line;
      if (meaning.kind === 'matter' || (meaning.kind === 'title' && line.label.toLowerCase() !== 'title')) continue;
      if (meaning.kind === 'title') finding.facts = { ...finding.facts, title: null };
      finding.facts = withLabelledFact(finding.facts, line, meaning, source);
    }
    markOnce(finding, index, { kind: 'field', rule: 'wrapper:pg-header', confidence: 0.95, why: 'The library’s header states it.' }); // prettier-ignore
    return;
  }
  if (stated !== undefined && finding.facts.title === null) {
    const title = {
      text: withoutMarks(stated.title ?? ''),
      origin: 'text',
      span: block.span,
      confidence: 0.85,
    } as const;
    finding.facts = withAuthors({ ...finding.facts, title }, stated.author ?? '', { ...source, confidence: 0.85 });
  }
  markOnce(finding, index, removed('pg-header', 'It belongs to the library’s header.'));
}
