import fc from 'fast-check';
import { matterRoles } from '../../src/book/matterRoles.ts';
import type {
  Block,
  Chapter,
  ChapterId,
  Footnote,
  Image,
  Inline,
  MatterSection,
  NonEmpty,
} from '../../src/book/tree.ts';
import { inlineText } from '../../src/book/plainText.ts';
import type { PrintableStory } from '../../src/markdown/printStory.ts';
import { settleFootnotes } from '../../src/normalize/footnotes/settleFootnotes.ts';
import { settleForeign } from '../../src/normalize/language/settleForeign.ts';

/** Words that are most easily taken for marks. */
const nasty = fc.constantFrom(
  '*', '**', '***', '^', '[^', '[^1]', '^1]', '^[a]', ']{lang=fr}', '_', '`', '```', '\\', '\\\\', '[', ']', '](', ']{.note}', '(http://x.org)', '{', '}', '<em>', '</em>', '<br>', '<3', '<code>', '|',
  '||', '\\|', '# ', '#', '> ', '- ', '+ ', '1. ', '12) ', ':::', '::: {.summary .front}', '---', '* * *', ' ', '  ', '~~', '^', '&amp;', '"', '\'', '—', 'ß',
  'http://a.org', 'a@b.org', '![', '![x](y)', '{.figure}', '{.ornament}', '::: {.footnote #1}', '\u00a0', 'word', 'The lamp', ', ', '. ', '!', '1', '2.5',
); // prettier-ignore
const words = fc
  .array(fc.oneof(nasty, fc.string({ maxLength: 8 })), { minLength: 1, maxLength: 5 })
  .map(parts => parts.join('').replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b\ufeff]/g, ''));
const line = words.map(text => text.trim()).filter(text => text !== '');

const image: fc.Arbitrary<Image> = fc.record({
  type: fc.constant('image'),
  url: fc.oneof(fc.constantFrom('lamp.png', 'my pictures/a (1)|b.jpg', 'https://a.org/x?y=[z]', 'data:image/png;base64,AA==', 'a\\b.png'), line),
  alt: fc.oneof(line.map(text => text.replace(/\s+/g, ' ')), fc.constant(''), fc.constant(null)),
}); // prettier-ignore

const leaf: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: words.map((value): Inline => ({ type: 'text', value })) },
  { weight: 1, arbitrary: words.map((value): Inline => ({ type: 'inlineCode', value })) },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('note-1', 'note-2', 'note-3', 'note-4')
      .map((noteId): Inline => ({ type: 'footnoteReference', noteId })),
  },
);

const nested = (ownLeaf: fc.Arbitrary<Inline>) =>
  fc.letrec<{ inline: Inline; some: Inline[] }>(tie => ({
    some: fc.array(tie('inline'), { minLength: 1, maxLength: 3 }),
    inline: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      ownLeaf,
      fc.tuple(fc.constantFrom('emphasis', 'strong', 'strikethrough', 'superscript', 'subscript', 'inlineNote'), tie('some')).map(([type, children]): Inline => ({ type, children })),
      fc.tuple(fc.constantFrom('http://a.org/x', 'https://a.org/(b)|c', 'mailto:a@b.org'), tie('some')).map(([url, children]): Inline => ({ type: 'link', url, children })),
      fc.tuple(fc.constantFrom('fr', 'la', 'zh-Hant'), tie('some')).map(([lang, children]): Inline => ({ type: 'foreign', lang, children })),
    ),
  })).inline; // prettier-ignore

/** Inlines as normalization leaves them: something to be seen, and no white space at the start. */
const asNormalized = (inline: fc.Arbitrary<Inline>): fc.Arbitrary<readonly Inline[]> =>
  fc
    .array(inline, { minLength: 1, maxLength: 4 })
    .map(list => trimStart(list))
    .filter(list => list.length > 0);

/** Those of titles and headings, which hold no pictures. */
export const inlines = asNormalized(nested(leaf));

const pictured = asNormalized(nested(fc.oneof({ weight: 8, arbitrary: leaf }, { weight: 1, arbitrary: image })));

/** A picture by itself is a figure. */
const isPictureAlone = (list: readonly Inline[]) =>
  list.every(({ type }) => type === 'text' || type === 'image') &&
  inlineText(list.filter(({ type }) => type === 'text')).trim() === '';

function trimStart(list: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = list;
  if (first?.type !== 'text') return list;
  const value = first.value.trimStart();
  return value === '' ? trimStart(rest) : [{ type: 'text', value }, ...rest];
}

const { block } = fc.letrec<{ block: Block; some: Block[] }>(tie => ({
  some: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    pictured.filter(list => !isPictureAlone(list)).map((children): Block => ({ type: 'paragraph', children })),
    fc.tuple(image, fc.oneof(fc.constant([]), inlines)).map(([own, caption]): Block => ({ type: 'figure', image: own, caption })),
    fc.tuple(fc.integer({ min: 1, max: 5 }), inlines).map(([depth, children]): Block => ({ type: 'heading', depth, children })),
    fc.constant<Block>({ type: 'thematicBreak' }),
    fc.array(fc.oneof(line, fc.constantFrom('', '   ', '  indented')), { minLength: 1, maxLength: 4 }).map((lines): Block => ({ type: 'preformatted', value: lines.join('\n') })),
    fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 })).chain(([columns, rows]) => {
      const row = fc.array(pictured, { minLength: columns, maxLength: columns });
      return fc.tuple(row, fc.array(row, { minLength: rows, maxLength: rows })).map(([header, body]): Block => ({ type: 'table', header, rows: body }));
    }),
    tie('some').map((children): Block => ({ type: 'blockQuote', children })),
    fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 99 }), fc.array(tie('some'), { minLength: 1, maxLength: 3 })).map(([ordered, start, items]): Block => ({ type: 'list', ordered, start: ordered ? start : 1, items })),
  ),
})); // prettier-ignore
const blocks = fc.array(block, { minLength: 1, maxLength: 4 });

const section: fc.Arbitrary<MatterSection> = fc
  .tuple(fc.constantFrom(...matterRoles), blocks)
  .map(([role, own]) => ({ type: 'matterSection', role, title: [], blocks: own }));
const sections = fc.array(section, { maxLength: 2 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const chapter: fc.Arbitrary<Chapter> = fc
  .record({
    part: maybe(fc.record({ label: maybe(line), number: maybe(fc.nat(99)), title: maybe(inlines) })),
    kind: fc.constantFrom('chapter', 'prologue', 'epilogue', 'interlude'),
    number: maybe(fc.nat(999)),
    label: maybe(line),
    title: maybe(inlines),
    openingNotes: sections,
    body: fc.oneof(blocks, fc.constant([])),
    closingLine: maybe(inlines),
    closingNotes: sections,
  })
  .map(({ part, ...own }) => ({ type: 'chapter', id: 'c' as ChapterId, ...(part === null ? {} : { part }), ...own }));

const sourced = <T>(arbitrary: fc.Arbitrary<T>) => arbitrary.map(text => ({ text, origin: 'text', confidence: 1 }) as const); // prettier-ignore

const notes: fc.Arbitrary<readonly Footnote[]> = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom('1', '*', '}', '" %7D'), line), blocks), { maxLength: 3 })
  .map(list => list.map(([label, own], index) => ({ id: `note-${index + 1}`, label, blocks: own })));

/** Notes and languages as normalization leaves them: a mark has its note, a note its number by the first mark. */
function settle({ footnotes, ...story }: PrintableStory): PrintableStory {
  const span = { file: 'story.md', lines: [1, 1] } as const;
  const typed = footnotes.map(note => ({ ...note, typedLabel: `${note.label} `, span }));
  const marks = new Map([['note-4', '[^4]']]);
  const linked = settleFootnotes(story, typed, marks, () => undefined);
  const { parts, footnotes: settled } = settleForeign(linked, 'und', true);
  return { ...story, ...parts, footnotes: settled };
}

const unsettled: fc.Arbitrary<PrintableStory> = fc.record({
  metadata: fc.record({
    title: maybe(sourced(line)),
    authors: fc.uniqueArray(line, { maxLength: 2 }).map(names => names.map(name => ({ text: { name }, origin: 'text', confidence: 1 }) as const)),
    language: sourced(fc.constantFrom('en', 'de', 'pt-BR', 'und')),
    date: maybe(sourced(fc.constantFrom('2024', '2003-04-17'))),
    fields: fc.array(fc.record({ key: line, label: line, value: words }), { maxLength: 3 }),
  }),
  frontMatter: sections,
  chapters: fc.array(chapter, { minLength: 1, maxLength: 3 }) as unknown as fc.Arbitrary<NonEmpty<Chapter>>,
  backMatter: sections,
  footnotes: notes,
}); // prettier-ignore

/** Stories of every shape that normalization could ever make. */
export const stories = unsettled.map(settle);
