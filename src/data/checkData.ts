import * as v from 'valibot';
import { nearestWord } from '../text/nearestWord.ts';

export type DataResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly string[] };

/** What to do about an unknown key that is known elsewhere; `null` when there is nothing to say. */
export type KeyAdvice = (key: string) => string | null;

/**
 * Checks a value against a schema and reports every problem at once: each with its path, unknown keys with the nearest
 * known one. Objects are described with `mapOf` or `v.object`; keys they do not name are refused here, all of them.
 */
export function checkData<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  advise: KeyAdvice = () => null,
  lineOf?: LineOf,
): DataResult<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, value);
  const problems = [
    ...(result.success ? [] : result.issues.map(issue => ({ path: stepsOf(issue), text: describeIssue(issue) }))),
    ...unknownKeys(schema, value, []).map(({ path, key, nearest }) => ({ path, text: describeUnknownKey(pathText(path), advise(key) ?? nearest) })),
  ]; // prettier-ignore
  if (result.success && problems.length === 0) return { ok: true, value: result.output };
  const placed = problems.map(({ path, text }) => ({ text, line: lineOf?.(path) ?? 0 }));
  placed.sort((left, right) => left.line - right.line);
  const described = placed.map(({ text, line }) => (line === 0 ? text : `line ${line}: ${text}`));
  return { ok: false, problems: [...new Set(described)] };
}

/** The line that a value stands on, by its path. */
export type LineOf = (path: Path) => number;

type Path = readonly (string | number)[];

function stepsOf(issue: v.BaseIssue<unknown>): Path {
  return (issue.path ?? []).map(step => (typeof step.key === 'number' ? step.key : String(step.key)));
}

/** `stories`, 1, `file` → `stories[2].file`. */
function pathText(path: Path): string {
  let text = '';
  for (const step of path) text = typeof step === 'number' ? `${text}[${step + 1}]` : text === '' ? step : `${text}.${step}`;
  return text;
} // prettier-ignore

function describeIssue(issue: v.BaseIssue<unknown>): string {
  const path = pathText(stepsOf(issue));
  const place = path === '' ? 'the file' : `"${path}"`;
  if (issue.received === 'undefined') return `${place} is missing`;
  const message = issue.message.startsWith('Invalid') ? `must be ${nameOfKind(issue.expected ?? '')}` : issue.message;
  // What a rule is about more than the kind of a value says, its message says already: of `9-4` that it is a list helps nobody.
  const isClear = issue.kind === 'validation' && (typeof issue.input === 'object' || issue.type === 'min_length');
  return isClear ? `${place} ${message}` : `${place} ${message}; it is ${nameOfKind(issue.received)}`;
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
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    default:
      return kind;
  }
}

interface UnknownKey {
  readonly path: Path;
  readonly key: string;
  /** A question that names the nearest known key. */
  readonly nearest: string | null;
}

/** The keys of a value, at any depth, that its schema does not name. */
function unknownKeys(schema: unknown, value: unknown, path: Path): UnknownKey[] {
  if (!isSchema(schema)) return [];
  if (schema.getter !== undefined) return unknownKeys(schema.getter(value), value, path);
  if (schema.wrapped !== undefined) return unknownKeys(schema.wrapped, value, path);
  if (schema.pipe?.[0] !== undefined && schema.pipe[0] !== schema) return unknownKeys(schema.pipe[0], value, path);
  if (schema.options !== undefined) {
    return unknownKeys(nearestOption(schema.options, value), value, path);
  }
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => unknownKeys(schema.item, item, [...path, index]));
  }
  if (schema.entries === undefined || !isRecord(value)) return [];
  const entries = schema.entries;
  return Object.entries(value).flatMap(([key, inner]) =>
    key in entries
      ? unknownKeys(entries[key], inner, [...path, key])
      : [{ path: [...path, key], key, nearest: didYouMean(nearestWord(key, Object.keys(entries))) }],
  );
}

function didYouMean(word: string | null): string | null {
  return word === null ? null : `did you mean "${word}"?`;
}

function describeUnknownKey(path: string, advice: string | null): string {
  return `"${path}" is not a known key${advice === null ? '' : `; ${advice}`}`;
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

/** The option of a union that a list or a map was meant to be: of several maps, the one that knows most of its keys. */
function nearestOption(options: readonly unknown[], value: unknown): unknown {
  const schemas = options.filter(isSchema);
  if (Array.isArray(value)) return schemas.find(option => option.item !== undefined);
  if (!isRecord(value)) return undefined;
  const knownKeys = ({ entries = {} }: SchemaView) => Object.keys(value).filter(key => key in entries).length;
  const [nearest] = schemas
    .filter(option => option.entries !== undefined)
    .toSorted((left, right) => knownKeys(right) - knownKeys(left));
  return nearest;
}
