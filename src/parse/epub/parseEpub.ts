import { CompileError } from '../../diagnostics/compileError.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { SourceBytes, SourceContainer, SourceText } from '../../source/sourceText.ts';
import type { PageReading } from '../html/directives.ts';
import type { PageIndex } from '../html/pageIndex.ts';
import { parseHtml } from '../html/parseHtml.ts';
import { isBlankLine } from '../blankLine.ts';
import type { Manuscript, ManuscriptBlock, SettledLines, StatedMark } from '../manuscript.ts';
import { parseMended } from '../parseMended.ts';
import { describedKind } from './describedKind.ts';
import { findPackage, invalid } from './findPackage.ts';
import { openEpub, readOrNull } from './openEpub.ts';
import { type PackageFacts, readFacts } from './packageFacts.ts';
import { contentsOfHeadings, type DocumentPlan, planBook, type SurveyedDocument } from './planBook.ts';
import { type Producer, producerOf, readProducerPage } from './producer.ts';
import { readContents } from './readContents.ts';
import { readPackage } from './readPackage.ts';
import { readSpine, type SpineDocument } from './readSpine.ts';
import { readSpineDocument } from './readSpineDocument.ts';
import { refuseProtected } from './refuseProtected.ts';
import { surveyDocument } from './surveyDocument.ts';
import { withoutRepeatedFacts } from './withoutRepeatedFacts.ts';
import { xhtmlAsHtml } from './xhtmlAsHtml.ts';

/** What the reader says of a file. */
export interface EpubSettings {
  /** The encoding of its documents, where the reader knows it. */
  readonly encoding?: string | undefined;
}

/**
 * Parses an EPUB: its spine is the story, its contents are the chapters, its metadata is what the story states of itself.
 * Each document goes through the reader of HTML, so that nothing of it is passed through.
 * @throws CompileError `source/invalid-epub`, `source/protected-epub`, `source/empty-file` or `source/too-large`.
 */
export function parseEpub(file: SourceBytes, report: Report, { encoding }: EpubSettings = {}): Manuscript {
  const epub = openEpub(file, report);
  const book = readPackage(epub, findPackage(epub));
  refuseProtected(epub, [book.path, ...book.spine.map(({ path }) => path)]);
  if (book.spine.length === 0) throw invalid(epub, `its package document ${book.path} names nothing to read`);
  const facts = readFacts(book, file.path);
  const contents = readContents(epub, book, report);
  const container: SourceContainer = {
    path: file.path,
    sha256: epub.sha256,
    goesOn: contents.entries.length > 0,
    readResource: path => readOrNull(epub.read, path),
  };
  const producer = producerOf(facts);
  const spine = readSpine(epub, book, encoding, report).map(({ path, source }): SpineDocument => ({ path, source: { ...source, container } })); // prettier-ignore
  const surveyed = spine.map(({ path, source }): SurveyedDocument => {
    const survey = surveyDocument(xhtmlAsHtml(source.lines).join('\n'));
    return { path, survey, kind: describedKind(survey, contents.typeOf(path), { facts, isOwn: producer === 'fascicle' }) }; // prettier-ignore
  });
  if (surveyed.every(({ survey }) => survey.length === 0)) throw wordless(file.path);
  const plans = planBook(surveyed, contents.entries.length > 0 ? contents.entries : contentsOfHeadings(surveyed));
  const parsed = readDocuments(spine, plans, { facts, producer }, report);
  return bind(parsed, facts);
}

/** The error for a book of pictures: a comic, or a scan. */
function wordless(path: string): CompileError {
  return new CompileError('source/empty-file', `${path} has no text in it: its pages are pictures.`, {
    hint: 'Get it as text, or leave it out.',
    path,
  });
}

function readDocuments(
  spine: readonly SpineDocument[],
  plans: ReadonlyMap<string, DocumentPlan>,
  { facts, producer }: { readonly facts: PackageFacts; readonly producer: Producer | null },
  report: Report,
): readonly Manuscript[] {
  let [isFirst, isOpening] = [true, false];
  return spine.map(({ path, source }) => {
    const plan = plans.get(path);
    if (plan === undefined) throw new TypeError('A document that was read was planned');
    const context = {
      plan,
      isFirst,
      isOpening,
      isOwn: producer === 'fascicle',
      title: facts.story.title ?? '',
      language: facts.story.language ?? 'und',
      contentOffset: Math.max(0, source.lines.join('\n').search(/\S/)),
    };
    const last = plan.starts.at(-1)?.kind;
    if (last !== undefined) isOpening = last === 'part';
    if (plan.starts.some(({ kind }) => kind === 'chapter')) isFirst = false;
    const readPage = (page: PageIndex): PageReading =>
      readProducerPage(producer, page, plan) ?? readSpineDocument(page, context);
    const parse = (lines: readonly string[]): Manuscript => {
      const html = xhtmlAsHtml(lines);
      const manuscript = parseHtml({ ...source, lines: html }, report, { readPage, syntax: 'xhtml' });
      return { ...manuscript, settled: [...blankedLines(source.path, lines, html), ...manuscript.settled] };
    };
    const manuscript = parseMended(source, parse, report);
    return producer === 'fascicle' ? allStated(manuscript) : manuscript;
  });
}

/** Lines that hold nothing but what XML has and HTML has not: `<?xml version="1.0"?>`. */
function blankedLines(file: string, lines: readonly string[], html: readonly string[]): SettledLines[] {
  return lines.flatMap((line, index): SettledLines[] => {
    const isBlanked = isBlankLine(html[index] ?? '') && !isBlankLine(line);
    const span = { file, lines: [index + 1, index + 1] } as const;
    return isBlanked ? [{ kind: 'markup', text: '', reason: 'markup', span }] : [];
  });
}

/** The manuscript of a book of ours, of which everything that is not marked is text or a break. */
function allStated(manuscript: Manuscript): Manuscript {
  const body: StatedMark = { kind: 'body', rule: 'fascicle-epub:text', why: 'A book of ours has it as text.' };
  const pause: StatedMark = { kind: 'break', rule: 'fascicle-epub:break', why: 'A book of ours has a rule here.' };
  const blocks = manuscript.blocks.map((block): ManuscriptBlock => ({ ...block, stated: block.stated ?? (block.kind === 'rule' ? pause : body) })); // prettier-ignore
  return { ...manuscript, blocks, statedStory: { title: null, authors: [], language: null, date: null, fields: [], isWhole: true } }; // prettier-ignore
}

/** The documents as one manuscript, with what the package states. */
function bind(parsed: readonly Manuscript[], facts: PackageFacts): Manuscript {
  const isWhole = parsed.length > 0 && parsed.every(({ statedStory }) => statedStory?.isWhole === true);
  const sources: readonly SourceText[] = parsed.flatMap(manuscript => manuscript.sources);
  const blocks = notesBelowHeadings(parsed.flatMap(manuscript => manuscript.blocks));
  const fields = parsed.flatMap(manuscript => manuscript.fields);
  // The subjects of a book of ours are fields of its stories, which its pages state.
  const own = facts.story.fields.filter(({ key }) => !isWhole || (key !== 'tags' && key !== 'subject'));
  const { story, summary } = withoutRepeatedFacts({ ...facts, story: { ...facts.story, fields: own } }, fields, blocks);
  return {
    sources,
    statedStory: { ...story, isWhole },
    fields: [...fields, ...(summary === null ? [] : [summary])],
    settled: parsed.flatMap(manuscript => manuscript.settled),
    blocks,
    repairs: parsed.flatMap(manuscript => manuscript.repairs),
  };
}

/** The blocks with what stands between the heading of a part and that of its first chapter moved into the chapter. */
function notesBelowHeadings(blocks: readonly ManuscriptBlock[]): readonly ManuscriptBlock[] {
  const ordered: ManuscriptBlock[] = [];
  let waiting: ManuscriptBlock[] | null = null;
  for (const block of blocks) {
    const isNote = block.stated?.kind === 'matter' && block.stated.matter.place === 'opening';
    if (waiting !== null && isNote) waiting.push(block);
    else {
      if (waiting !== null && block.stated?.kind === 'heading') ordered.push(block, ...waiting);
      else ordered.push(...(waiting ?? []), block);
      waiting = block.stated?.kind === 'part' ? [] : null;
    }
  }
  return [...ordered, ...(waiting ?? [])];
}
