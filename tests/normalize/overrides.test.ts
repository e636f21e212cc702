import { describe, expect, it } from 'vitest';
import { blockText, inlineText } from '../../src/book/plainText.ts';
import { readStory } from '../../src/compile/readStory.ts';
import type { NormalizedStory } from '../../src/normalize/normalizedStory.ts';
import type { Override } from '../../src/normalize/corrections/override.ts';
import { sha256Hex } from '../../src/source/digest.ts';
import { ledgerFaults } from './ledger.ts';

function read(
  text: string,
  overrides: readonly Override[],
  { path = 'lamp.txt', sha256 = null as string | null } = {},
) {
  const bytes = new TextEncoder().encode(text);
  const set = { origin: 'lamp.fascicle.yaml', about: path, sourceSha256: sha256, overrides };
  const story = readStory([{ path, bytes }], { overrides: [set] });
  expect(ledgerFaults(story)).toEqual([]);
  return story;
}

const bodies = (story: NormalizedStory) => story.chapters.map(chapter => blockText(chapter.body).split('\n'));
const kindsOf = (story: NormalizedStory) => story.chapters.map(({ body }) => body.map(block => block.type));
const codes = (story: NormalizedStory) => story.evidence.diagnostics.map(({ code }) => code);

const prose = [
  'The keeper climbed the stairs with the oil can and the cloth, and counted them as he had every night.',
  'There were ninety-one of them, and on the ninety-second, which was not there, he always put his foot down.',
  'Below him the tide came in over the causeway, and the village went to bed without a thought for the lamp.',
  'He trimmed the wick, and waited for the ship that had been promised for the spring.',
] as const;
const tale = prose.join('\n\n'); // lines 1, 3, 5, 7

describe('what the reader says of lines', () => {
  it('is what they are, surely and by the rule "override"', () => {
    const story = read(tale, [
      { lines: [1, 1], is: 'authorsNote' },
      { lines: [7, 7], is: 'removed', reason: 'advert' },
    ]);
    expect(story.frontMatter.map(section => [section.role, blockText(section.blocks)])).toEqual([
      ['authorsNote', prose[0]],
    ]);
    expect(bodies(story)).toEqual([[prose[1], prose[2]]]);
    expect(story.evidence.removed).toMatchObject([{ reason: 'advert', rule: 'override', confidence: 1 }]);
    expect(story.evidence.decisions.filter(({ rule }) => rule === 'override')).toHaveLength(2);
  });

  it('may be found by a text: a whole line, or how the only such line starts', () => {
    const story = read(tale, [
      { text: 'Below him the tide', is: 'summary' },
      { text: prose[3], is: 'removed' },
    ]);
    expect(bodies(story)).toEqual([[prose[0], prose[1]]]);
    expect(story.backMatter.map(({ role }) => role)).toEqual(['summary']);
  });

  it('puts a note where it stands: before the story, at a chapter’s head or foot, after the story', () => {
    const text = `First.\n\nChapter 1\n\nSecond.\n\n${prose[0]}\n\nThird.\n\nChapter 2\n\n${prose[1]}\n\n${prose[2]}\n\nFourth.`;
    const note = (words: string): Override => ({ text: words, is: 'authorsNote' });
    const story = read(text, ['First.', 'Second.', 'Third.', 'Fourth.'].map(note));
    const words = (sections: readonly { readonly blocks: Parameters<typeof blockText>[0] }[]) => sections.map(section => blockText(section.blocks)); // prettier-ignore
    expect(words(story.frontMatter)).toEqual(['First.']);
    expect(story.chapters.map(chapter => [words(chapter.openingNotes), words(chapter.closingNotes)])).toEqual([[['Second.'], ['Third.']], [[], []]]); // prettier-ignore
    expect(words(story.backMatter)).toEqual(['Fourth.']);
  });

  it('takes a title, a byline and fields from the lines it names', () => {
    const text = `${prose[0]}\n\nThe Long Watch\n\nwritten by Nell Ashgrove\n\nRated: PG\n\nWeather - foul\n\n${prose[1]}`;
    const story = read(text, [
      { lines: [1, 1], is: 'dedication' },
      { lines: [3, 3], is: 'title' },
      { lines: [5, 5], is: 'byline' },
      { lines: [7, 7], is: 'field' },
      { lines: [9, 9], is: 'field' },
    ]);
    expect(story.title).toMatchObject({ text: 'The Long Watch', confidence: 1 });
    expect(story.authors.map(author => author.text.name)).toEqual(['Nell Ashgrove']);
    expect(story.fields).toMatchObject([{ key: 'rating', value: 'PG' }]);
    expect(story.evidence.diagnostics).toMatchObject([{ code: 'overrides/no-match' }]);
    expect(story.evidence.diagnostics[0]?.message).toContain('line 9 names a field, and its line has no label');
  });

  it('refuses a chapter, and makes one of a line or before a line', () => {
    const text = `Chapter 1\n\n${prose[0]}\n\nChapter 2\n\n${prose[1]}\n\nThe Wick\n\n${prose[2]}\n\n${prose[3]}`;
    const story = read(text, [
      { text: 'Chapter 2', is: 'story' },
      { text: 'The Wick', is: 'chapter', number: 2 },
      { lines: [13, 13], before: 'chapter', number: 3, title: 'The Ship' },
    ]);
    expect(story.chapters.map(({ number, label, title }) => [number, label, title && inlineText(title)])).toEqual([
      [1, 'Chapter 1', null],
      [2, null, 'The Wick'],
      [3, null, 'The Ship'],
    ]);
    expect(bodies(story)).toEqual([[prose[0], 'Chapter 2', prose[1]], [prose[2]], [prose[3]]]);
  });

  it('adds a break before a line, and refuses one', () => {
    const text = `${prose[0]}\n\n***\n\n${prose[1]}\n\n${prose[2]}\n\n* * *\n\n${prose[3]}`;
    const story = read(text, [
      { lines: [5, 5], before: 'none' },
      { text: 'Below him', before: 'break' },
      { text: '* * *', is: 'story' },
    ]);
    expect(kindsOf(story)).toEqual([
      ['paragraph', 'paragraph', 'thematicBreak', 'paragraph', 'paragraph', 'paragraph'],
    ]);
    expect(bodies(story)[0]).toContain('* * *');
    expect(story.evidence.decisions).toMatchObject([
      { kind: 'separator' },
      { kind: 'break', rule: 'override' },
      { kind: 'body' },
    ]);
  });
});

const wrapped = [
  'It was a long line of prose that somebody had wrapped at seventy-two',
  'columns, or near enough to it, because that was the custom of the house,',
  'and nobody had ever thought of asking whether the custom was a good one,',
  'Please send word if you liked it, for the keeper of this page reads all,',
  'and then the prose went on as if nothing at all had been said meanwhile,',
  'until it came to the end of the paragraph and stopped there for a night.',
];

describe('a paragraph of several lines', () => {
  it('is split where a correction begins or ends inside it', () => {
    const story = read(wrapped.join('\n'), [{ lines: [4, 4], is: 'feedback' }]);
    expect(bodies(story)).toEqual([[wrapped.slice(0, 3).join(' '), wrapped.slice(4).join(' ')]]);
    expect(story.chapters[0]?.closingNotes.map(({ blocks }) => blockText(blocks))).toEqual([wrapped[3]]);
  });

  it('is split in Markdown with its emphasis kept', () => {
    const story = read('The *lamp\nwas lit* early\nthat night.', [{ lines: [2, 2], is: 'removed' }], {
      path: 'lamp.md',
    });
    expect(story.chapters[0]?.body).toMatchObject([
      { children: [{ value: 'The ' }, { type: 'emphasis', children: [{ value: 'lamp' }] }] },
      { children: [{ value: 'that night.' }] },
    ]);
  });

  it('of a list or a quotation stays together, and that is said', () => {
    const story = read('> The lamp\n> was lit.\n\nThat night.', [{ lines: [2, 2], is: 'epigraph' }], {
      path: 'lamp.md',
    });
    expect(codes(story)).toEqual(['overrides/cuts-paragraph']);
    expect(story.frontMatter.map(({ blocks }) => blockText(blocks))).toEqual(['The lamp was lit.']);
  });

  it('is meant whole by how it starts', () => {
    const story = read(`${wrapped.join('\n')}\n\n${wrapped.join('\n')} End.`, [{ lines: [8, 13], is: 'removed' }, { text: 'It was a long', is: 'story' }]); // prettier-ignore
    expect(story.evidence.diagnostics[0]?.message).toContain('matches several lines (1, 8)');
    const alone = read(wrapped.join('\n'), [{ text: 'It was a long line of prose that', is: 'epigraph' }]);
    expect(alone.frontMatter.map(({ blocks }) => blockText(blocks))).toEqual([wrapped.join(' ')]);
  });
});

describe('a story that has changed since', () => {
  const sha256 = sha256Hex(new TextEncoder().encode('another text'));

  it('is corrected where the text still stands, and said to have changed', () => {
    const story = read(tale, [{ lines: [9, 9], text: 'Below him the tide', is: 'removed' }, { lines: [1, 1], is: 'removed' }], { sha256 }); // prettier-ignore
    expect(bodies(story)).toEqual([[prose[0], prose[1], prose[3]]]);
    expect(codes(story)).toEqual(['overrides/source-changed', 'overrides/no-match']);
    expect(story.evidence.diagnostics[1]?.message).toContain('names lines only');
  });

  it('is not said to have changed when it has not', () => {
    const own = sha256Hex(new TextEncoder().encode(tale));
    expect(codes(read(tale, [{ lines: [1, 1], is: 'removed' }], { sha256: own }))).toEqual([]);
  });
});

describe('what matches nothing is said', () => {
  it.each<[Override, string]>([
    [{ lines: [90, 91], is: 'removed' }, 'the correction of lines 90–91 is about line 90, and the file has 7; it was not applied.'],
    [{ lines: [2, 2], is: 'removed' }, 'line 2 is about lines that hold nothing of the story'],
    [{ text: 'him the tide', is: 'removed' }, 'and a text must be how its line begins'],
    [{ text: 'No such words', is: 'removed' }, 'the correction of “No such words” matches no line of the story'],
    [{ text: 'T', is: 'removed' }, 'matches several lines'],
  ])('%j', (override, words) => {
    const text = override.text === 'T' ? `${tale}\n\nTwo more.` : tale;
    const story = read(text, [override]);
    expect(story.evidence.diagnostics).toMatchObject([{ code: 'overrides/no-match', severity: 'warning' }]);
    expect(story.evidence.diagnostics[0]?.message).toContain(words);
  });
}); // prettier-ignore
