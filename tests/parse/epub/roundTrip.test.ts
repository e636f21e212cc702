import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleBook, assembleStory } from '../../../src/book/assembleBook.ts';
import { labelsFor } from '../../../src/book/labels.ts';
import { matterRoles } from '../../../src/book/matterRoles.ts';
import { blockText, inlineText } from '../../../src/book/plainText.ts';
import { partLine } from '../../../src/book/partHeadings.ts';
import { chapterLine, visibleText } from '../../../src/book/titles.ts';
import type { Block, Chapter, MatterSection, NonEmpty, Story } from '../../../src/book/tree.ts';
import { createIdentity } from '../../../src/compile/identity.ts';
import { readStory } from '../../../src/compile/readStory.ts';
import { parseEpub } from '../../../src/parse/epub/parseEpub.ts';
import { writeEpub } from '../../../src/epub/writeEpub.ts';
import type { NormalizedStory } from '../../../src/normalize/normalizedStory.ts';
import { chapter, matter, paragraph, story, text, theme } from '../../epub/books.ts';
import { ledgerFaults, lettersOf } from '../../normalize/ledger.ts';

const casesFolder = fileURLToPath(new URL('../../normalize/cases/', import.meta.url));
const storiesFolder = fileURLToPath(new URL('../../../stories/', import.meta.url));
const identity = createIdentity(null);

function storyOf(normalized: NormalizedStory, fileName: string): Story {
  return assembleStory({ ...normalized, fileName }, {}, identity).story;
}

async function readBack(stories: NonEmpty<Story>): Promise<NormalizedStory> {
  const bytes = await writeEpub(assembleBook(stories, {}, identity), { theme, cover: null });
  const story = readStory([{ path: 'book.epub', bytes }], { parseEpub });
  expect(ledgerFaults(story)).toEqual([]);
  return story;
}

/** What has to be the same when a story is read again: every word and its place; marks and labels may be set otherwise. */
function told({ frontMatter, chapters, backMatter }: Pick<Story, 'frontMatter' | 'chapters' | 'backMatter'>, language: string): unknown {
  const labels = labelsFor(language);
  const matter = (sections: readonly MatterSection[]) =>
    sections.map(({ role, title, blocks }) => [role, lettersOf(inlineText(title)), blocks.map(shape)]);
  return {
    frontMatter: matter(frontMatter),
    chapters: chapters.map(chapter => ({
      part: chapter.part === undefined ? null : lettersOf(partLine(chapter.part, labels)),
      heading: lettersOf(chapterLine(chapter, labels) ?? ''),
      openingNotes: matter(chapter.openingNotes),
      body: chapter.body.map(shape),
      closingLine: lettersOf(inlineText(chapter.closingLine ?? [])),
      closingNotes: matter(chapter.closingNotes),
    })),
    backMatter: matter(backMatter),
  };
} // prettier-ignore

function shape(block: Block): string {
  return `${block.type} ${lettersOf(blockText([block]))}`;
}

/** Fields as a book shows them; one that a text states twice is one. */
const fieldsOf = ({ fields }: NormalizedStory) => [...new Set(fields.map(({ label, value }) => `${label}: ${visibleText(value)}`))]; // prettier-ignore

const line = fc
  .array(fc.constantFrom('lamp', 'The', 'Chapter', '1', 'by', '<b>', '&amp;', '***', 'A/N', 'Notes:', '"oil"', '—', '光'), { minLength: 1, maxLength: 5 })
  .map(words => `${words.join(' ')} wick`); // prettier-ignore
const paragraphs = fc.array(line.map(paragraph), { minLength: 1, maxLength: 3 });
const notes = fc.array(fc.tuple(fc.constantFrom(...matterRoles), line).map(([role, words]) => matter(role, words)), { maxLength: 2 }); // prettier-ignore
const named = fc.option(
  line.map(words => [text(words)]),
  { nil: null },
);
const anyChapter = fc.record({ label: fc.constantFrom(null, 'Chapter 7', 'Part the Third'), title: named, openingNotes: notes, closingNotes: notes, closingLine: named, scenes: fc.array(paragraphs, { minLength: 1, maxLength: 3 }) }); // prettier-ignore
const anyStory = fc.record({
  frontMatter: notes,
  backMatter: notes,
  chapters: fc.array(anyChapter, { minLength: 1, maxLength: 4 }).map(chapters =>
    chapters.map(({ scenes, ...rest }, index) => {
      const body = scenes.flatMap((scene, at): Block[] => (at === 0 ? scene : [{ type: 'thematicBreak' }, ...scene]));
      return chapter(index + 1, { number: null, body, ...rest });
    }),
  ),
});

/** Stories of which nothing but a header or headings is left, and so no chapter to read again. */
const hasText = ({ chapters }: NormalizedStory) => chapters.some(({ body }) => body.length > 0);

describe('a book of ours, read again, is the same story', () => {
  const samples = readdirSync(storiesFolder).filter(name => /\.(?:txt|md)$/.test(name));
  it.each(samples)('%s', async name => {
    const normalized = readStory([{ path: name, bytes: readFileSync(join(storiesFolder, name)) }]);
    const { id, metadata } = storyOf(normalized, name);
    const again = await readBack([storyOf(normalized, name)]);
    const language = metadata.language.text;
    expect(told(again, language)).toEqual(told(normalized, language));
    expect(again.title?.text).toBe(metadata.displayTitle);
    expect(again.authors.map(({ text }) => text)).toEqual(metadata.authors.map(({ text }) => text));
    expect(again.language.text).toBe(language);
    expect(again.fields.map(({ key, value }) => [key, value])).toEqual(metadata.fields.map(({ key, value }) => [key, value]));
    if (normalized.title !== null) expect(storyOf(again, 'book.epub').id).toBe(id);
  }); // prettier-ignore

  it.each(readdirSync(casesFolder))('golden case %s', async name => {
    const inputs = readdirSync(join(casesFolder, name)).filter(file => file.startsWith('in.')).sort(); // prettier-ignore
    const normalized = readStory(inputs.map(path => ({ path, bytes: readFileSync(join(casesFolder, name, path)) })));
    if (!hasText(normalized)) return;
    const again = await readBack([storyOf(normalized, inputs[0] ?? '')]);
    const language = normalized.language.text;
    expect(fieldsOf(again)).toEqual(fieldsOf(normalized));
    expect(told(again, language)).toEqual(told(normalized, language));
  });

  it('has every chapter, note and break, whatever their words are', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, async parts => {
        const again = await readBack([story('A Lamp', parts)]);
        expect(told(again, 'en')).toEqual(told(parts, 'en'));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the stories of an anthology apart as its parts', async () => {
    const names = samples.slice(0, 3);
    const read = names.map(name => storyOf(readStory([{ path: name, bytes: readFileSync(join(storiesFolder, name)) }]), name));
    const [first, ...others] = read;
    if (first === undefined) throw new Error('There are samples');
    const again = await readBack([first, ...others]);
    const words = (chapters: readonly Chapter[]) => lettersOf(chapters.map(({ body }) => blockText(body)).join(''));
    expect(words(again.chapters)).toBe(words(read.flatMap(({ chapters }) => chapters)));
    const headings = again.chapters.map(chapter => [chapter.part, chapter.title].map(each => JSON.stringify(each ?? null)).join(' '));
    for (const each of read) expect(headings.join('\n')).toContain(JSON.stringify(each.metadata.displayTitle));
  }); // prettier-ignore
});
