import { isBlankLine } from './blankLine.ts';
import { findCommentCounters } from './commentCounters.ts';
import type { SettledLines } from './manuscript.ts';
import { findPageFurniture } from './pageFurniture.ts';
import { isMidSentence, type Row } from './row.ts';

/** What is left to read of a plain text, and what is accounted for. */
export interface PlainTextRows {
  readonly rows: readonly Row[];
  readonly settled: readonly SettledLines[];
}

/** A part of a line that is taken out, in characters from 1. */
interface Cut {
  readonly index: number;
  readonly columns: readonly [first: number, last: number] | null;
  readonly reason: string;
  readonly rule: string;
  readonly confidence: number;
}

/**
 * Takes page furniture and comment counts out of the lines of a plain text. Where a page ended inside a sentence the blank
 * lines around its furniture go too, and the paragraph goes on.
 */
export function readRows(file: string, source: readonly string[], repaired: readonly string[]): PlainTextRows {
  const cuts = [
    ...findPageFurniture(source).map((furniture): Cut => ({ ...furniture, rule: 'page-furniture', confidence: 0.9 })),
    ...findCommentCounters(source).map(({ index, columns }): Cut => ({ index, columns, reason: 'comment-count', rule: 'comment-counter', confidence: 0.85 })),
  ]; // prettier-ignore
  const cutsOf = new Map<number, Cut[]>();
  for (const cut of cuts) cutsOf.set(cut.index, [...(cutsOf.get(cut.index) ?? []), cut]);
  const rows = repaired.map((text, index) => {
    const own = cutsOf.get(index);
    if (own === undefined) return { text, line: index + 1, isCut: false };
    if (own.some(({ columns }) => columns === null)) return { text: '', line: index + 1, isCut: true };
    const rest = withoutCuts(text, own.map(cut => cutText(source[index] ?? '', cut))); // prettier-ignore
    return { text: rest, line: index + 1, isCut: isBlankLine(rest) };
  });
  const settled = [...cutsOf].flatMap(([index, own]): SettledLines[] => {
    const line = source[index] ?? '';
    // A line of which nothing is left is taken out whole.
    const parts = rows[index]?.isCut === true ? own.slice(0, 1).map(cut => ({ ...cut, columns: null })) : own;
    return parts.map(cut => ({
      kind: 'removed',
      text: cutText(line, cut).trim(),
      reason: cut.reason,
      rule: cut.rule,
      confidence: cut.confidence,
      span: { file, lines: [index + 1, index + 1], ...(cut.columns === null ? {} : { columns: cut.columns }) },
    }));
  });
  return { rows: closeGaps(rows), settled };
}

function cutText(line: string, { columns }: Cut): string {
  return columns === null ? line : [...line].slice(columns[0] - 1, columns[1]).join('');
}

/** The line without the parts that are taken out; the words on both sides of one stay apart. */
function withoutCuts(line: string, cutTexts: readonly string[]): string {
  const rest = cutTexts.reduceRight((left, text) => {
    const at = left.lastIndexOf(text);
    return at < 0 ? left : `${left.slice(0, at)} ${left.slice(at + text.length)}`;
  }, line);
  return rest.trimEnd();
}

/** Drops the lines of furniture, and with them the blank lines around it where the text goes on across. */
function closeGaps(rows: readonly (Omit<Row, 'goesOn'> & { readonly isCut: boolean })[]): Row[] {
  const kept: Row[] = [];
  for (let index = 0; index < rows.length;) {
    const row = rows[index];
    if (row === undefined) break;
    if (!isGap(row)) {
      kept.push({ text: row.text, line: row.line, goesOn: false });
      index++;
      continue;
    }
    let end = index;
    while (end < rows.length && isGap(rows[end])) end++;
    const gap = rows.slice(index, end);
    const next = rows[end];
    const isPageEnd = gap.some(({ isCut, text }) => isCut || text.includes('\f'));
    if (isPageEnd && next !== undefined && isMidSentence(kept.at(-1)?.text ?? '', next.text)) {
      kept.push({ text: next.text, line: next.line, goesOn: true });
      end++;
    } else {
      // The blank lines around a page's end tell nothing: one stands for all of them.
      const blank = gap.filter(({ isCut }) => !isCut).slice(0, isPageEnd ? 1 : undefined);
      for (const { text, line } of blank) kept.push({ text, line, goesOn: false });
    }
    index = end;
  }
  return kept;
}

function isGap(row: { readonly text: string; readonly isCut: boolean } | undefined): boolean {
  return row !== undefined && (row.isCut || isBlankLine(row.text));
}
