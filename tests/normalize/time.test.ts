import { describe, expect, it } from 'vitest';
import { readStory } from '../../src/compile/readStory.ts';

/** What reading a text takes, in milliseconds: the least of three times, since a shared machine only ever adds. */
function readingTime(text: string, path: string): number {
  const bytes = new TextEncoder().encode(text);
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    readStory([{ path, bytes }]);
    return performance.now() - start;
  });
  return Math.min(...times);
}

const prose =
  '"I know," she said -- and waited... for *him*, or _one_ of his.\n\nChapter 3: The Jar\n\n***\n\nA/N: Thanks!\n\n';

/** A machine that others use as well may take this much longer than it should, in milliseconds. */
const noiseMs = 150;

/** The longest that 300 kB of anything may take, in milliseconds; what a hostile text costs grows with its square. */
const hostileLimitMs = 5000;

const size = 300_000;
const filled = (unit: string) => unit.repeat(Math.ceil(size / unit.length));

describe('time', () => {
  it.each(['story.txt', 'story.md'])('grows with the length of the text and no faster: %s', path => {
    const single = readingTime(prose.repeat(3000), path);
    const double = readingTime(prose.repeat(6000), path);
    expect(double).toBeLessThan(single * 3 + noiseMs);
  });

  it.each(
    ['*', '"', ' ', '\t', 'Chapter ', 'Chapter 1\n\n', '_', '- ', '_a_b ', '*a ', '> ', '1. ', '[', '![', '`a ', '<b>', '<a ', '&a', '|a', '. ', 'a-\n', 'A/N: x\n\n', 'A/N: ', 'Rating: PG ', 'by ', 'n@a.b ', '© 1999 ', '1. A ', 'Nell: Thanks!\n\n', 'Notes ', 'X-A: b\n', 'End of Project Gutenberg ', 'Next | ', 'The End ', '***\n\n', '~~a '].flatMap(
      unit => ['txt', 'md'].map(format => ({ unit, format })),
    ),
  )('is short for 300 kB of $unit as $format', ({ unit, format }) => {
    const start = performance.now();
    try {
      readStory([{ path: `hostile.${format}`, bytes: new TextEncoder().encode(`${filled(unit)}\nend`) }]);
    } finally {
      expect(performance.now() - start).toBeLessThan(hostileLimitMs);
    }
  }); // prettier-ignore

  it.each(['txt', 'md'])('is short for one line of a megabyte as %s', format => {
    const bytes = new TextEncoder().encode('“The lamp,” he said, “is *not* lit.” '.repeat(25_000));
    const start = performance.now();
    const story = readStory([{ path: `long.${format}`, bytes }]);
    expect(performance.now() - start).toBeLessThan(hostileLimitMs);
    expect(story.chapters[0]?.body).toHaveLength(1);
  });

  it.each([
    ['block quotes', '> '.repeat(5000)],
    ['lists', '- '.repeat(1500)],
    ['emphasis', '*a **b '.repeat(3000) + ' c** d*'.repeat(3000)],
    ['links', '['.repeat(2000) + 'a' + '](b)'.repeat(2000)],
    ['elements', '<b>'.repeat(20_000)],
  ])('has no nesting of %s that Markdown could not bear', (_, nested) => {
    const bytes = new TextEncoder().encode(`${nested}lamp`);
    expect(JSON.stringify(readStory([{ path: 'nested.md', bytes }]).chapters)).toContain('lamp');
  });
});
