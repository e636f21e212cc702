import type { WrittenFile } from '../shelf/bookReport.ts';
import { bookFindings } from '../shelf/bookFindings.ts';
import type { JudgedBook } from '../shelf/shelfReport.ts';
import { describeSize } from './describeNumbers.ts';
import { printableLine } from './terminal.ts';
import { padded, shortened, widthOf } from './textWidth.ts';

/** A line of the table, in cells of equal width; its heading has no book. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly book: JudgedBook | null;
}

interface Column {
  readonly heading: string;
  readonly side: 'right' | 'left';
  readonly cellOf: (book: JudgedBook) => string;
}

const name: Column = { heading: 'Book', side: 'right', cellOf: ({ id }) => printableLine(id) };
const status: Column = { heading: 'Status', side: 'right', cellOf: book => (book.ok ? book.status : 'failed') };
const files: Column = { heading: 'Files', side: 'right', cellOf: book => book.files.map(describeFile).join(', ') };
const size: Column = { heading: 'Size', side: 'left', cellOf: book => describeSum(book.files) };
const pages: Column = { heading: 'Pages', side: 'left', cellOf: book => number(Math.max(0, ...book.files.map(file => file.pages ?? 0))) }; // prettier-ignore
const words: Column = { heading: 'Words', side: 'left', cellOf: book => number(book.stories.reduce((sum, story) => sum + story.words, 0)) }; // prettier-ignore
const warnings: Column = { heading: 'Warnings', side: 'left', cellOf: book => number(bookFindings(book).filter(({ severity }) => severity === 'warning').length) }; // prettier-ignore

/** What stands beside a book's name, the most first; a terminal gets what it has room for. */
const selections: readonly (readonly Column[])[] = [
  [status, files, pages, words, warnings],
  [status, size, pages, words, warnings],
  [status, size, words, warnings],
  [status, size, warnings],
  [status, size],
  [status],
];

const gap = '  ';

/** A name is not cut shorter than this while there are columns to leave out. */
const minName = 24;

/** Sets books in a table, its heading first, no line of it wider than `width`. */
export function setTable(books: readonly JudgedBook[], width: number): TableRow[] {
  const names = filledIn(name, books);
  const wanted = Math.min(minName, names.width);
  const filled = selections.map(columns => columns.map(column => filledIn(column, books)).filter(hasContent));
  const beside = filled.find(columns => width - widthBeside(columns) >= wanted) ?? filled.at(-1) ?? [];
  const nameWidth = Math.max(1, Math.min(names.width, width - widthBeside(beside)));
  const set = [{ ...names, width: nameWidth }, ...beside];
  const rowOf = (cellOf: (column: FilledColumn) => string) =>
    set.map(column => padded(shortened(cellOf(column), column.width), column.width, column.side));
  return [
    { book: null, cells: rowOf(column => column.heading) },
    ...books.map((book, index) => ({ book, cells: rowOf(column => column.cells[index] ?? '') })),
  ];
}

/** The cells of a row as one line. */
export function lineOf(cells: readonly string[]): string {
  return cells.join(gap).trimEnd();
}

interface FilledColumn extends Column {
  readonly cells: readonly string[];
  readonly width: number;
}

function filledIn(column: Column, books: readonly JudgedBook[]): FilledColumn {
  const cells = books.map(column.cellOf);
  const width = [column.heading, ...cells].reduce((widest, cell) => Math.max(widest, widthOf(cell)), 0);
  return { ...column, cells, width };
}

/** A column that is empty for every book tells nothing. */
function hasContent({ cells }: FilledColumn): boolean {
  return cells.some(cell => cell !== '');
}

function widthBeside(columns: readonly FilledColumn[]): number {
  return columns.reduce((sum, { width }) => sum + gap.length + width, 0);
}

/** `epub 41 kB` */
function describeFile({ kind, bytes }: WrittenFile): string {
  return `${kind} ${describeSize(bytes)}`;
}

function describeSum(made: readonly WrittenFile[]): string {
  return made.length === 0 ? '' : describeSize(made.reduce((sum, { bytes }) => sum + bytes, 0));
}

/** Nothing is left empty, so that what there is catches the eye. */
function number(value: number): string {
  return value === 0 ? '' : value.toLocaleString('en');
}
