import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../source/sourceText.ts';
import { isBlankLine } from './blankLine.ts';
import type { Manuscript, SettledLines } from './manuscript.ts';
import { withOriginalColumns } from './originalColumns.ts';
import { repairLines } from './repairLines.ts';

/**
 * Mends a file's damaged letters and parses the lines that come of it; the manuscript keeps the file's own lines, which
 * the ledger counts.
 */
export function parseMended(
  source: SourceText,
  parse: (lines: readonly string[]) => Manuscript,
  report: Report,
): Manuscript {
  const { lines, repairs } = repairLines(source, report);
  const parsed = parse(lines);
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
