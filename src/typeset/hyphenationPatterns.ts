import { createRequire } from 'node:module';

/** Puts a soft hyphen (U+00AD) wherever a lower-case word may be divided. */
export type HyphenateWord = (word: string) => string;

const require = createRequire(import.meta.url);
const loaded = new Map<string, HyphenateWord>();

/**
 * Loads the TeX patterns of a language, `en-us`, the first time they are asked for: German alone is 0.7 MB.
 * The names are the files of the package `hyphen`.
 */
export function loadHyphenationPatterns(name: string): HyphenateWord {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const createHyphenator: unknown = require('hyphen/hyphen.js');
  if (!isFunction(createHyphenator)) throw new TypeError('the package hyphen exports no function');
  const patterns: unknown = require(`hyphen/patterns/${name}.js`);
  const hyphenate: unknown = createHyphenator(patterns, { html: false, minWordLength: 4 });
  if (!isFunction(hyphenate)) throw new TypeError('the package hyphen makes no function');
  const hyphenateWord: HyphenateWord = word => String(hyphenate(word));
  loaded.set(name, hyphenateWord);
  return hyphenateWord;
}

function isFunction(value: unknown): value is (...values: readonly unknown[]) => unknown {
  return typeof value === 'function';
}
