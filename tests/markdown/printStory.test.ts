import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStory } from '../../src/compile/readStory.ts';
import { type PrintableStory, printStory } from '../../src/markdown/printStory.ts';
import type { NormalizedStory } from '../../src/normalize/normalizedStory.ts';
import { ledgerFaults } from '../normalize/ledger.ts';
import { stories } from './stories.ts';
import { told } from './told.ts';

const casesFolder = fileURLToPath(new URL('../normalize/cases/', import.meta.url));

function readMarkdown(text: string): NormalizedStory {
  const story = readStory([{ path: 'story.md', bytes: new TextEncoder().encode(text) }]);
  expect(ledgerFaults(story)).toEqual([]);
  return story;
}

function printable({ title, authors, language, date, fields, ...parts }: NormalizedStory): PrintableStory {
  return { ...parts, metadata: { title, authors, language, date, fields } };
}

describe('a story printed as Markdown', () => {
  it.each(readdirSync(casesFolder))('is the same story when it is read again: %s', name => {
    const inputs = readdirSync(join(casesFolder, name)).filter(file => file.startsWith('in.')).sort(); // prettier-ignore
    const story = readStory(inputs.map(path => ({ path, bytes: readFileSync(join(casesFolder, name, path)) })));
    const text = printStory(printable(story));
    expect(told(readMarkdown(text))).toEqual(told(story));
    expect(printStory(printable(readMarkdown(text)))).toBe(text);
  });

  it('takes what a person writes into it: a field by its name, a note without its place', () => {
    const story = readMarkdown(
      [
        '---', 'fascicle: story@1', 'title: Smoke', 'rating: PG', 'fields:', '  - pairing: Nell/Wren', '---', '',
        '::: {.disclaimer}', 'Not mine.', ':::', '', '# [Chapter 1]{number=1}', '', '::: {.authorsNote}', 'Thanks.', ':::', '',
        'It was only the kettle.', '', '::: {.endNotes}', 'It was not.', ':::',
      ].join('\n'),
    ); // prettier-ignore
    expect(story.fields.map(({ label, value }) => [label, value])).toEqual([
      ['Pairing', 'Nell/Wren'],
      ['Rating', 'PG'],
    ]);
    expect(story.frontMatter.map(({ role }) => role)).toEqual(['disclaimer']);
    expect(story.chapters.map(({ openingNotes, closingNotes }) => [openingNotes[0]?.role, closingNotes[0]?.role])).toEqual([['authorsNote', 'endNotes']]); // prettier-ignore
  });

  it('is the same story when it is read again, whatever is in it', () => {
    fc.assert(
      fc.property(stories, story => {
        const { metadata, ...parts } = story;
        expect(told(readMarkdown(printStory(story)))).toEqual(told({ ...metadata, ...parts }));
      }),
      { numRuns: 150 },
    );
  });
});
