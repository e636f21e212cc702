import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStory } from '../../src/compile/readStory.ts';
import { processorTime } from '../support/processorTime.ts';
import { CompileError } from '../../src/diagnostics/compileError.ts';
import type { NormalizedStory } from '../../src/normalize/normalizedStory.ts';
import { headingLetters, ledgerFaults, lettersOf, storyLetters } from '../normalize/ledger.ts';

const fragment = fc.oneof(
  fc.constantFrom(
    '<p>', '</p>', '<br>', '<br/><br>', '<hr>', '<div>', '</div>', '<b>', '</b>', '<i>', '</i>', '<em>lamp', '<span style="font-style:italic">', '</span>', '\n', '\n\n',
    '<table>', '<tr>', '<td>', '</table>', '<th>', '<ul>', '<li>', '</ul>', '<ol start=x>', '<blockquote>', '</blockquote>', '<pre>', '</pre>', '<h1>', '</h1>', '<h2>', '<center>', '<a href="javascript:x">',
    '<a href="https://example.org">', '</a>', '<script>', '</script>', '<style>', '</style>', '<!--', '-->', '<title>', '</title>', '<select><option>', '</select>', '<textarea>', '<svg>', '<math>', '<template>', '</template>',
    '<noscript>', '<iframe>', '<frameset>', '<img alt="***">', '<img alt="a lamp">', '<grin>', '<o:p>', '&nbsp;', '&amp;', '&#x1F600;', '\u200b', '***', 'Chapter 1', 'A/N: hello', 'by Nell', '<body>', '</body>', '</html>', '<form>', '<nav>', '<article>', '<div id=preface>', '<div id=chapters class=userstuff>', '<div id=storytext>', '<p hidden>',
  ),
  fc.lorem({ maxCount: 5 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
); // prettier-ignore
const page = fc.array(fragment, { minLength: 1, maxLength: 40 }).map(parts => parts.join(''));

function read(html: string): NormalizedStory | null {
  try {
    return readStory([{ path: 'page.html', bytes: new TextEncoder().encode(html) }]);
  } catch (error) {
    expect(error).toBeInstanceOf(CompileError);
    return null;
  }
}

describe('reading any page', () => {
  it('accounts for every line exactly once, and throws at nothing', () => {
    fc.assert(
      fc.property(fc.oneof(page, fc.string({ unit: 'binary', maxLength: 200 })), html => {
        const story = read(html);
        expect(story === null ? [] : ledgerFaults(story)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no word, and keeps their order', () => {
    const word = fc.constantFrom('salt', 'lamp', 'river', 'quay', 'moth');
    const tag = fc.constantFrom('p', 'div', 'b', 'i', 'span', 'center', 'font', 'blockquote', 'ul', 'li', 'table', 'td', 'tr', 'h2', 'pre', 'em'); // prettier-ignore
    const part = fc.oneof(
      word,
      tag.map(name => `<${name}>`),
      tag.map(name => `</${name}>`),
      fc.constantFrom('<br>', ' ', '\n'),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), parts => {
        const html = parts.join(' ');
        const story = read(html);
        if (story === null) return;
        const words = lettersOf(html.replace(/<[^>]*>/g, ''));
        const kept = storyLetters(story) + headingLetters(story) + lettersOf(story.title?.text ?? '');
        // A heading that is said again is left out, and listed.
        const removed = story.evidence.removed.map(({ text }) => lettersOf(text)).join('');
        expect([...(kept + removed)].sort().join('')).toBe([...words].sort().join(''));
      }),
      { numRuns: 500 },
    );
  });
});

describe('what of a page never reaches a book', () => {
  it.each([
    '<script>SECRET</script>',
    '<style>SECRET{}</style>',
    '<p onclick="SECRET()">x</p>',
    '<a href="javascript:SECRET">x</a>',
    '<a href=" jAvAscript:SECRET">x</a>',
    '<a href="data:text/html,SECRET">x</a>',
    '<a href="https://example.org/\nSECRET">x</a>',
    '<iframe src="SECRET">SECRET</iframe>',
    '<object data="SECRET">SECRET</object>',
    '<svg><text>SECRET</text></svg>',
    '<template>SECRET</template>',
    '<noscript>SECRET</noscript>',
    '<p style="background:url(SECRET)">x</p>',
    '<img src="x.png" alt="A lamp" onerror="SECRET()" title="SECRET" srcset="SECRET 2x">',
    '<form><input value="SECRET"><textarea>SECRET</textarea></form>',
    '<!-- SECRET -->',
    '<p hidden>SECRET</p>',
    '<![CDATA[SECRET]]>',
    '<math><annotation-xml encoding="text/html"><script>SECRET</script></annotation-xml></math>',
    '<svg><foreignObject><p>SECRET</p></foreignObject></svg>',
  ])('%s', html => {
    for (const path of ['page.html', 'page.md']) {
      const text = path.endsWith('md') ? `The lamp.\n\n${html}\n` : `<p>The lamp.</p>${html}`;
      const { chapters, frontMatter, backMatter } = readStory([{ path, bytes: new TextEncoder().encode(text) }]);
      expect(JSON.stringify([chapters, frontMatter, backMatter])).not.toContain('SECRET');
    }
  });
});

/** What a page may take, in milliseconds of the processor. */
const hostileLimitMs = 10_000;

function readingTime(html: string): number {
  const bytes = new TextEncoder().encode(html);
  return processorTime(() => void readStory([{ path: 'hostile.html', bytes }]));
}

const filled = (unit: string, size: number) => `${unit.repeat(Math.ceil(size / unit.length))}end`;

describe('time', () => {
  it.each(['<div>', '<b>', '<table>', '<', '&', '<!--', ' ', '<svg>', '<select>', '<style>a{'])('is short for a megabyte of %s', unit => {
    expect(readingTime(filled(unit, 1_000_000))).toBeLessThan(hostileLimitMs);
  }, 60_000); // prettier-ignore

  it.each([
    '<p><b>', '<a>', '<li>', '<ul>', '<blockquote>', '<br>', '<td>', '<font size=1>', '<i><p>', '<pre>', '<span class=a>', '<style>', '<hr>', '&nbsp;', '<div class="nav a">x', '<h2>x', '<article>', '<form>x', '<grin>', 'x<br>', '<figure>', '<figure>x', '<img src=x>',
  ])('is short for 300 kB of %s', unit => {
    expect(readingTime(filled(unit, 300_000))).toBeLessThan(hostileLimitMs);
  }, 60_000); // prettier-ignore

  it('is short for formatting that is never closed, each with a style of its own', () => {
    let html = '';
    for (let index = 0; html.length < 1_000_000; index++) html += `<div><b class=c${index}>x</div>`;
    expect(readingTime(html)).toBeLessThan(hostileLimitMs);
  }, 60_000);
});
