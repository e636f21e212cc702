import type { Block, Inline } from '../book/tree.ts';
import { readCanonicalFigure } from './canonicalFigure.ts';
import { readCanonicalInlines } from './canonicalInlines.ts';

/** A line of a file, without what marked it as part of a quotation, list or division. */
export interface NumberedLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** A block and the lines it was read from. */
export interface ReadBlock {
  readonly block: Block;
  readonly lines: readonly [first: number, last: number];
}

/** Quotations and lists nested deeper than this are paragraphs. */
const maxDepth = 40;

/** Matches `- item`, `+ item`, `12. item`, `3) item`; not `-5 degrees`, `1.5`. */
const listMark = /^(?:([-+])|(\d{1,9})([.)]))(?:[ \t]|$)/;
const heading = /^(#{1,20})(?: (.*))?$/;
/** Matches the rules `* * *`, `***`, `---`. */
export const ruleLine = /^(?:\* ?\* ?\*|-{3,})[ \t]*$/;

/** Reads blocks of canonical Markdown: quotations, lists, fenced code, tables, headings, rules and paragraphs. */
export function readCanonicalBlocks(lines: readonly NumberedLine[], depth = 0): ReadBlock[] {
  const blocks: ReadBlock[] = [];
  for (let at = 0; at < lines.length;) {
    if (isBlank(lines[at])) {
      at++;
      continue;
    }
    const end = Math.max(at + 1, blockEnd(lines, at, depth));
    const own = lines.slice(at, end);
    blocks.push({ block: readBlock(own, depth), lines: [own[0]?.number ?? 1, lastFilled(own)] });
    at = end;
  }
  return blocks;
}

function isBlank(line: NumberedLine | undefined): boolean {
  return line === undefined || /^[ \t]*$/.test(line.text);
}

function lastFilled(lines: readonly NumberedLine[]): number {
  return lines.findLast(line => !isBlank(line))?.number ?? 1;
}

/** The index after the last line of the block that starts at `at`. */
function blockEnd(lines: readonly NumberedLine[], at: number, depth: number): number {
  const text = lines[at]?.text ?? '';
  const fence = /^`{3,}/.exec(text)?.[0];
  const whileTrue = (isOwn: (line: string, index: number) => boolean) => {
    let end = at + 1;
    while (end < lines.length && isOwn(lines[end]?.text ?? '', end)) end++;
    return end;
  };
  if (fence !== undefined) {
    const close = lines.findIndex((line, index) => index > at && line.text.trimEnd() === fence);
    return close < 0 ? lines.length : close + 1;
  }
  if (heading.test(text) || ruleLine.test(text)) return at + 1;
  if (depth < maxDepth && text.startsWith('>')) return whileTrue(line => line.startsWith('>'));
  if (text.startsWith('|')) return whileTrue(line => line.startsWith('|'));
  const mark = listMark.exec(text);
  if (depth < maxDepth && mark !== null) return listEnd(lines, at, mark);
  return whileTrue((line, index) => !isBlank(lines[index]) && (endsWithBreak(lines[index - 1]?.text ?? '') || !opensBlock(line, depth))); // prettier-ignore
}

/** Whether a paragraph's line ends with a hard break, so that whatever follows belongs to it. */
function endsWithBreak(text: string): boolean {
  return (/\\+$/.exec(text)?.[0].length ?? 0) % 2 === 1;
}

function opensBlock(text: string, depth: number): boolean {
  if (/^`{3}/.test(text) || heading.test(text) || ruleLine.test(text) || text.startsWith('|')) return true;
  return depth < maxDepth && (text.startsWith('>') || listMark.test(text));
}

/** A list goes on while lines are indented under an item, or another item with the same kind of mark comes. */
function listEnd(lines: readonly NumberedLine[], at: number, mark: RegExpExecArray): number {
  let end = at + 1;
  for (let index = at + 1; index < lines.length; index++) {
    if (isBlank(lines[index])) continue;
    const text = lines[index]?.text ?? '';
    const other = listMark.exec(text);
    const isItem = other !== null && markKind(other) === markKind(mark);
    if (!isItem && !/^[ \t]/.test(text)) break;
    end = index + 1;
  }
  return end;
}

/** `-`, `+`, `.` or `)`. */
function markKind(mark: RegExpExecArray): string {
  return mark[1] ?? mark[3] ?? '';
}

function readBlock(lines: readonly NumberedLine[], depth: number): Block {
  const text = lines[0]?.text ?? '';
  const level = heading.exec(text);
  if (/^`{3}/.test(text)) return readCode(lines);
  if (level !== null) {
    const [, marks = '', words = ''] = level;
    return { type: 'heading', depth: Math.max(1, marks.length - 1), children: readCanonicalInlines(words) };
  }
  if (ruleLine.test(text)) return { type: 'thematicBreak' };
  if (depth < maxDepth && text.startsWith('>')) {
    const inner = lines.map(line => ({ ...line, text: line.text.replace(/^> ?/, '') }));
    return { type: 'blockQuote', children: blocksOf(inner, depth) };
  }
  if (text.startsWith('|')) return readTable(lines);
  if (depth < maxDepth && listMark.test(text)) return readList(lines, depth);
  const words = lines.map(line => line.text).join('\n');
  return readCanonicalFigure(words) ?? { type: 'paragraph', children: readCanonicalInlines(words) };
}

function blocksOf(lines: readonly NumberedLine[], depth: number): Block[] {
  return readCanonicalBlocks(lines, depth + 1).map(({ block }) => block);
}

function readCode(lines: readonly NumberedLine[]): Block {
  const fence = /^`{3,}/.exec(lines[0]?.text ?? '')?.[0] ?? '';
  const isClosed = lines.length > 1 && lines.at(-1)?.text.trimEnd() === fence;
  return { type: 'preformatted', value: lines.slice(1, isClosed ? -1 : undefined).map(line => line.text).join('\n') }; // prettier-ignore
}

function readList(lines: readonly NumberedLine[], depth: number): Block {
  const items: NumberedLine[][] = [];
  let width = 0;
  for (const line of lines) {
    const mark = listMark.exec(line.text);
    if (mark !== null) {
      width = mark[0].length;
      items.push([{ ...line, text: line.text.slice(width) }]);
    } else {
      items.at(-1)?.push({ ...line, text: withoutIndent(line.text, width) });
    }
  }
  const [, , number] = listMark.exec(lines[0]?.text ?? '') ?? [];
  return {
    type: 'list',
    ordered: number !== undefined,
    start: number === undefined ? 1 : Number(number),
    items: items.map(item => blocksOf(item, depth)),
  };
}

/** Takes up to so many columns of white space from a line's start. */
function withoutIndent(text: string, width: number): string {
  let column = 0;
  while (column < width && /[ \t]/.test(text.charAt(column))) column++;
  return text.slice(column);
}

function readTable(lines: readonly NumberedLine[]): Block {
  const isRule = ({ text }: NumberedLine) => /^\|(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*$/.test(text);
  const hasHeader = lines[1] !== undefined && isRule(lines[1]);
  const rows = lines.filter((_, index) => !(hasHeader && index === 1)).map(line => readRow(line.text));
  return hasHeader
    ? { type: 'table', header: rows[0] ?? [], rows: rows.slice(1) }
    : { type: 'table', header: [], rows };
}

/** The cells of `| a | b \| c |`. */
function readRow(text: string): (readonly Inline[])[] {
  const cells =
    text
      .trimEnd()
      .slice(1)
      .match(/(?:\\.|[^\\|])*(?:\||$)/g) ?? [];
  const own = cells.filter((cell, index) => cell !== '' || index < cells.length - 1);
  return own.map(cell => readCanonicalInlines(cell.replace(/\|$/, '').replace(/^ /, '').replace(/ $/, '')));
}
