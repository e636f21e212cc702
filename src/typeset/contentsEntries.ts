import { authorIndex } from '../book/authorIndex.ts';
import { joinNames } from '../book/byline.ts';
import { type ShownChapter, partAsHeading, showParts } from '../book/partHeadings.ts';
import { inlineText } from '../book/plainText.ts';
import { displayedLabel, visibleInlines } from '../book/titles.ts';
import type { Anthology, Chapter, Story } from '../book/tree.ts';
import { oneLine } from '../text/oneLine.ts';
import { authorIndexDestination } from './authorIndexSection.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { matterTitle } from './setMatter.ts';
import { tieNames } from './titleNames.ts';
import { destinationOf } from './storySections.ts';

/** One line of the contents before its page is known; it has a label, a title or both. */
export interface ContentsEntry {
  /** A story, a chapter of the book or a section of matter; a part of a story, or what belongs to the entry above. */
  readonly kind: 'main' | 'part' | 'inner';
  /** "Chapter One". */
  readonly label: string | null;
  readonly title: string | null;
  /** The names below the title of a story; `null` where there are none. */
  readonly names: string | null;
  readonly destination: string;
}

/** Stories with their names and the chapters that have titles; the chapters of a single story; and the matter around them. */
export function contentsEntries(builder: SectionBuilder, book: Anthology): ContentsEntry[] {
  const { labels } = builder;
  const matter = (place: 'front' | 'back', sections: Anthology['frontMatter']): ContentsEntry[] =>
    sections.flatMap((section, index) => {
      const title = matterTitle(section, labels);
      const destination = destinationOf.matter(place, index);
      return title === null ? [] : [{ ...untitled, title: oneLine(inlineText(title)), destination }];
    });
  const stories = book.metadata.isCollection
    ? book.stories.flatMap((story, index) => storyEntries(builder, story, index))
    : chapterEntries(builder, book.stories[0], 0, 'main');
  const index: ContentsEntry[] =
    authorIndex(book).length === 0
      ? []
      : [{ ...untitled, title: labels.authorIndex, destination: authorIndexDestination }];
  return [...matter('front', book.frontMatter), ...stories, ...matter('back', book.backMatter), ...index];
}

const untitled: Omit<ContentsEntry, 'destination'> = { kind: 'main', label: null, title: null, names: null };

function storyEntries(builder: SectionBuilder, story: Story, index: number): ContentsEntry[] {
  const { metadata } = story;
  const authors = metadata.authors.map(author => author.text.name);
  const joined = joinNames(authors, builder.labels);
  const names = joined === null ? null : tieNames(joined, authors);
  const own = { ...untitled, title: oneLine(metadata.displayTitle), names, destination: destinationOf.story(index) };
  // Below a story, mere numbers would tell nobody anything.
  const inner = chapterEntries(builder, story, index, 'inner').filter(({ title }) => title !== null);
  return [own, ...inner];
}

function chapterEntries(
  { labels }: SectionBuilder,
  { chapters }: Story,
  storyIndex: number,
  kind: 'main' | 'inner',
): ContentsEntry[] {
  if (chapters.length < 2) return [];
  const words = (heading: Pick<Chapter, 'label' | 'number' | 'title'>): Pick<ContentsEntry, 'label' | 'title'> => {
    const title = visibleInlines(heading.title);
    return { label: displayedLabel(heading, labels), title: title === null ? null : oneLine(inlineText(title)) };
  };
  return showParts(chapters, labels).flatMap(({ chapter, partBefore, showsPart }: ShownChapter, index) => {
    const part: ContentsEntry[] =
      partBefore === null
        ? []
        : [
            {
              ...untitled,
              ...words(partAsHeading(partBefore)),
              kind: kind === 'inner' ? 'inner' : 'part',
              destination: destinationOf.part(storyIndex, index),
            },
          ];
    const own = words(chapter);
    if (own.label === null && own.title === null) return part;
    const isPart = showsPart && kind === 'main';
    const destination = destinationOf.chapter(storyIndex, index);
    return [...part, { ...untitled, ...own, kind: isPart ? 'part' : kind, destination }];
  });
}
