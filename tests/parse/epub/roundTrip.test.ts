import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleBook, assembleStory } from '../../../src/book/assembleBook.ts';
import { labelsFor } from '../../../src/book/labels.ts';
import { matterRoles } from '../../../src/book/matterRoles.ts';
import { blockText, inlineText } from '../../../src/book/plainText.ts';
import { partOpeningMatter } from '../../../src/book/openingMatter.ts';
import { partLine } from '../../../src/book/partHeadings.ts';
import { chapterLine, visibleText } from '../../../src/book/titles.ts';
import type { PrintedPage } from '../../../src/book/printedPage.ts';
import type {
  Anthology,
  Block,
  Chapter,
  Figure,
  Footnote,
  ImageAsset,
  MatterSection,
  NonEmpty,
  Story,
} from '../../../src/book/tree.ts';
import { createIdentity } from '../../../src/compile/identity.ts';
import { readStory } from '../../../src/compile/readStory.ts';
import { frameOrnament } from '../../../src/drawing/frameOrnament.ts';
import { circleOutline } from '../../../src/drawing/outline.ts';
import { renderEpubFiles } from '../../../src/epub/renderEpubFiles.ts';
import { parseEpub } from '../../../src/parse/epub/parseEpub.ts';
import { writeEpub } from '../../../src/epub/writeEpub.ts';
import type { NormalizedStory } from '../../../src/normalize/normalizedStory.ts';
import { typesetBook } from '../../../src/typeset/typesetBook.ts';
import { chapter, matter, onePixelJpeg, paragraph, story, text, theme, unmarkedChapter } from '../../epub/books.ts'; // prettier-ignore
import { ledgerFaults, lettersOf } from '../../normalize/ledger.ts';
import { design } from '../../typeset/books.ts';

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

type Told = Pick<Story, 'frontMatter' | 'chapters' | 'backMatter'> & Partial<Pick<Story, 'footnotes'>>;

/** What has to be the same when a story is read again: every word and its place; marks and labels may be set otherwise. */
function told({ frontMatter, chapters, backMatter, footnotes = [] }: Told, language: string): unknown {
  const labels = labelsFor(language);
  const matter = (sections: readonly MatterSection[]) =>
    sections.map(({ role, title, blocks }) => [role, lettersOf(inlineText(title)), blocks.flatMap(shapes)]);
  const { withTitle, after } = partOpeningMatter(frontMatter);
  return {
    frontMatter: matter([...withTitle, ...after]),
    chapters: chapters.map(chapter => ({
      part: chapter.part === undefined ? null : lettersOf(partLine(chapter.part, labels)),
      heading: lettersOf(chapterLine(chapter, labels) ?? ''),
      openingNotes: matter(chapter.openingNotes),
      body: chapter.body.flatMap(shapes),
      closingLine: lettersOf(inlineText(chapter.closingLine ?? [])),
      closingNotes: matter(chapter.closingNotes),
    })),
    backMatter: matter(backMatter),
    // A note that two chapters refer to stands in the files of both.
    footnotes: [...new Set(footnotes.map(({ label, blocks }) => `${label} ${blocks.flatMap(shapes).join('; ')}`))],
  };
} // prettier-ignore

/** A block by its kind and words; a book without a picture has its description and its caption in two paragraphs. */
function shapes(block: Block): readonly string[] {
  if (block.type !== 'figure') return [`${block.type} ${lettersOf(blockText([block]))}`];
  const lines = [block.image.alt ?? '', inlineText(block.caption)].filter(line => line.trim() !== '');
  return lines.map(line => `paragraph ${lettersOf(line)}`);
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

const lamp: ImageAsset = { id: 'image-0123456789ab', mediaType: 'image/jpeg', bytes: onePixelJpeg, widthPx: 1, heightPx: 1 }; // prettier-ignore
const pictured: Figure = { type: 'figure', image: { type: 'image', url: 'image-0123456789ab.jpg', alt: 'A lamp' }, caption: [text('By day')] }; // prettier-ignore
const note = (id: string, ...lines: readonly string[]): Footnote => ({ id, label: id.slice(-1), blocks: lines.map(paragraph) }); // prettier-ignore

/** A story with notes, one of them longer than its chapter, a picture and a summary; of so many paragraphs. */
function illustrated(count: number, summary = 'A lamp is lit.'): Story {
  const words = 'The lamp had been lit before anybody thought of asking, and nobody had asked since. '.repeat(4);
  const noted: Block = { type: 'paragraph', children: [text('It was'), { type: 'footnoteReference', noteId: 'note-1' }, text(' out'), { type: 'footnoteReference', noteId: 'note-2' }, text(' by then.')] }; // prettier-ignore
  const figure: Figure = { ...pictured, image: { type: 'image', url: 'lamp.jpg', alt: 'A lamp', assetId: lamp.id } };
  const body = [...Array.from({ length: count }, () => paragraph(words)), figure, noted];
  return story('The Lamp', {
    authors: ['Nell Ashgrove'],
    metadata: { fields: [{ key: 'copyright', label: 'Copyright', value: 'Nell Ashgrove' }] },
    frontMatter: [matter('summary', summary)],
    chapters: [chapter(1, { body }), chapter(2)],
    footnotes: [note('note-1', words.repeat(6), 'And more of it.'), note('note-2', 'Or nearly.')],
  });
}

function bookWithPicture(stories: NonEmpty<Story>, parts: Partial<Anthology> = {}): Anthology {
  return { ...assembleBook(stories, {}, identity), images: [lamp], ...parts };
}

async function readBook(book: Anthology, printedPages: readonly PrintedPage[] = []): Promise<NormalizedStory> {
  const again = readStory([{ path: 'book.epub', bytes: await writeEpub(book, { theme, cover: null, printedPages }) }], { parseEpub }); // prettier-ignore
  expect(ledgerFaults(again)).toEqual([]);
  return again;
}

/** As {@link told}, with a picture for what it is. */
function partsOf(story: Told): unknown {
  return [told(story, 'en'), story.chapters.map(({ body }) => body.map(({ type }) => type))];
}

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

  it('has its footnotes, pictures and summary, with the marks of printed pages between its words', async () => {
    const told = illustrated(40);
    const printedPages: PrintedPage[] = [];
    const whole = bookWithPicture([told], { frontMatter: [matter('dedication', 'To the wick.')] });
    typesetBook(whole, { design, report: () => undefined, notePage: page => void printedPages.push(page) });
    const files = renderEpubFiles(whole, { theme, cover: null, printedPages });
    const marks = files.map(({ content }) => String(content)).join('').match(/<span epub:type="pagebreak"/g); // prettier-ignore
    expect(marks?.length).toBeGreaterThan(5);
    const again = await readBook(whole, printedPages);
    expect(partsOf(again)).toEqual(partsOf({ ...told, frontMatter: [...told.frontMatter, ...whole.frontMatter] }));
    expect(again.fields.map(({ label, value }) => `${label}: ${value}`)).toEqual(['Copyright: Nell Ashgrove']);
    const [first] = again.chapters;
    expect(first?.body.filter(({ type }) => type === 'figure')).toEqual([expect.objectContaining(pictured)]);
    expect(JSON.stringify(first?.body).match(/"footnoteReference","noteId":"note-[12]"/g)).toHaveLength(2);
  });

  it('has nothing of the motifs with its titles and at its scene breaks', async () => {
    const body = [paragraph('The lamp was lit.'), { type: 'thematicBreak' } as const, paragraph('It went out.')];
    const [one, two] = ['The Lamp', 'The Wick'].map(title => story(title, { chapters: [unmarkedChapter({ body })] }));
    if (one === undefined || two === undefined) throw new Error('There are two');
    const opener = frameOrnament({ widthUnits: 9, heightUnits: 9, steps: circleOutline([4, 4], 4) });
    const ornaments = { opener, sceneBreak: opener, storyOpeners: [opener, opener] };
    for (const stories of [[one], [one, two]] as const) {
      const whole = assembleBook(stories, { title: 'Lamps' }, identity);
      const motifs = { ...theme, epub: { ...theme.epub, openers: 'motif', sceneBreak: { type: 'motif', text: '❦', heightEm: 1, hasRules: true } } } as const;
      const bytes = await writeEpub(whole, { theme: motifs, cover: null, ornaments });
      const again = readStory([{ path: 'book.epub', bytes }], { parseEpub });
      expect(ledgerFaults(again)).toEqual([]);
      expect(told(again, 'en')).toEqual(told(await readBook(whole), 'en'));
    }
  }); // prettier-ignore

  it('has no word of its own pages as text, however long they are', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `Nell Ashgrove of the Lamps, the ${String(index + 1)}th of that Name`);
    const [first, ...others] = names.map(name => story('Oil', { authors: [name], chapters: [unmarkedChapter()] }));
    if (first === undefined) throw new Error('There are names');
    const whole = assembleBook([first, ...others], { title: 'Lamps', rights: 'Of every author. '.repeat(300) }, identity);
    const again = await readBook(whole);
    const words = [...again.chapters.flatMap(({ body }) => body), ...again.frontMatter.flatMap(({ blocks }) => blocks), ...again.backMatter.flatMap(({ blocks }) => blocks)];
    expect(lettersOf(blockText(words))).toBe(lettersOf('The words of chapter 1.'.repeat(60)));
    const single = illustrated(1, 'The lamp is lit, and nobody asks. '.repeat(30));
    const warned = { ...single, frontMatter: ['summary', 'warnings', 'summary', 'warnings'].map(role => matter(role === 'summary' ? 'summary' : 'warnings', 'Lamps burn. '.repeat(90))) };
    expect(partsOf(await readBook(bookWithPicture([warned])))).toEqual(partsOf(warned));
  }); // prettier-ignore
});
