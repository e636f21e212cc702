import { createRequire } from 'node:module';

/** Offsets (UTF-16) inside a text where a line may end by UAX 14 (https://www.unicode.org/reports/tr14/), ascending. */
export type LineBreakRules = (text: string) => readonly number[];

const require = createRequire(import.meta.url);
let loaded: LineBreakRules | null = null;

/** Loads the rules as @cto.af/linebreak has them when the first words beyond the alphabets are met. */
export function loadLineBreakRules(): LineBreakRules {
  if (loaded !== null) return loaded;
  const library: unknown = require('@cto.af/linebreak');
  if (!isRecord(library) || !isConstructor(library.Rules)) throw new TypeError('@cto.af/linebreak has no rules');
  const rules: unknown = new library.Rules({});
  if (!hasBreaks(rules)) throw new TypeError('@cto.af/linebreak finds no breaks');
  loaded = text => {
    const offsets: number[] = [];
    for (const found of rules.breaks(text)) {
      const position = isRecord(found) ? found.position : undefined;
      if (typeof position === 'number' && position > 0 && position < text.length) offsets.push(position);
    }
    return offsets;
  };
  return loaded;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isConstructor(value: unknown): value is new (options: object) => unknown {
  return typeof value === 'function';
}

function hasBreaks(value: unknown): value is { readonly breaks: (text: string) => Iterable<unknown> } {
  return isRecord(value) && typeof value.breaks === 'function';
}
