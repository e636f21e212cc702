import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { mergeReports } from '../../src/shelf/mergeReports.ts';
import { parseReport } from '../../src/shelf/parseReport.ts';
import { type JudgedBook, reportShelf, type ShelfReport } from '../../src/shelf/shelfReport.ts';
import { bookReport, failedBook, warning } from './bookReports.ts';

function shardReport(books: readonly JudgedBook[], index: number, of: number, version = '1.0.0'): ShelfReport {
  return reportShelf(books, { diagnostics: [], version, shard: { index, of }, isStrict: false });
}

const named = (...reports: readonly ShelfReport[]) =>
  reports.map((report, index) => ({ path: `${String.fromCharCode(97 + index)}.json`, report }));

describe('joining reports', () => {
  it('gives the report of the whole shelf, however it was parted', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z/é燈]{1,8}$/), { maxLength: 20 });
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 5 }), fc.array(fc.nat()), (all, of, places) => {
        const books = all.toSorted().map((id, index) => (index % 4 === 3 ? failedBook(id) : bookReport(id)));
        const shardOf = (index: number) => ((places[index] ?? 0) % of) + 1;
        const parts = Array.from({ length: of }, (_, part) =>
          shardReport(
            books.filter((_book, index) => shardOf(index) === part + 1),
            part + 1,
            of,
          ),
        );
        const sorted = books.toSorted((left, right) => (left.id < right.id ? -1 : 1));
        const whole = reportShelf(sorted, { diagnostics: [], version: '1.0.0', isStrict: false });
        expect(mergeReports(named(...parts.toReversed()))).toEqual(whole);
      }),
    );
  });

  it('fails for a shard that is missing, and says which', () => {
    const merged = mergeReports(named(shardReport([bookReport('a')], 1, 4), shardReport([], 3, 4)));
    expect(merged).toMatchObject({ ok: false, totals: { books: 1, failed: 0 } });
    expect(merged.diagnostics.map(({ message }) => message)).toEqual(['The report of shards 2 and 4 of 4 is missing.']);
  });

  it('keeps what a strict build found wanting', () => {
    const { stories } = bookReport('a');
    const strict = bookReport('a', { ok: false, stories: stories.map(story => ({ ...story, diagnostics: [warning('a')] })) }); // prettier-ignore
    expect(mergeReports(named(shardReport([strict], 1, 1)))).toMatchObject({ ok: false, totals: { failed: 1, warnings: 1 } }); // prettier-ignore
  });

  it.each([
    ['a shard twice', [shardReport([], 2, 3), shardReport([], 2, 3)], 'a.json and b.json are both of shard 2 of 3.'],
    ['shards of two sets', [shardReport([], 1, 3), shardReport([], 2, 4)], 'a.json is of 3 shards and b.json of 4.'],
    ['two versions', [shardReport([], 1, 2), shardReport([], 2, 2, '1.1.0')], 'a.json is of version 1.0.0 and b.json of 1.1.0.'],
    ['a book twice', [shardReport([bookReport('a')], 1, 2), shardReport([bookReport('a')], 2, 2)], 'a is a book of a.json and of b.json.'],
  ])('refuses %s', (_, reports, message) => {
    expect(() => mergeReports(named(...reports))).toThrow(message);
  }); // prettier-ignore
});

describe('reading a report', () => {
  const report = shardReport([bookReport('a'), failedBook('b')], 1, 2);

  it('takes a report, or the last line of what was printed', () => {
    expect(parseReport(JSON.stringify(report, null, 2), 'a.json')).toEqual(report);
    const lines = [{ type: 'bookStarted', id: 'a "report"' }, { type: 'report', report }].map(line => JSON.stringify(line)); // prettier-ignore
    expect(parseReport(`${lines.join('\n')}\n`, 'a.log')).toEqual(report);
    expect(parseReport(`${lines[1] ?? ''}\n`, 'a.log')).toEqual(report);
  });

  it.each([
    ['nothing', '', 'a.json cannot be used: it holds no report; a build may have been interrupted.'],
    ['a log that was cut off', '{"type":"bookStarted","id":"a"}\n{"type":"rep', 'it holds no report'],
    ['another schema', '{"schema":"fascicle/check@1"}', 'its schema is "fascicle/check@1"; "fascicle/shelf@1" was expected.'],
    ['the report of one build', '{"schema":"fascicle/report@1","ok":true}', 'it is the report of a single build and not of a shelf.'],
    ['a book without files', JSON.stringify({ ...report, books: [{ ...report.books[0], files: 3 }] }), 'it is damaged at "books.0.files".'],
    ['a number', '7', 'it is damaged.'],
  ])('refuses %s in one sentence', (_, text, message) => {
    expect(() => parseReport(text, 'a.json')).toThrow(message);
  }); // prettier-ignore
});
