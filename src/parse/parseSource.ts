import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../source/sourceText.ts';
import type { Manuscript } from './manuscript.ts';
import { readChapterPerFile } from './chapterPerFile.ts';
import { parseHtml } from './html/parseHtml.ts';
import { withOriginalColumns } from './originalColumns.ts';
import { parseMarkdown } from './parseMarkdown.ts';
import { parsePlainText } from './parsePlainText.ts';
import { repairLines } from './repairLines.ts';

/** Parses the files of one story, each by its format, into one manuscript. Never throws on any text. */
export function parseSources(sources: readonly SourceText[], report: Report): Manuscript {
  const parsed = readChapterPerFile(sources.map(source => parseSource(source, report)));
  const windowTitle = parsed[0]?.windowTitle;
  return {
    sources,
    ...(windowTitle === undefined ? {} : { windowTitle }),
    fields: parsed.flatMap(manuscript => manuscript.fields),
    settled: parsed.flatMap(manuscript => manuscript.settled),
    blocks: parsed.flatMap(manuscript => manuscript.blocks),
    repairs: parsed.flatMap(manuscript => manuscript.repairs),
  };
}

/** Damaged letters are mended first; the manuscript keeps the file's own lines, which the ledger counts. */
function parseSource(source: SourceText, report: Report): Manuscript {
  const { lines, repairs } = repairLines(source, report);
  const manuscript = withOriginalColumns(parseFormat(source, lines, report), source.lines, lines);
  return { ...manuscript, sources: [source], repairs: [...repairs, ...manuscript.repairs] };
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
