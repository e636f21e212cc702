import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalsLine } from '../../src/cli/printShelf.ts';
import { groupFindings } from '../../src/cli/shelfFindings.ts';
import { lineOf, setTable } from '../../src/cli/shelfTable.ts';
import { widthOf } from '../../src/cli/textWidth.ts';
import { reportShelf } from '../../src/shelf/shelfReport.ts';
import { bookReport, failedBook, warning } from '../shelf/bookReports.ts';

const names = [
  'letters/ash.txt',
  '燈台守の長い長い物語.md',
  'a🦊b👩‍👩‍👧.md',
  'e\u0301te\u0301.txt',
  'a name\nof two \u001b[31mlines',
  `${'long '.repeat(30)}name.txt`,
];
const books = names.map((id, index) => (index === 2 ? failedBook(id) : bookReport(id))); // prettier-ignore

const tableAt = (width: number) => setTable(books, width).map(({ cells }) => cells);

describe('the table of books', () => {
  it('has what a person wants, aligned', () => {
    const [heading = [], ...rows] = tableAt(79);
    expect(heading.map(cell => cell.trim())).toEqual(['Book', 'Status', 'Files', 'Words']);
    expect(rows[0]?.map(cell => cell.trim())).toEqual(['letters/ash.txt', 'built', 'epub 41 kB', '1,200']);
    expect(rows[2]?.[1]?.trim()).toBe('failed');
    expect(rows[4]?.[0]).toContain('a name·of two ·[31mlines');
    expect(rows[5]?.[0]).toMatch(/^long long.*….*name\.txt/);
  });

  it.each([79, 60, 39, 24])('keeps to %i columns, every cell as wide as those above it', width => {
    const rows = tableAt(width);
    for (const cells of rows) {
      expect(cells.map(widthOf)).toEqual(rows[0]?.map(widthOf));
      expect(widthOf(lineOf(cells))).toBeLessThanOrEqual(width);
    }
  });

  it('keeps to its width whatever books are called', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), fc.integer({ min: 20, max: 120 }), (ids, width) => {
        for (const { cells } of setTable(ids.map(id => bookReport(id)), width)) expect(widthOf(lineOf(cells))).toBeLessThanOrEqual(width);
      }),
    );
  }); // prettier-ignore
});

describe('the totals', () => {
  it('tell of every book once', () => {
    const mixed = [...books, bookReport('same.txt', { status: 'unchanged' }), bookReport('kept.txt', { status: 'restored' })]; // prettier-ignore
    const { totals } = reportShelf(mixed, { diagnostics: [], isStrict: false });
    expect(totalsLine(totals, 41_300)).toBe('8 books: 5 built, 1 restored, 1 unchanged, 1 failed; 7 files, 287 kB, 8,400 words; 41 s.'); // prettier-ignore
    expect(totalsLine(reportShelf([], { diagnostics: [], isStrict: false }).totals, null)).toBe('0 books; no file.');
  });
});

describe('what was found in many books', () => {
  const warned = (id: string, status: 'built' | 'unchanged') => bookReport(id, { status, diagnostics: [warning(id)] });
  const usual = { quiet: false, strict: false, verbose: false };
  const many = Array.from({ length: 37 }, (_, index) => warned(`${index}.txt`, 'built'));

  it('is summed up, and errors come first', () => {
    const groups = groupFindings([...many, failedBook('empty.txt')], usual);
    expect(groups.map(({ findings, books: of }) => [findings.length, findings[0]?.severity, of])).toEqual([[1, 'error', null], [1, 'warning', 37]]); // prettier-ignore
    expect(groupFindings(many.slice(0, 3), usual)[0]?.findings).toHaveLength(3);
    expect(groupFindings(many, { ...usual, verbose: true })[0]?.findings).toHaveLength(37);
  });

  it('is not told again of books that are unchanged, unless it fails the build', () => {
    const same = [warned('same.txt', 'unchanged')];
    expect(groupFindings(same, usual)).toEqual([]);
    expect(groupFindings(same, { ...usual, verbose: true })).toHaveLength(1);
    expect(groupFindings(same, { ...usual, quiet: true, strict: true })).toHaveLength(1);
    expect(groupFindings(many, { ...usual, quiet: true })).toEqual([]);
  });
});
