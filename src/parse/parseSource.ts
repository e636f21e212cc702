import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../source/sourceText.ts';
import type { Manuscript } from './manuscript.ts';
import { readChapterPerFile } from './chapterPerFile.ts';
import { parseHtml } from './html/parseHtml.ts';
import { parseMarkdown } from './parseMarkdown.ts';
import { parsePlainText } from './parsePlainText.ts';

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

function parseSource(source: SourceText, report: Report): Manuscript {
  switch (source.format) {
    case 'plainText':
      return parsePlainText(source);
    case 'markdown':
      return parseMarkdown(source, report);
    case 'html':
      return parseHtml(source, report);
  }
}
