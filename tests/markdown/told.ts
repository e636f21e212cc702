import type { Inline } from '../../src/book/tree.ts';

/** What of a story is the story: without places, evidence and ids; texts that touch are one. */
export function told(story: object): unknown {
  const left = new Set(['span', 'evidence', 'sources', 'confidence', 'origin', 'id']);
  return tell(JSON.parse(JSON.stringify(story, (key, value: unknown) => (left.has(key) ? undefined : value))));
}

function tell(value: unknown): unknown {
  if (Array.isArray(value)) return mergeTexts(value.map(each => tell(each)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tell(inner)]));
}

function mergeTexts(values: readonly unknown[]): unknown[] {
  const merged: unknown[] = [];
  for (const value of values) {
    const last = merged.at(-1);
    if (isText(value) && value.value === '') continue;
    if (isText(value) && isText(last)) merged[merged.length - 1] = { type: 'text', value: last.value + value.value };
    else merged.push(value);
  }
  return merged;
}

function isText(value: unknown): value is Extract<Inline, { type: 'text' }> {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'text';
}
