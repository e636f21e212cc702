import { describe, expect, it } from 'vitest';
import { readStory } from '../../src/compile/readStory.ts';
import { processorTime } from '../support/processorTime.ts';

/** What reading a text takes, in milliseconds: the least of several times, since noise only ever adds. */
function readingTime(text: string, path: string): number {
  const bytes = new TextEncoder().encode(text);
  return Math.min(...[1, 2, 3, 4].map(() => processorTime(() => void readStory([{ path, bytes }]))));
}

const prose =
  '"I know," she said -- and waited... for *him*, or _one_ of his.\n\nChapter 3: The Jar\n\n***\n\nA/N: Thanks!\n\n';

/** What twice the text may take: twice the time, and a little for what the collector of garbage does when it likes. */
const doublingRatio = 2.2;
const noiseMs = 100;

/** The longest that 300 kB of anything may take, in milliseconds; what a hostile text costs grows with its square. */
const hostileLimitMs = 5000;

const size = 300_000;
const filled = (unit: string) => unit.repeat(Math.ceil(size / unit.length));

describe('time', () => {
  it.each(['story.txt', 'story.md', 'story.html'])('grows with the length of the text and no faster: %s', path => {
    const single = readingTime(prose.repeat(3000), path);
    const double = readingTime(prose.repeat(6000), path);
    expect(double).toBeLessThan(single * doublingRatio + noiseMs);
  });

  it.each(
    ['*', '"', ' ', '\t', 'Chapter ', 'Chapter 1\n\n', '_', '- ', '_a_b ', '*a ', '> ', '1. ', '[', '![', '`a ', '<b>', '<a ', '&a', '|a', '. ', 'a-\n', 'A/N: x\n\n', '***\n\n', '~~a ', 'A/N: ', 'Rating: PG ', 'by ', 'n@a.b ', '© 1999 ', '1. A ', 'Nell: Thanks!\n\n', 'Notes ', 'X-A: b\n', 'End of Project Gutenberg ', 'Next | ', 'The End ', '!', 'a!', 'a*', '(', '(A/N ', '<', '&', '>', '<!-- ', '[i]', '<i>', "'", '`', ',,a ', '/a/ ', '@', 'a@', 'www.', '...', ':', 'a<br>'].flatMap(
      unit => ['txt', 'md', 'html'].map(format => ({ unit, format })),
    ),
  )('is short for 300 kB of $unit as $format', ({ unit, format }) => {
    const bytes = new TextEncoder().encode(`${filled(unit)}\nend`);
    expect(processorTime(() => void readStory([{ path: `hostile.${format}`, bytes }]))).toBeLessThan(hostileLimitMs);
  }); // prettier-ignore

  it.each(['txt', 'md', 'html'])('bears one line of ten megabytes as %s', format => {
    const bytes = new TextEncoder().encode('“The lamp,” he said, “is *not* lit.” '.repeat(250_000));
    const story = readStory([{ path: `long.${format}`, bytes }]);
    expect(story.chapters[0]?.body).toHaveLength(1);
  });

  it.each([
    ['txt', 'Chapter '],
    ['md', '# Chapter '],
  ])('bears two hundred thousand headings as %s', (format, mark) => {
    const headings = Array.from({ length: 200_000 }, (_, index) => `${mark}${index + 1}\n\nIt was late.\n`);
    const bytes = new TextEncoder().encode(headings.join('\n'));
    expect(readStory([{ path: `headings.${format}`, bytes }]).chapters.length).toBeGreaterThan(9000);
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
