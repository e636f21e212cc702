import { figureOf } from '../../book/figureOf.ts';
import type { Block, Inline } from '../../book/tree.ts';
import { inlineText } from '../../book/plainText.ts';
import { isRuleLine } from '../ruleLine.ts';
import type { Extent, FlowItem, LinesItem, SourceRun } from './flowItem.ts';
import { nestRuns } from './inlineFormats.ts';
import { extentsOf, joinLines } from './sourceRuns.ts';

/** Lines that belong together: a paragraph, verse, or a line that stands for itself. */
export interface LineGroup {
  readonly runs: readonly SourceRun[];
  readonly extents: readonly Extent[];
  readonly isRule: boolean;
  readonly blankLinesBefore: number;
}

/** No line of verse is longer than this, in characters; most paragraphs are. */
const maxVerseLength = 120;

/** In a page whose paragraphs are parted by single `<br>`s so many of its lines are longer than verse. */
const longLineShare = 0.12;
const minLines = 8;

/** Whether a page parts its paragraphs by a single `<br>`; learned from all of it. */
export function areLinesParagraphs(items: readonly FlowItem[]): boolean {
  const lines = items.flatMap(item => (item.kind === 'lines' && item.lines.length > 1 ? item.lines : []));
  return lines.length >= minLines && lines.filter(isLong).length >= lines.length * longLineShare;
}

function isLong(line: readonly SourceRun[]): boolean {
  return line.reduce((sum, run) => sum + run.value.length, 0) > maxVerseLength;
}

/** Matches `Title: The Lamp`, `Rated - PG`, `Author’s Notes: …`; not `He said: no, and left.` or a line of verse. */
const headerLine = /^\W{0,3}\p{Lu}[\p{L}'’/]{0,20}(?: [\p{L}'’/]{1,20}){0,2}\s?(?::|\s-\s|--|–)\s*\S/u;

/** Matches `by Nell Ashgrove`, `Written by Nell`. */
const bylineLine = /^(?:(?:story |written )?by)\b:?\s+\S.{0,50}$/i;

/**
 * Tells paragraphs from lines. `Title: X<br>Author: Y` are lines of a header, each for itself; long lines are paragraphs;
 * short ones that follow each other are verse, kept together.
 */
export function settleLines(item: LinesItem, linesAreParagraphs: boolean): LineGroup[] {
  const { lines, blankLinesBefore } = item;
  const isSplit = lines.length > 1 && (linesAreParagraphs || lines.some(isLong));
  if (isSplit) return lines.map((line, index) => group([line], index === 0 ? blankLinesBefore : 1));
  const texts = lines.map(line => inlineText(nestRuns(line)));
  const headers = texts.filter(text => headerLine.test(text)).length;
  const isHeader = lines.length > 1 && (headers >= 2 || texts.slice(1).some(text => bylineLine.test(text)));
  if (isHeader) return lines.map((line, index) => group([line], index === 0 ? blankLinesBefore : 0));
  const groups: LineGroup[] = [];
  let open: (readonly SourceRun[])[] = [];
  const close = () => {
    if (open.length > 0) groups.push(group(open, groups.length === 0 ? blankLinesBefore : 1));
    open = [];
  };
  lines.forEach((line, index) => {
    const standsAlone =
      isRuleLine(texts[index] ?? '') ||
      (lines.length > 1 && (opensBold(lines, index) || figureOf(nestRuns(line)) !== null));
    if (standsAlone) close();
    open.push(line);
    if (standsAlone) close();
  });
  close();
  return groups;
}

/** Whether a line is the first, and bold where the next is not: a heading above its text. */
function opensBold(lines: LinesItem['lines'], index: number): boolean {
  const isBold = (line: readonly SourceRun[] | undefined) =>
    line?.every(run => run.extent === null || run.formats.some(({ type }) => type === 'strong')) === true;
  return index === 0 && isBold(lines[0]) && !isBold(lines[1]);
}

function group(lines: readonly (readonly SourceRun[])[], blankLinesBefore: number): LineGroup {
  const [only = []] = lines;
  const isRule = lines.length === 1 && isRuleLine(inlineText(nestRuns(only)));
  const lineBreak: SourceRun = { value: '', isBreak: true, formats: [], extent: null };
  const runs = lines.flatMap((line, index) => (index === 0 ? line : [lineBreak, ...line]));
  return { runs, extents: extentsOf(runs), isRule, blankLinesBefore };
}

/** What was read inside a block quote or a list, as blocks of the tree. */
export function blocksOf(items: readonly FlowItem[]): Block[] {
  return items.flatMap((item): Block[] => {
    switch (item.kind) {
      case 'lines':
        return settleLines(item, false).map(({ runs, isRule }) =>
          isRule ? { type: 'thematicBreak' } : paragraphOrFigure(nestRuns(runs)),
        );
      case 'heading':
        return [{ type: 'heading', depth: item.depth, children: nestRuns(item.runs) }];
      case 'rule':
        return [{ type: 'thematicBreak' }];
      case 'structure':
        return [item.block];
      case 'typed':
      case 'settled':
      case 'note':
        return [];
    }
  });
}

function paragraphOrFigure(children: readonly Inline[]): Block {
  return figureOf(children) ?? { type: 'paragraph', children };
}

/** What was read inside a cell of a table, in one line. */
export function inlinesOf(items: readonly FlowItem[]): Inline[] {
  return nestRuns(joinLines(items.flatMap(item => (item.kind === 'lines' ? item.lines : []))));
}
