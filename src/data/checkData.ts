import * as v from 'valibot';
import { nearestWord } from '../text/nearestWord.ts';

export type DataResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Checks a value against a schema and reports every problem at once: each with its path, unknown keys with the nearest
 * known one. Objects are described with `v.object`; keys it does not name are refused here, all of them.
 */
export function checkData<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): DataResult<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, value);
  const problems = [
    ...(result.success ? [] : result.issues.map(issue => describeIssue(issue))),
    ...unknownKeys(schema, value, ''),
  ];
  return result.success && problems.length === 0
    ? { ok: true, value: result.output }
    : { ok: false, problems: [...new Set(problems)] };
}

function describeIssue(issue: v.BaseIssue<unknown>): string {
  let path = '';
  for (const step of issue.path ?? []) path = joinPath(path, step.key);
  const place = path === '' ? 'the file' : `"${path}"`;
  if (issue.received === 'undefined') return `${place} is missing`;
  const message = issue.message.startsWith('Invalid') ? `must be ${nameOfKind(issue.expected ?? '')}` : issue.message;
  return `${place} ${message}; it is ${nameOfKind(issue.received)}`;
}

/** The kinds of values in the words of someone who writes YAML; a value itself stays as it is. */
function nameOfKind(kind: string): string {
  switch (kind) {
    case 'Object':
      return 'a map';
    case 'Array':
      return 'a list';
    case 'null':
      return 'empty';
    case 'string':
      return 'text';
    default:
      return kind;
  }
}

function joinPath(path: string, key: unknown): string {
  if (typeof key === 'number') return `${path}[${key + 1}]`;
  return path === '' ? String(key) : `${path}.${String(key)}`;
}

/** The keys of a value, at any depth, that its schema does not name. */
function unknownKeys(schema: unknown, value: unknown, path: string): string[] {
  if (!isSchema(schema)) return [];
  if (schema.getter !== undefined) return unknownKeys(schema.getter(value), value, path);
  if (schema.wrapped !== undefined) return unknownKeys(schema.wrapped, value, path);
  if (schema.pipe?.[0] !== undefined && schema.pipe[0] !== schema) return unknownKeys(schema.pipe[0], value, path);
  if (schema.options !== undefined) {
    const option = schema.options.find(candidate => isSchema(candidate) && fits(candidate, value));
    return unknownKeys(option, value, path);
  }
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => unknownKeys(schema.item, item, joinPath(path, index)));
  }
  if (schema.entries === undefined || !isRecord(value)) return [];
  const entries = schema.entries;
  return Object.entries(value).flatMap(([key, inner]) =>
    key in entries
      ? unknownKeys(entries[key], inner, joinPath(path, key))
      : [describeUnknownKey(joinPath(path, key), nearestWord(key, Object.keys(entries)))],
  );
}

function describeUnknownKey(path: string, nearest: string | null): string {
  return `"${path}" is not a known key${nearest === null ? '' : `; did you mean "${nearest}"?`}`;
}

/** What this walk reads of a valibot schema. */
interface SchemaView {
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly item?: unknown;
  readonly options?: readonly unknown[];
  readonly wrapped?: unknown;
  readonly getter?: (value: unknown) => unknown;
  readonly pipe?: readonly unknown[];
}

function isSchema(schema: unknown): schema is SchemaView {
  return isRecord(schema);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fits(schema: SchemaView, value: unknown): boolean {
  return Array.isArray(value) ? schema.item !== undefined : isRecord(value) && schema.entries !== undefined;
}
