import { readFileSync } from 'node:fs';
import type {
  Anthology,
  Block,
  BookId,
  BookMetadata,
  Chapter,
  ChapterId,
  Inline,
  MatterRole,
  MatterSection,
  Paragraph,
  Story,
  StoryId,
  StoryMetadata,
} from '../../src/book/tree.ts';
import type { EpubOptions } from '../../src/epub/renderEpubFiles.ts';
import { defaultLook } from '../../src/theme/bookLook.ts';
import { unbound } from '../../src/theme/printDesign.ts';
import type { Theme } from '../../src/theme/theme.ts';

/** The theme's own style sheet with stand-ins for what an EPUB does not use. */
export const theme: Theme = {
  name: 'plain',
  epub: {
    stylesheet: readFileSync(new URL('../../templates/plain/epub.css', import.meta.url), 'utf8'),
    files: [],
    openings: 'plain',
    openers: 'none',
    sceneBreak: { type: 'rule' },
    fonts: [],
  },
  print: {
    trimPt: [396, 612],
    marginsPt: { top: 54, bottom: 54, inner: 54, outer: 54 },
    bodyFontSizePt: 11,
    leadingPt: 14,
    paragraphIndentPt: 14,
    sceneBreakOrnament: '*',
    fonts: { body: 'EB Garamond', headings: 'EB Garamond', labels: 'Courier Prime' },
    openings: 'plain',
    chaptersStartOn: 'next',
    frontMatter: 'full',
    footnotes: 'foot',
    look: defaultLook,
    links: 'live',
    binding: unbound,
  },
  printOver: null,
  cover: { style: 'plain' },
  findings: [],
};

/** The smallest JPEG that decoders take: one grey pixel. */
export const onePixelJpeg = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
    'base64',
  ),
);

export const optionsWithCover: EpubOptions = {
  theme,
  cover: { jpeg: onePixelJpeg, widthPx: 1, heightPx: 1, altText: 'A grey square' },
};

export const text = (value: string): Inline => ({ type: 'text', value });

export const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [text(value)] });

export function matter(role: MatterRole, words: string, title = ''): MatterSection {
  return { type: 'matterSection', role, title: title === '' ? [] : [text(title)], blocks: [paragraph(words)] };
}

export function chapter(number: number, parts: Partial<Chapter> = {}): Chapter {
  return {
    type: 'chapter',
    id: `chapter-${String(number)}` as ChapterId,
    kind: 'chapter',
    number,
    label: `Chapter ${String(number)}`,
    title: null,
    openingNotes: [],
    body: [paragraph(`The words of chapter ${String(number)}.`)],
    closingLine: null,
    closingNotes: [],
    ...parts,
  };
}

/** A chapter of which the text says nothing but its words. */
export function unmarkedChapter(parts: Partial<Chapter> = {}): Chapter {
  return chapter(1, { number: null, label: null, ...parts });
}

export interface StoryParts extends Partial<Omit<Story, 'type' | 'id' | 'metadata'>> {
  readonly metadata?: Partial<StoryMetadata>;
  readonly authors?: readonly string[];
  readonly language?: string;
}

export function story(title: string, parts: StoryParts = {}): Story {
  const { metadata, authors = [], language = 'en', ...rest } = parts;
  const fromText = <T>(value: T) => ({ text: value, origin: 'text' as const, confidence: 1 });
  return {
    type: 'story',
    id: `story:${title}` as StoryId,
    metadata: {
      title: fromText(title),
      displayTitle: title,
      authors: authors.map(name => fromText({ name })),
      language: fromText(language),
      date: null,
      fields: [],
      ...metadata,
    },
    frontMatter: [],
    chapters: [chapter(1)],
    backMatter: [],
    footnotes: [],
    ...rest,
  };
}

export interface BookParts extends Partial<Omit<Anthology, 'type' | 'stories' | 'metadata'>> {
  readonly metadata?: Partial<BookMetadata>;
}

export function book(stories: readonly [Story, ...Story[]], parts: BookParts = {}): Anthology {
  const { metadata, ...rest } = parts;
  const [first] = stories;
  const isCollection = stories.length > 1;
  const names = new Set(stories.flatMap(each => each.metadata.authors.map(author => author.text.name)));
  return {
    type: 'anthology',
    metadata: {
      id: 'urn:uuid:0f9d1a5e-6b7c-5d2e-8f30-0a1b2c3d4e5f' as BookId,
      title: isCollection ? 'A Shelf of Hats' : (first.metadata.title?.text ?? null),
      displayTitle: isCollection ? 'A Shelf of Hats' : first.metadata.displayTitle,
      subtitle: null,
      contributors: [],
      editors: [],
      authors: [...names].map(name => ({ name })),
      language: 'en',
      date: null,
      modified: '2024-10-31T00:00:00Z',
      description: null,
      isCollection,
      ...metadata,
    },
    frontMatter: [],
    stories,
    backMatter: [],
    images: [],
    ...rest,
  };
}

const emphasis = (value: string): Inline => ({ type: 'emphasis', children: [text(value)] });

/** Every kind of block and inline, with text that is hard on markup. */
export const everyBlock: readonly Block[] = [
  { type: 'heading', depth: 1, children: [text('A & B <in> "Words"')] },
  {
    type: 'paragraph',
    children: [
      text('It was '),
      { type: 'emphasis', children: [text('late, '), emphasis('very'), text(' late')] },
      text(' & '),
      { type: 'strong', children: [text('<dark>')] },
      { type: 'hardBreak' },
      { type: 'strikethrough', children: [text('not')] },
      { type: 'superscript', children: [text('1')] },
      { type: 'subscript', children: [text('2')] },
      { type: 'inlineCode', value: 'if (a < b && c)' },
      { type: 'link', url: 'https://example.org/?a=1&b="2"', children: [text('a '), emphasis('link')] },
      { type: 'link', url: 'mailto:anna@example.org', children: [] },
    ],
  },
  { type: 'thematicBreak' },
  paragraph('Control \u0000\u0001\u000b characters, a lone \ud800 surrogate, and \ufffe at the end.'),
  { type: 'paragraph', lang: 'el', children: [text('Μῆνιν ἄειδε θεὰ Πηληϊάδεω Ἀχιλῆος')] },
  { type: 'paragraph', lang: 'ar', children: [text('كان يا ما كان في قديم الزمان')] },
  { type: 'paragraph', lang: 'zh-Hant', children: [text('道可道，非常道。名可名，非常名。')] },
  paragraph('🎩👩‍👩‍👧‍👦 hats'),
  {
    type: 'blockQuote',
    children: [paragraph('A letter.'), { type: 'blockQuote', children: [paragraph('In it another.')] }],
  },
  { type: 'list', ordered: false, start: 1, items: [[paragraph('one')], [paragraph('two'), paragraph('and more')]] },
  {
    type: 'list',
    ordered: true,
    start: 3,
    items: [[paragraph('three'), { type: 'list', ordered: true, start: 1, items: [[paragraph('deep')]] }]],
  },
  { type: 'preformatted', value: '\n  <pre>\n    & "indented"\n' },
  {
    type: 'table',
    header: [[text('Hat')], [], [text('Price')]],
    rows: [[[text('top')], [text('black')], [text('<9')]], [[text('straw')]]],
  },
  { type: 'table', header: [], rows: [[[text('no')], [text('header')]]] },
  { type: 'table', header: [], rows: [] },
  { type: 'list', ordered: true, start: 1, items: [] },
  { type: 'heading', depth: 6, children: [text('Deep')] },
  paragraph('The last.'),
];

const everyRole: readonly MatterRole[] = [
  'disclaimer', 'acknowledgments', 'authorsNote', 'endNotes', 'dedication', 'epigraph', 'summary', 'warnings', 'reviewPlea',
  'reviewReplies', 'feedback', 'translatorsNote', 'transcribersNote', 'introduction', 'permissions', 'afterword', 'other',
]; // prettier-ignore

/** A collection that has everything a collection can have. */
export const fullCollection: Anthology = book(
  [
    story('The Hat & the <Cat>', {
      authors: ['Anna Tinsel', 'Ben "Bo" Ochre'],
      metadata: {
        date: { text: '2004-05', origin: 'text', confidence: 1 },
        fields: [
          { key: 'rating', label: 'Rating', value: 'PG-13' },
          { key: 'fandom', label: 'Fandom', value: 'Hats, Caps & Co.' },
          { key: 'genre', label: 'Genre', value: 'Humour, Drama; Humour' },
        ],
      },
      frontMatter: everyRole.map(role => matter(role, `The ${role} before the story.`)),
      chapters: [
        chapter(1, {
          title: [text('A '), emphasis('Brim')],
          openingNotes: [matter('authorsNote', 'Written in a hurry.'), matter('warnings', 'Hats.', 'Beware')],
          body: [paragraph('It was a hat.'), { type: 'thematicBreak' }, paragraph('It was a cat.')],
          closingLine: [text('TBC')],
          closingNotes: [matter('reviewPlea', 'Please write!'), matter('endNotes', 'That was it.')],
        }),
        chapter(2, { label: '2.', title: [text('A Crown')] }),
        chapter(3, { kind: 'epilogue', number: null, label: 'Epilogue' }),
      ],
      backMatter: everyRole.map(role => matter(role, `The ${role} after the story.`)),
    }),
    story('Untold', { chapters: [unmarkedChapter()] }),
    story('Le Chapeau', {
      language: 'fr',
      authors: ['Chloé Dubois'],
      frontMatter: [matter('dedication', 'À ma mère.'), matter('disclaimer', 'Rien n’est à moi.')],
      chapters: [unmarkedChapter({ body: everyBlock }), unmarkedChapter()],
    }),
    story('De hoed', {
      language: 'nl',
      chapters: [chapter(1, { label: null })],
      frontMatter: [matter('warnings', 'Pas op.')],
    }),
    story('القبعة', { language: 'ar', chapters: [chapter(1, { label: 'الفصل الأول', title: [text('القبعة')] })] }),
    story('帽子', { language: 'zh', chapters: [chapter(1, { label: '第一章', title: [text('开始')] }), chapter(2)] }),
  ],
  {
    metadata: {
      subtitle: 'Six Tales of What Is Worn & Why',
      editors: [{ name: 'Cleo Umber', fileAs: 'Umber, Cleo' }],
      authors: [{ name: 'Anna Tinsel', fileAs: 'Tinsel, Anna' }, { name: 'Ben "Bo" Ochre' }, { name: 'Chloé Dubois' }],
      date: '2024-10',
      description: 'Hats & "heads", <mostly>.',
    },
    frontMatter: everyRole.map(role => matter(role, `The ${role} before the collection.`)),
    backMatter: everyRole.map(role => matter(role, `The ${role} after the collection.`)),
  },
);

const openingWords = 'It rained on the day that nobody came…';

/** One story of which nobody knows title or author, in one piece. */
export const untitledStory: Anthology = book([
  story(openingWords, {
    language: 'und',
    metadata: { title: null, displayTitle: openingWords },
    chapters: [unmarkedChapter({ body: [paragraph(openingWords), { type: 'thematicBreak' }, paragraph('Then it stopped.')] })],
  }),
], { metadata: { language: 'und' } }); // prettier-ignore

/** Three hundred chapters of everything, many with nothing for a title. */
export const stressBook: Anthology = book([
  story('Stress & "Strain" <300>\u0007', {
    authors: ['', 'A <b> & "C"'],
    chapters: Array.from({ length: 300 }, (_, index) =>
      chapter(index + 1, {
        label: index % 3 === 0 ? null : index % 3 === 1 ? ' \u0002 ' : `& <${String(index)}> "`,
        number: index % 2 === 0 ? null : index + 1,
        title: index % 5 === 0 ? [text('Ψ & <"ж"> 🎩')] : index % 5 === 1 ? [text(' ')] : index % 5 === 2 ? [] : null,
        body: everyBlock,
        openingNotes: [{ ...matter('other', ''), blocks: everyBlock }],
        closingNotes: [{ ...matter('summary', ''), title: [text('\u0003')], blocks: [] }],
      }),
    ),
    metadata: { fields: [{ key: 'x', label: '', value: '&' }, { key: 'y', label: '<', value: '\u0000&' }] },
  }),
]); // prettier-ignore
