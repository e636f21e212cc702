import { formatDate } from '../book/formatDate.ts';
import { type ImprintFact, bookFacts, storyFacts } from '../book/imprintFacts.ts';
import type { Anthology, Block, Story } from '../book/tree.ts';
import { bylineText } from '../book/byline.ts';
import { oneLine } from '../text/oneLine.ts';
import { type ElementNode, createGalley } from './galley.ts';
import type { Section } from './section.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { setBlocks } from './setBlocks.ts';
import { asText } from './setHeadings.ts';
import { setBalanced } from './setParagraph.ts';
import { noteSetting } from './textSetting.ts';
import { createSmallCapsStyle } from './textStyle.ts';

/** The last line of the book in the languages of its labels. */
const madeWith: Readonly<Record<string, string>> = {
  en: 'Set in EB Garamond. Made with fascicle.',
  fr: 'Composé en EB Garamond avec fascicle.',
  de: 'Gesetzt aus der EB Garamond mit fascicle.',
  es: 'Compuesto en EB Garamond con fascicle.',
};

/** The last page: what the book is made of and with. It says what the sources state and nothing else. */
export function colophonSection(builder: SectionBuilder, book: Anthology): Section {
  const { context, labels, document, language } = builder;
  const { gridPt } = context.geometry;
  const sect: ElementNode = { role: 'Sect', parent: document };
  const setting = noteSetting(context, language);
  const galley = createGalley();
  galley.addSink(gridPt * 2);
  galley.addBlock({
    lines: setBalanced(
      context,
      asText(labels.imprint),
      createSmallCapsStyle(context.design.fonts.body, setting.style.sizePt, labels.imprint),
      setting.measurePt,
    ),
    leftPt: setting.leftPt,
    heightPt: gridPt,
    keepsWithNext: true,
    element: { role: 'H1', parent: sect },
  });
  const groups: readonly (readonly Block[])[] = [
    bookFacts(book, labels).map(factLine),
    ...book.stories.map(story => [storyLine(builder, story), ...storyFacts(story, labels, language).map(factLine)]),
    [{ type: 'paragraph', children: asText(madeWith[labels.language] ?? madeWith.en ?? '') }],
  ];
  for (const group of groups) {
    if (group.length === 0) continue;
    galley.addSpace(gridPt / 2);
    for (const block of group) setBlocks(context, galley, [block], setting, sect);
  }
  return {
    lines: galley.lines,
    startsOn: 'next',
    numbering: 'arabic',
    opening: 'bare',
    heads: { verso: builder.bookHead, recto: builder.bookHead },
    outline: { title: labels.imprint, level: 1 },
  };
}

/** "The Hat by Anna and Ben (May 2004)". */
function storyLine({ labels }: SectionBuilder, { metadata }: Story): Block {
  const byline = bylineText(
    metadata.authors.map(author => author.text.name),
    labels,
  );
  const date = metadata.date === null ? '' : ` (${formatDate(metadata.date.text, labels.language)})`;
  return {
    type: 'paragraph',
    children: [
      { type: 'emphasis', children: asText(oneLine(metadata.displayTitle)) },
      ...asText(`${byline === null ? '' : ` ${byline}`}${date}`),
    ],
  };
}

/** "Source: https://example.org/works/1". */
function factLine({ label, value, valueLanguage }: ImprintFact): Block {
  const children = [{ type: 'emphasis', children: asText(`${label}:`) } as const, ...asText(` ${value}`)];
  return { type: 'paragraph', children, lang: valueLanguage };
}
