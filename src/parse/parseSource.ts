import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceBytes, SourceText } from '../source/sourceText.ts';
import { isCanonical } from './canonicalFrontMatter.ts';
import { parseCanonicalMarkdown } from './canonicalMarkdown.ts';
import { readChapterPerFile } from './chapterPerFile.ts';
import type { EpubParser, EpubSettings } from './epub/parseEpub.ts';
import { parseHtml } from './html/parseHtml.ts';
import type { Manuscript, StatedStory } from './manuscript.ts';
import { parseMarkdown } from './parseMarkdown.ts';
import { parseMended } from './parseMended.ts';
import { parsePlainText } from './parsePlainText.ts';

/** How the files of a story are parsed. */
export interface ParseSettings extends EpubSettings {
  /** Needed where one of them is an EPUB. */
  readonly parseEpub?: EpubParser | undefined;
}

/**
 * Parses the files of one story, each by its format, into one manuscript. Never throws on any text.
 * @param sources decoded texts, and EPUBs as they are
 * @throws CompileError for an EPUB that cannot be opened.
 */
export function parseSources(
  sources: readonly (SourceText | SourceBytes)[],
  report: Report,
  settings: ParseSettings = {},
): Manuscript {
  const parsed = readChapterPerFile(
    sources.map(source => ('bytes' in source ? parseBook(source, report, settings) : parseSource(source, report))),
  );
  const windowTitle = parsed[0]?.windowTitle;
  const windowAuthor = parsed[0]?.windowAuthor;
  const statedStory = mergeStated(parsed);
  return {
    sources: parsed.flatMap(manuscript => manuscript.sources),
    ...(windowTitle === undefined ? {} : { windowTitle }),
    ...(windowAuthor === undefined ? {} : { windowAuthor }),
    ...(statedStory === null ? {} : { statedStory }),
    fields: parsed.flatMap(manuscript => manuscript.fields),
    settled: parsed.flatMap(manuscript => manuscript.settled),
    blocks: parsed.flatMap(manuscript => manuscript.blocks),
    repairs: parsed.flatMap(manuscript => manuscript.repairs),
    notes: parsed.flatMap(({ notes = [] }) => notes),
    noteMarks: new Map(parsed.flatMap(({ noteMarks = new Map<string, string>() }) => [...noteMarks])),
  };
}

/** What files of our own say of one story; `null` where none is. */
function mergeStated(parsed: readonly Manuscript[]): StatedStory | null {
  const stated = parsed.flatMap(({ statedStory }) => statedStory ?? []);
  if (stated.length === 0) return null;
  const first = <Key extends 'title' | 'language' | 'date'>(key: Key) => stated.find(each => each[key] !== null)?.[key] ?? null; // prettier-ignore
  const authors = new Map(stated.flatMap(each => each.authors).map(author => [author.name, author]));
  return {
    title: first('title'),
    authors: [...authors.values()],
    language: first('language'),
    date: first('date'),
    fields: stated.flatMap(each => each.fields),
    isWhole: stated.length === parsed.length && stated.every(each => each.isWhole),
  };
}

function parseBook(source: SourceBytes, report: Report, { parseEpub, encoding }: ParseSettings): Manuscript {
  if (parseEpub === undefined) throw new TypeError(`${source.path} is an EPUB, and nothing was given to parse it`);
  return parseEpub(source, report, { encoding });
}

/** Damaged letters are mended first; the manuscript keeps the file's own lines, which the ledger counts. */
function parseSource(source: SourceText, report: Report): Manuscript {
  // A file of ours is written down as it is meant, with nothing to mend.
  if (source.format === 'markdown' && isCanonical(source)) return parseCanonicalMarkdown(source, report);
  return parseMended(source, lines => parseFormat(source, lines, report), report);
}

function parseFormat(source: SourceText, lines: readonly string[], report: Report): Manuscript {
  switch (source.format) {
    case 'plainText':
      return parsePlainText(source, lines);
    case 'markdown':
      return parseMarkdown({ ...source, lines }, report);
    case 'html':
      return parseHtml({ ...source, lines }, report);
  }
}
