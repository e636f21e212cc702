import { isRightToLeft } from '../text/writingDirection.ts';
import type { BlockSetter } from './blockSetter.ts';
import { childElement } from './childElement.ts';
import type { Inline, Table } from '../book/tree.ts';
import { type SetLine, roundPt } from './composeLine.ts';
import type { ElementNode, Galley, GalleyRule } from './galley.ts';
import { splitInlines } from './inlineWords.ts';
import { setParagraph, shiftLine } from './setParagraph.ts';
import type { TextSetting } from './textSetting.ts';
import { toItalic } from './textStyle.ts';
import type { TypesetContext } from './typesetContext.ts';

type Cells = readonly (readonly Inline[])[];

/** The gap between two columns, in ems. */
const columnGapEm = 1.2;
/** No column is squeezed below this, in ems. */
const narrowestColumnEm = 3;

/** Sets a table: columns as wide as their share of the words asks for, a thin rule below the head and around the whole. */
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
  const widths = columnWidths(context, rows, setting);
  const element = childElement('Table', parent, table.lang);
  galley.addSpace(setting.leadingPt / 2);
  rows.forEach((cells, index) => {
    const isHeader = index === 0 && table.header.length > 0;
    const lines = setRow(context, cells, widths, setting, isHeader);
    const rule = horizontalRule(setting, -setting.leadingPt * 0.3);
    const above = horizontalRule(setting, setting.leadingPt * 0.85);
    const isLastRow = index === rows.length - 1;
    const rules = lines.map((_, line) => [
      ...(index === 0 && line === 0 ? [above] : []),
      ...((isHeader || isLastRow) && line === lines.length - 1 ? [rule] : []),
    ]);
    galley.addBlock({
      lines,
      leftPt: setting.leftPt,
      heightPt: setting.leadingPt,
      element,
      rules,
      keepsWithNext: isHeader,
    });
  });
  galley.addSpace(setting.leadingPt / 2);
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

function horizontalRule(setting: TextSetting, abovePt: number): GalleyRule {
  return {
    leftPt: setting.leftPt,
    rightPt: setting.leftPt + setting.measurePt,
    abovePt,
    thicknessPt: 0.4,
    isDotted: false,
  };
}

function columnWidths(context: TypesetContext, rows: readonly Cells[], setting: TextSetting): number[] {
  const columnCount = Math.max(1, ...rows.map(cells => cells.length));
  const emPt = setting.style.sizePt;
  const roomPt = setting.measurePt - (columnCount - 1) * columnGapEm * emPt;
  const natural = Array.from({ length: columnCount }, (_, column) =>
    Math.max(narrowestColumnEm * emPt, ...rows.map(cells => naturalWidth(context, cells[column] ?? [], setting))),
  );
  const sum = natural.reduce((total, widthPt) => total + widthPt, 0);
  if (sum <= roomPt) return natural;
  // The root tames a column of long prose beside columns of single words.
  const shares = natural.map(widthPt => Math.sqrt(widthPt));
  const shareSum = shares.reduce((total, share) => total + share, 0);
  return shares.map(share => (roomPt * share) / shareSum);
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
  widths: readonly number[],
  setting: TextSetting,
  isHeader: boolean,
): SetLine[] {
  const rows: { line: SetLine; cellCount: number }[] = [];
  const isTurned = isRightToLeft(setting.language);
  let leftPt = 0;
  widths.forEach((measurePt, column) => {
    const style = isHeader ? toItalic(setting.style) : setting.style;
    const lines = setParagraph(context, cells[column] ?? [], {
      style,
      measurePt,
      alignment: 'left',
      firstIndentPt: 0,
      hyphenationLanguage: setting.language,
    });
    lines.forEach((line, index) => {
      // A table that is read from right to left begins with its right column.
      const shifted = shiftLine(line, isTurned ? setting.measurePt - leftPt - measurePt : leftPt);
      const beside = rows[index];
      rows[index] =
        beside === undefined
          ? { line: shifted, cellCount: 1 }
          : { line: joinCells(beside.line, shifted), cellCount: beside.cellCount + 1 };
    });
    leftPt = roundPt(leftPt + measurePt + columnGapEm * setting.style.sizePt);
  });
  return rows.map(({ line }, index) => {
    // Below a word that the line divides, its rest stands alone or behind other cells.
    const isRestNext = rows[index + 1]?.cellCount === 1;
    return isRestNext ? line : endInSpace(line);
  });
}

function joinCells(left: SetLine, right: SetLine): SetLine {
  return { ...right, runs: [...endInSpace(left).runs, ...right.runs] };
}

/** A line that ends inside a word has no space at its end: without one, copied text would glue it to another cell's. */
function endInSpace(line: SetLine): SetLine {
  const last = line.runs.at(-1);
  if (last === undefined || last.text.endsWith(' ')) return line;
  return { ...line, endsInSoftHyphen: false, runs: [...line.runs.slice(0, -1), { ...last, text: `${last.text} ` }] };
}
