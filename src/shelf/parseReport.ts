import * as v from 'valibot';
import { CompileError } from '../diagnostics/compileError.ts';
import type { ShelfReport } from './shelfReport.ts';

/** What is counted and shown of a report; whatever else it holds is kept as it is. */
const diagnostics = v.array(
  v.looseObject({ code: v.string(), severity: v.picklist(['error', 'warning', 'info']), message: v.string() }),
);

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const bookParts = {
  stories: v.array(v.looseObject({ files: v.array(v.string()), words: count, diagnostics })),
  failedStories: v.array(v.looseObject({ files: v.array(v.string()), diagnostics })),
  files: v.array(
    v.looseObject({ path: v.string(), kind: v.string(), bytes: count, pages: v.nullable(count), diagnostics }),
  ),
  failedFiles: v.array(v.looseObject({ fileName: v.string(), diagnostics })),
  diagnostics,
};

const shelfSchema = v.looseObject({
  schema: v.literal('fascicle/shelf@1'),
  ok: v.boolean(),
  version: v.optional(v.string()),
  shard: v.optional(v.pipe(v.looseObject({ index: count, of: count }), v.check(({ index, of }) => index >= 1 && index <= of))), // prettier-ignore
  totals: v.looseObject({ books: count, failed: count, leftOut: count }),
  books: v.array(
    v.looseObject({
      id: v.string(),
      ok: v.boolean(),
      status: v.picklist(['built', 'restored', 'unchanged', 'failed']),
      ...bookParts,
    }),
  ),
  diagnostics,
});

/**
 * Reads the report of a shelf: a report itself, as `--report` writes it, or the lines that `--json` printed, whose last holds
 * it.
 * @param path how the file is named in messages
 * @throws CompileError `report/unreadable`
 */
export function parseReport(text: string, path: string): ShelfReport {
  const value = reportIn(text);
  if (value === undefined) throw unreadable(path, 'it holds no report; a build may have been interrupted');
  if (isRecord(value) && value.schema === 'fascicle/report@1') {
    throw unreadable(path, 'it is the report of a single build and not of a shelf');
  }
  if (isRecord(value) && typeof value.schema === 'string' && value.schema !== 'fascicle/shelf@1') {
    throw unreadable(path, `its schema is "${value.schema}"; "fascicle/shelf@1" was expected`);
  }
  const checked = v.safeParse(shelfSchema, value);
  if (!checked.success) throw unreadable(path, `it is damaged${placeOf(checked.issues[0])}`);
  // The schema vouches for all that is counted; the rest is passed on as it is.
  return value as ShelfReport;
}

function reportIn(text: string): unknown {
  const whole = parsed(text);
  if (whole !== undefined) return isRecord(whole) && whole.type === 'report' ? whole.report : whole;
  for (const line of text.trimEnd().split('\n').toReversed()) {
    const event = line.includes('"report"') ? parsed(line) : undefined;
    if (isRecord(event) && event.type === 'report') return event.report;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** ` at "books.3.files"` */
function placeOf(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map(step => String(step.key)).join('.');
  return path === '' ? '' : ` at "${path}"`;
}

function unreadable(path: string, why: string): CompileError {
  return new CompileError('report/unreadable', `${path} cannot be used: ${why}.`, {
    hint: 'Name files that "fascicle build" wrote for a shelf, with --report or --json.',
    path,
  });
}
