import { isRightToLeft } from '../text/writingDirection.ts';
import type { BlockSetter } from './blockSetter.ts';
import { childElement } from './childElement.ts';
import { inlineText } from '../book/plainText.ts';
import type { Inline, Table } from '../book/tree.ts';
import { type SetLine, type SetRun, roundPt } from './composeLine.ts';
import type { ElementNode, Galley, GalleyLine, GalleyRule } from './galley.ts';
import { splitInlines } from './inlineWords.ts';
import { setParagraph, shiftLine } from './setParagraph.ts';
import type { TextSetting } from './textSetting.ts';
import { toItalic } from './textStyle.ts';
import type { TypesetContext } from './typesetContext.ts';

type Cells = readonly (readonly Inline[])[];

/** The gap between two columns, in ems. */
const columnGapEm = 1.4;
/** No column is squeezed below this, in ems. */
const narrowestColumnEm = 3;

/** Sets a table no wider than its words ask for, with a rule above, below the head and at the end. */
export function setTable(
  context: TypesetContext,
  galley: Galley,
  table: Table,
  setting: TextSetting,
  parent: ElementNode,
  setBlocks: BlockSetter,
): void {
  const rows = table.header.length === 0 ? table.rows : [table.header, ...table.rows];
  const columnCount = Math.max(1, ...rows.map(cells => cells.length));
  if (columnCount * (narrowestColumnEm + columnGapEm) * setting.style.sizePt > setting.measurePt) {
    addRowsAsParagraphs(context, galley, rows, setting, parent, setBlocks);
    return;
  }
  const columns = planColumns(context, table, rows, setting);
  const widthPt = Math.max(...columns.map(column => column.leftPt + column.widthPt));
  const isCentred = context.design.look.headings.align === 'center';
  const isTurned = isRightToLeft(setting.language);
  const leftPt = setting.leftPt + (isCentred ? 0.5 : isTurned ? 1 : 0) * (setting.measurePt - widthPt);
  const rule = (abovePt: number, thicknessPt: number): GalleyRule => ({
    leftPt,
    rightPt: leftPt + widthPt,
    abovePt,
    thicknessPt,
    isDotted: false,
  });
  const element = childElement('Table', parent, table.lang);
  const set = rows.map((cells, index) =>
    setRow(context, cells, columns, setting, index === 0 && table.header.length > 0, childElement('TR', element)),
  );
  const isAired = set.some(lines => lines.length > 1);
  const isShort = set.reduce((sum, lines) => sum + lines.length, 0) <= mostKeptLines;
  const firstRow = table.header.length > 0 ? 1 : 0;
  galley.addSpace(setting.leadingPt * 0.75);
  const start = galley.lines.length;
  set.forEach((lines, index) => {
    const isHeader = index === 0 && table.header.length > 0;
    const isLastRow = index === rows.length - 1;
    const rules = lines.map((_, line) => [
      ...(index === 0 && line === 0 ? [rule(setting.leadingPt * 0.9, outerRulePt)] : []),
      ...(line === lines.length - 1 && isLastRow ? [rule(-setting.leadingPt * ruleBelow, outerRulePt)] : []),
      ...(line === lines.length - 1 && isHeader && !isLastRow
        ? [rule(-setting.leadingPt * ruleBelow, innerRulePt)]
        : []),
    ]);
    const blankLines = index === 1 && table.header.length > 0 ? afterHeader : isAired ? betweenRows : 0;
    if (index > 0) galley.addSpace(setting.leadingPt * blankLines);
    galley.addBlock({
      lines,
      leftPt,
      heightPt: setting.leadingPt,
      element,
      rules,
      keepsWithNext: isHeader || lines.length <= mostKeptLines,
    });
    // A row stays whole; a page may end between two rows, but not behind the first one or before the last.
    if (!isShort && index > firstRow && index < rows.length - 2) releaseLast(galley);
  });
  releaseLast(galley);
  if (table.header.length > 0) repeatHead(galley, start, set[0]?.length ?? 0, setting.leadingPt * afterHeader);
  galley.addSpace(setting.leadingPt * 0.75);
}

/** Has a head of so many lines stand again on every page that begins below the table's first row. */
function repeatHead(galley: Galley, start: number, headLines: number, gapPt: number): void {
  if (headLines === 0 || headLines > mostHeadLines) return;
  const lines = galley.lines.slice(start, start + headLines).map((line): GalleyLine => ({
    ...line,
    line: { ...line.line, runs: line.line.runs.map(shownAgain) },
    spaceBeforePt: 0,
    element: null,
    destinations: [],
    source: null,
  })); // prettier-ignore
  for (let index = start + headLines + 1; index < galley.lines.length; index++) {
    const line = galley.lines[index];
    if (line !== undefined) galley.lines[index] = { ...line, repeatedHead: { lines, gapPt } };
  }
}

/** A run without what it is of and what it leads to: both are told once. */
function shownAgain({ style, xPt, widthPt, text, direction }: SetRun): SetRun {
  return { style, xPt, widthPt, text, ...(direction === undefined ? {} : { direction }) };
}

/** The rules above and below a table and the one below its head, as in the LaTeX package booktabs. */
const outerRulePt = 0.8;
const innerRulePt = 0.4;
/** How far a rule stands below the baseline, and the blanks between rows, in lines. */
const ruleBelow = 0.38;
const afterHeader = 0.3;
const betweenRows = 0.2;
/** A head of more lines than this is not shown again: on a small page it would leave little room for rows. */
const mostHeadLines = 3;
/** A table or a row of more lines than this may be divided between two pages. */
const mostKeptLines = 12;

function releaseLast(galley: Galley): void {
  const last = galley.lines.at(-1);
  if (last !== undefined) galley.lines[galley.lines.length - 1] = { ...last, keepsWithNext: false };
}

/** A table with more columns than the measure has room for: the cells of a row one after the other. */
function addRowsAsParagraphs(
  context: TypesetContext,
  galley: Galley,
  rows: readonly Cells[],
  setting: TextSetting,
  parent: ElementNode,
  setBlocks: BlockSetter,
): void {
  const separator: Inline = { type: 'text', value: ' · ' };
  const paragraphs = rows.map(cells => ({
    type: 'paragraph' as const,
    children: cells.flatMap((cell, index) => (index === 0 ? cell : [separator, ...cell])),
  }));
  galley.addSpace(setting.leadingPt / 2);
  setBlocks(context, galley, paragraphs, { ...setting, indentPt: 0 }, parent);
  galley.addSpace(setting.leadingPt / 2);
}

interface Column {
  readonly leftPt: number;
  readonly widthPt: number;
  /** Numbers end at one edge, so that they can be compared. */
  readonly alignment: 'left' | 'right';
}

/** Matches "1,213", "−4.5 %", "£12", "—"; not "Room 4". */
const numeric = /^[\p{Sc}\s]*[-–−+±]?[\d.,:’' ]*\d[\s%°\p{Sc}]*$|^[-–—]?$/u;

/** Columns as wide as their widest cell; where there is no room for all, the wide ones share what the narrow ones leave. */
function planColumns(
  context: TypesetContext,
  table: Table,
  rows: readonly Cells[],
  setting: TextSetting,
): readonly Column[] {
  const emPt = setting.style.sizePt;
  const columnCount = Math.max(1, ...rows.map(cells => cells.length));
  const gapPt = columnGapEm * emPt;
  const natural = Array.from({ length: columnCount }, (_, column) =>
    Math.max(narrowestColumnEm * emPt, ...rows.map(cells => naturalWidth(context, cells[column] ?? [], setting))),
  );
  const widths = shareRoom(natural, setting.measurePt - (columnCount - 1) * gapPt);
  const tablePt = widths.reduce((sum, widthPt) => sum + widthPt, (columnCount - 1) * gapPt);
  const isTurned = isRightToLeft(setting.language);
  let startPt = 0;
  return widths.map((widthPt, column) => {
    const texts = table.rows.map(cells => inlineText(cells[column] ?? []).trim());
    const isNumeric = texts.some(text => /\d/u.test(text)) && texts.every(text => numeric.test(text));
    // A table that is read from right to left begins with its right column.
    const leftPt = isTurned ? tablePt - startPt - widthPt : startPt;
    startPt += widthPt + gapPt;
    return { leftPt: roundPt(leftPt), widthPt, alignment: isNumeric ? 'right' : 'left' };
  });
}

/** What is narrower than its equal share has its own width; the others share the rest by what they ask for. */
function shareRoom(natural: readonly number[], roomPt: number): readonly number[] {
  let restPt = roomPt;
  let open = natural.map((_, column) => column);
  for (;;) {
    const fairPt = restPt / open.length;
    const narrow = open.filter(column => (natural[column] ?? 0) <= fairPt);
    if (narrow.length === 0 || open.length === 0) break;
    restPt -= narrow.reduce((sum, column) => sum + (natural[column] ?? 0), 0);
    open = open.filter(column => !narrow.includes(column));
  }
  // The root tames a column of long prose beside one of a few words.
  const share = (column: number): number => Math.sqrt(natural[column] ?? 0);
  const shares = open.reduce((sum, column) => sum + share(column), 0);
  return natural.map((widthPt, column) => (open.includes(column) ? (restPt * share(column)) / shares : widthPt));
}

function naturalWidth(context: TypesetContext, cell: readonly Inline[], setting: TextSetting): number {
  const style = context.styles.indexOf(setting.style);
  const { words } = splitInlines(cell, style, context.styles, context.measurer, context.noteMarks);
  const spacePt = setting.style.sizePt * 0.25;
  return words.reduce((sum, word) => sum + word.widthPt + spacePt, 0);
}

/** The lines of a row: each holds the lines of its cells that stand side by side. */
function setRow(
  context: TypesetContext,
  cells: Cells,
  columns: readonly Column[],
  setting: TextSetting,
  isHeader: boolean,
  row: ElementNode,
): SetLine[] {
  const rows: { line: SetLine; cellCount: number }[] = [];
  columns.forEach(({ leftPt, widthPt, alignment }, column) => {
    const own = alignment === 'right' ? { ...setting.style, features: ['tnum'] } : setting.style;
    const lines = setParagraph(context, cells[column] ?? [], {
      style: isHeader ? toItalic(own) : own,
      measurePt: widthPt,
      alignment,
      firstIndentPt: 0,
      hyphenationLanguage: setting.language,
    });
    const cell = childElement(isHeader ? 'TH' : 'TD', row);
    lines.forEach((line, index) => {
      const shifted = ofCell(shiftLine(line, leftPt), cell);
      const beside = rows[index];
      rows[index] =
        beside === undefined
          ? { line: shifted, cellCount: 1 }
          : { line: joinCells(beside.line, shifted), cellCount: beside.cellCount + 1 };
    });
  });
  return rows.map(({ line }, index) => {
    // Below a word that the line divides, its rest stands alone or behind other cells.
    const isRestNext = rows[index + 1]?.cellCount === 1;
    return isRestNext ? line : endInSpace(line);
  });
}

function ofCell(line: SetLine, part: ElementNode): SetLine {
  return { ...line, runs: line.runs.map(run => ({ ...run, part })) };
}

function joinCells(left: SetLine, right: SetLine): SetLine {
  return { ...right, runs: [...endInSpace(left).runs, ...right.runs] };
}

/** A line that ends inside a word has no space at its end: without one, copied text would glue it to another cell's. */
function endInSpace(line: SetLine): SetLine {
  const last = line.runs.at(-1);
  if (last === undefined || last.text.endsWith(' ')) return line;
  const text = line.endsInSoftHyphen ? `${last.text.slice(0, -1)}\u00ad` : last.text;
  return { ...line, endsInSoftHyphen: false, runs: [...line.runs.slice(0, -1), { ...last, text: `${text} ` }] };
}
