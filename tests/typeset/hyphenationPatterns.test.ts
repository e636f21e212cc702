import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { loadHyphenationPatterns } from '../../src/typeset/hyphenationPatterns.ts';

const require = createRequire(import.meta.url);
const stories = new URL('../../stories/', import.meta.url);

/** The package's own way through its patterns: a soft hyphen wherever the word may be divided. */
function libraryHyphenator(name: string): (word: string) => string {
  const create = require('hyphen/hyphen.js') as (patterns: unknown, options: object) => (word: string) => string;
  return create(require(`hyphen/patterns/${name}.js`), { html: false, minWordLength: 1 });
}

/** Every word of our stories, the exceptions of American English among them, and some long ones. */
const words = new Set([
  ...readdirSync(stories)
    .filter(name => name.endsWith('.txt'))
    .flatMap(
      name =>
        readFileSync(new URL(name, stories), 'utf8')
          .toLowerCase()
          .match(/\p{L}+/gu) ?? [],
    ),
  ...['table', 'presents', 'reciprocity', 'donaudampfschifffahrt', 'превосходительство', 'a', 'ab'],
  'x'.repeat(300),
]);

describe('loadHyphenationPatterns', () => {
  it.each(['en-us', 'en-gb', 'de-1996', 'fr', 'ru', 'fi', 'hu'])('divides as the library does by %s', name => {
    const [divide, hyphenate] = [loadHyphenationPatterns(name), libraryHyphenator(name)];
    const differing = [...words].filter(word => {
      const offsets = [0, ...divide(word), word.length];
      const parts = offsets.slice(1).map((end, index) => word.slice(offsets[index], end));
      return parts.join('\u00ad') !== hyphenate(word);
    });
    expect(words.size).toBeGreaterThan(1500);
    expect(differing).toEqual([]);
  });
});
