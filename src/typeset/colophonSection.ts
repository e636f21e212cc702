import { formatDate } from '../book/formatDate.ts';
import { type ImprintFact, bookFacts, storyFacts } from '../book/imprintFacts.ts';
import type { Anthology, Block, Story } from '../book/tree.ts';
import { bylineText, editorsText, shownFields } from '../book/byline.ts';
import { visibleText } from '../book/titles.ts';
import { oneLine } from '../text/oneLine.ts';
import { isRightToLeft } from '../text/writingDirection.ts';
import { type ElementNode, type Galley, type GalleyLine, createGalley } from './galley.ts';
import type { Section } from './section.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { setBlocks } from './setBlocks.ts';
import { addOpeningHeading, asText } from './setHeadings.ts';
import { shownFamilies } from './shownFamilies.ts';
import { type TextSetting, noteSetting } from './textSetting.ts';

/** The last line of the imprint in the languages of its labels. */
const madeWith: Readonly<Record<string, (fonts: string) => string>> = {
  en: fonts => `Set in ${fonts}. Made with fascicle.`,
  fr: fonts => `Composé en ${fonts} avec fascicle.`,
  de: fonts => `Gesetzt aus der ${fonts} mit fascicle.`,
  es: fonts => `Compuesto en ${fonts} con fascicle.`,
};

/** An imprint higher than this share of a page leaves the facts of its stories to the end of the book. */
const largestShare = 0.8;

/** What the book is made of and with. It says what the sources state and nothing else. */
export interface Imprint {
  /** What the back of the title page shows. */
  readonly front: readonly GalleyLine[];
  /** The last pages, where a collection's stories state more than the back of a title page holds. */
  readonly back: Section | null;
}

export function createImprint(builder: SectionBuilder, book: Anthology): Imprint {
  const { labels } = builder;
  const facts = bookFacts(book, labels).map(factLine);
  const stories = book.stories.map(story => [storyLine(builder, story), ...ownFacts(builder, book, story)]);
  const made: readonly Block[] = [{ type: 'paragraph', children: asText(madeLine(builder, book)) }];
  const own = book.metadata.isCollection ? [bookLines(builder, book)] : [];
  const front = setGroups(builder, [...own, ...stories, facts], made);
  const { textHeightPt } = builder.context.geometry;
  const heightPt = front.reduce((sum, line) => sum + line.heightPt + line.spaceBeforePt, 0);
  if (!book.metadata.isCollection || heightPt <= textHeightPt * largestShare) return { front, back: null };
  return { front: setGroups(builder, [...own, facts], made), back: colophonSection(builder, stories) };
}

/** The stories with what they state, under a heading of their own. */
function colophonSection(builder: SectionBuilder, stories: readonly (readonly Block[])[]): Section {
  const { context, labels, document } = builder;
  const sect: ElementNode = { role: 'Sect', parent: document };
  const galley = createGalley();
  addOpeningHeading(context, galley, {
    label: null,
    title: asText(labels.imprint),
    element: { role: 'H1', parent: sect },
    destination: 'imprint',
  });
  addGroups(builder, galley, stories, sect);
  return {
    lines: galley.lines,
    startsOn: 'next',
    numbering: 'arabic',
    opening: 'dropFolio',
    heads: { verso: builder.bookHeads, recto: [labels.imprint] },
    outline: { title: labels.imprint, level: 1 },
  };
}

function setGroups(
  builder: SectionBuilder,
  groups: readonly (readonly Block[])[],
  made: readonly Block[],
): readonly GalleyLine[] {
  const galley = createGalley();
  addGroups(builder, galley, [...groups, made], { role: 'Sect', parent: builder.document }, made);
  return galley.lines;
}

/** The blank between two groups of facts, in lines of their own. */
const groupGap = 0.75;

function addGroups(
  { context, labels, language }: SectionBuilder,
  galley: Galley,
  groups: readonly (readonly Block[])[],
  parent: ElementNode,
  last?: readonly Block[],
): void {
  const { measurePt } = context.geometry;
  const own = noteSetting(context, language);
  const setting: TextSetting = { ...own, leftPt: 0, measurePt, indentPt: 0, alignment: 'left', isSpaced: false };
  // The last line is of the labels' language: its point stands behind it in a book from right to left, too.
  const alignment = isRightToLeft(language) && !isRightToLeft(labels.language) ? 'right' : 'left';
  const ofLabels: TextSetting = { ...setting, language: labels.language, alignment };
  let before = 2;
  for (const group of groups) {
    // Titles alone are a list; what says more is parted from its neighbours.
    const isApart = before > 1 || group.length > 1 || group === last;
    if (isApart) galley.addSpace(setting.leadingPt * groupGap);
    setBlocks(context, galley, group, group === last ? ofLabels : setting, parent);
    before = group.length;
  }
}

/** The families that the book is set in. */
function madeLine({ context, labels }: SectionBuilder, book: Anthology): string {
  const { body, headings, labels: typewriter } = context.design.fonts;
  const { look } = context.design;
  const uses = [look.labels, look.headings.label, look.titlePage.names, look.runningHeads.text];
  const { fonts: library } = context.shapers;
  const text = shownFamilies(library, book, body);
  // Headings are in the same letters as the text.
  const shown = [
    ...text,
    ...(text.includes(body) ? [headings] : []),
    ...(uses.some(use => use.font === 'labels') ? [typewriter] : []),
  ];
  const fonts = new Intl.ListFormat(labels.language, { type: 'conjunction' }).format(new Set(shown));
  return (madeWith[labels.language] ?? madeWith.en)?.(fonts) ?? '';
}

/** What a story states; what a single story shows as its fields stands above the imprint already. */
function ownFacts({ labels, language }: SectionBuilder, book: Anthology, story: Story): readonly Block[] {
  const facts = storyFacts(story, labels, language);
  if (book.metadata.isCollection) return facts.map(factLine);
  const shown = shownFields(story.metadata.fields).map(({ value }) => visibleText(value));
  return facts.filter(({ value }) => !shown.includes(value)).map(factLine);
}

/** A collection's title, its editors and its date, a line each. */
function bookLines({ labels, language }: SectionBuilder, { metadata }: Anthology): readonly Block[] {
  const editors = editorsText(
    metadata.editors.map(({ name }) => name),
    labels,
  );
  const date = metadata.date === null ? null : formatDate(metadata.date, labels.language);
  const title: Block = {
    type: 'paragraph',
    children: [{ type: 'emphasis', children: asText(oneLine(metadata.displayTitle)) }],
    lang: language,
  };
  const lines = [editors, date].filter(line => line !== null);
  return [title, ...lines.map((line): Block => ({ type: 'paragraph', children: asText(line) }))];
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
