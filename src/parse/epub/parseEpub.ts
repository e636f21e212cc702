import { CompileError } from '../../diagnostics/compileError.ts';
import type { Report } from '../../diagnostics/diagnostic.ts';
import type { SourceBytes, SourceContainer } from '../../source/sourceText.ts';
import type { Manuscript, ManuscriptBlock } from '../manuscript.ts';
import { describedKind } from './describedKind.ts';
import { encryptedPaths } from './encryptedPaths.ts';
import { findPackage, invalid } from './findPackage.ts';
import { type EpubFile, openEpub, readOrNull } from './openEpub.ts';
import { type PackageFacts, readFacts } from './packageFacts.ts';
import { contentsOfHeadings, planBook, type SurveyedDocument } from './planBook.ts';
import { producerOf } from './producer.ts';
import { readContents } from './readContents.ts';
import { readDocuments } from './readDocuments.ts';
import { readPackage } from './readPackage.ts';
import { readSpine, type SpineDocument } from './readSpine.ts';
import { refuseProtected } from './refuseProtected.ts';
import { showsCover } from './showsCover.ts';
import { surveyDocument } from './surveyDocument.ts';
import { withoutRepeatedFacts } from './withoutRepeatedFacts.ts';
import { xhtmlAsHtml } from './xhtmlAsHtml.ts';

/** What the reader says of a file. */
export interface EpubSettings {
  /** The encoding of its documents, where the reader knows it. */
  readonly encoding?: string | undefined;
}

/** {@link parseEpub}, for those that are given it: its modules are loaded for a story that is an EPUB only. */
export type EpubParser = typeof parseEpub;

/**
 * Parses an EPUB: its spine is the story, its contents are the chapters, its metadata is what the story states of itself.
 * Each document goes through the reader of HTML, so that nothing of it is passed through.
 * @throws CompileError `source/invalid-epub`, `source/protected-epub`, `source/empty-file` or `source/too-large`.
 */
export function parseEpub(file: SourceBytes, report: Report, { encoding }: EpubSettings = {}): Manuscript {
  const epub = openEpub(file, report);
  const book = readPackage(epub, findPackage(epub));
  const encrypted = encryptedPaths(epub);
  refuseProtected(epub, encrypted, [book.path, ...book.spine.map(({ path }) => path)]);
  if (book.spine.length === 0) throw invalid(epub, `its package document ${book.path} names nothing to read`);
  const facts = readFacts(book, file.path);
  const producer = producerOf(facts);
  const contents = readContents(epub, book, report);
  const container = containerOf(epub, encrypted ?? new Set(), contents.entries.length > 0);
  const spine = readSpine(epub, book, encoding, report).map(({ path, source }): SpineDocument => {
    return { path, source: { ...source, container } };
  });
  if (spine.length === 0) throw invalid(epub, 'no document of its reading order can be read');
  const surveyed = spine.map(({ path, source }): SurveyedDocument => {
    const survey = surveyDocument(xhtmlAsHtml(source.lines).join('\n'));
    const isCover = showsCover(survey, path, book.coverImagePath);
    const kind = describedKind(survey, contents.typeOf(path), { facts, isOwn: producer === 'fascicle', isCover });
    return { path, survey, kind };
  });
  if (surveyed.every(({ survey }) => survey.length === 0)) throw wordless(file.path);
  const plans = planBook(surveyed, contents.entries.length > 0 ? contents.entries : contentsOfHeadings(surveyed));
  return bind(readDocuments(spine, plans, { facts, producer }, report), facts);
}

function containerOf(
  { path, sha256, sizeOf, read }: EpubFile,
  encrypted: ReadonlySet<string>,
  goesOn: boolean,
): SourceContainer {
  const readResource = (inside: string) => (encrypted.has(inside) ? null : readOrNull(read, inside));
  return { path, sha256, goesOn, sizeOf, readResource };
}

/** The error for a book of pictures: a comic, or a scan. */
function wordless(path: string): CompileError {
  return new CompileError('source/empty-file', `${path} has no text in it: its pages are pictures.`, {
    hint: 'Get it as text, or leave it out.',
    path,
  });
}

/** The documents as one manuscript, with what the package states. */
function bind(parsed: readonly Manuscript[], facts: PackageFacts): Manuscript {
  const isWhole = parsed.length > 0 && parsed.every(({ statedStory }) => statedStory?.isWhole === true);
  const blocks = notesBelowHeadings(parsed.flatMap(manuscript => manuscript.blocks));
  const fields = parsed.flatMap(manuscript => manuscript.fields);
  // The subjects of a book of ours are fields of its stories, which its pages state.
  const own = facts.story.fields.filter(({ key }) => !isWhole || (key !== 'tags' && key !== 'subject'));
  const { story, summary } = withoutRepeatedFacts({ ...facts, story: { ...facts.story, fields: own } }, fields, blocks);
  return {
    sources: parsed.flatMap(manuscript => manuscript.sources),
    statedStory: { ...story, isWhole },
    fields: [...fields, ...(summary === null ? [] : [summary])],
    settled: parsed.flatMap(manuscript => manuscript.settled),
    blocks,
    repairs: parsed.flatMap(manuscript => manuscript.repairs),
    notes: parsed.flatMap(({ notes = [] }) => notes),
    noteMarks: new Map(parsed.flatMap(({ noteMarks = new Map<string, string>() }) => [...noteMarks])),
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
