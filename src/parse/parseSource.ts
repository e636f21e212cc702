import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../source/sourceText.ts';
import { isBlankLine } from './blankLine.ts';
import { isCanonical } from './canonicalFrontMatter.ts';
import { parseCanonicalMarkdown } from './canonicalMarkdown.ts';
import { readChapterPerFile } from './chapterPerFile.ts';
import { parseHtml } from './html/parseHtml.ts';
import type { Manuscript, SettledLines, StatedStory } from './manuscript.ts';
import { withOriginalColumns } from './originalColumns.ts';
import { parseMarkdown } from './parseMarkdown.ts';
import { parsePlainText } from './parsePlainText.ts';
import { repairLines } from './repairLines.ts';

/** Parses the files of one story, each by its format, into one manuscript. Never throws on any text. */
export function parseSources(sources: readonly SourceText[], report: Report): Manuscript {
  const parsed = readChapterPerFile(sources.map(source => parseSource(source, report)));
  const windowTitle = parsed[0]?.windowTitle;
  const windowAuthor = parsed[0]?.windowAuthor;
  const statedStory = mergeStated(parsed);
  return {
    sources,
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
    isWhole: stated.length === parsed.length,
  };
}

/** Damaged letters are mended first; the manuscript keeps the file's own lines, which the ledger counts. */
function parseSource(source: SourceText, report: Report): Manuscript {
  // A file of ours is written down as it is meant, with nothing to mend.
  if (source.format === 'markdown' && isCanonical(source)) return parseCanonicalMarkdown(source, report);
  const { lines, repairs } = repairLines(source, report);
  const parsed = parseFormat(source, lines, report);
  // What is cut out of a plain text's lines is found in the lines as the file has them.
  const manuscript = source.format === 'plainText' ? parsed : withOriginalColumns(parsed, source.lines, lines);
  const settled = [...emptiedLines(source, lines), ...manuscript.settled];
  return { ...manuscript, sources: [source], settled, repairs: [...repairs, ...manuscript.repairs] };
}

/** Lines of which nothing is left but white space: they held control or zero-width characters or tags only. */
function emptiedLines(source: SourceText, mended: readonly string[]): SettledLines[] {
  return source.lines.flatMap((text, index): SettledLines[] => {
    if (text === mended[index] || !isBlankLine(mended[index] ?? '') || isBlankLine(text)) return [];
    const span: SourceSpan = { file: source.path, lines: [index + 1, index + 1] };
    // An empty paragraph of a page that was saved without reading its markup: `&nbsp;`, `<p></p>`.
    const reason = /[<&]/.test(text) ? 'empty-paragraph' : 'control-characters';
    return [{ kind: 'removed', text, reason, rule: 'no-letters', confidence: 1, span }];
  });
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
