import type { SourceText } from '../source/sourceText.ts';
import { isBlankLine } from './blankLine.ts';
import { firstWordLength, indentOf, type Layout, learnLayout } from './layout.ts';
import type { Manuscript, ManuscriptBlock, Repair } from './manuscript.ts';
import { isRuleLine } from './ruleLine.ts';

/** Parses plain text: learns how its paragraphs are marked, and unwraps them where lines are broken at a width. */
export function parsePlainText(source: SourceText): Manuscript {
  const layout = learnLayout(source.lines);
  const words = layout.isWrapped ? wordsOf(source.lines) : new Set<string>();
  const blocks: ManuscriptBlock[] = [];
  const repairs: Repair[] = [];
  let blankLinesBefore = 0;
  for (let index = 0; index < source.lines.length;) {
    const line = source.lines[index] ?? '';
    if (isBlankLine(line)) {
      blankLinesBefore++;
      index++;
      continue;
    }
    const end = layout.isWrapped ? paragraphEnd(source.lines, index, layout) : index + 1;
    blocks.push(readBlock(source, index, end, blankLinesBefore, words, repairs));
    blankLinesBefore = 0;
    index = end;
  }
  return { sources: [source], fields: [], settled: [], blocks, repairs };
}

function readBlock(
  source: SourceText,
  start: number,
  end: number,
  blankLinesBefore: number,
  words: ReadonlySet<string>,
  repairs: Repair[],
): ManuscriptBlock {
  const first = source.lines[start] ?? '';
  const span = { file: source.path, lines: [start + 1, end] as const };
  if (end === start + 1 && isRuleLine(first)) return { kind: 'rule', text: tidy(first), span, blankLinesBefore };
  let text = tidy(first);
  for (let index = start + 1; index < end; index++) {
    const next = tidy(source.lines[index] ?? '');
    const joined = joinLines(text, next, words);
    if (joined.repair !== null) {
      repairs.push({ ...joined.repair, span: { file: source.path, lines: [index, index + 1] } });
    }
    text = joined.text;
  }
  return { kind: 'text', text, inlines: null, indent: indentOf(first), span, blankLinesBefore };
}

/** Edges without white space, and one space for every run of it inside. */
function tidy(line: string): string {
  return line.replace(/[\s\u0000-\u001f\u0085\u200b\ufeff]+/g, ' ').trim();
}

/** How much room a line must leave unused, as a share of the width, for its end to be meant: before a new sentence, and anywhere. */
const meantBreakShare = 0.2;
const certainBreakShare = 0.45;

/** The index after the last line of the wrapped paragraph that starts at `start`. */
function paragraphEnd(lines: readonly string[], start: number, layout: Layout): number {
  let end = start + 1;
  if (isRuleLine(lines[start] ?? '')) return end;
  while (end < lines.length) {
    const line = (lines[end - 1] ?? '').trimEnd();
    const next = lines[end] ?? '';
    if (isBlankLine(next) || isRuleLine(next) || indentOf(next) > layout.baseIndent) break;
    const room = layout.widthChars - (line.length + 1 + firstWordLength(next));
    if (room > layout.widthChars * certainBreakShare) break;
    if (room > layout.widthChars * meantBreakShare && /^[\p{Lu}\p{N}"'“‘«*_([]/u.test(next.trim())) break;
    end++;
  }
  return end;
}

interface JoinedLines {
  readonly text: string;
  readonly repair: Omit<Repair, 'span'> | null;
}

/**
 * Joins a wrapped line to the next. A hyphen at the end is kept without a space ("well-" + "known"), and dropped only
 * when the file writes the joined word elsewhere ("bed-" + "room" → "bedroom"); a dash keeps its words close.
 */
function joinLines(text: string, next: string, words: ReadonlySet<string>): JoinedLines {
  if (/(?:--|[—–])$/.test(text)) return { text: text + next, repair: null };
  const before = /(\p{L}+)-$/u.exec(text)?.[1];
  const after = /^\p{Ll}+/u.exec(next)?.[0];
  if (before === undefined || after === undefined) return { text: `${text} ${next}`, repair: null };
  const joined = before + after;
  if (!words.has(joined.toLowerCase())) return { text: text + next, repair: null };
  return {
    text: text.slice(0, -1) + next,
    repair: { kind: 'joined-hyphen', before: `${before}-/${after}`, after: joined },
  };
}

function wordsOf(lines: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const word of line.toLowerCase().match(/\p{L}+(?!\p{L}*-$)/gu) ?? []) words.add(word);
  }
  return words;
}
