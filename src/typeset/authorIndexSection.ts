import type { IndexedAuthor } from '../book/authorIndex.ts';
import type { Anthology } from '../book/tree.ts';
import { oneLine } from '../text/oneLine.ts';
import { type ElementNode, createGalley } from './galley.ts';
import type { Section } from './section.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { addContentsEntry } from './setContentsEntry.ts';
import { addOpeningHeading, asText } from './setHeadings.ts';
import { setParagraph } from './setParagraph.ts';
import { destinationOf } from './storySections.ts';
import { createLetteringStyle } from './textStyle.ts';

export const authorIndexDestination = 'author-index';

/** How far a title stands in below its author, in ems, and the blank between two authors, in lines. */
const indexIndentEm = 1;
const authorGap = 0.5;

/** The authors of a collection, below each name the own stories with their pages; `folioOf` as for the contents. */
export function authorIndexSection(
  builder: SectionBuilder,
  authors: readonly IndexedAuthor[],
  { stories }: Anthology,
  folioOf: (destination: string) => string,
): Section {
  const { context, labels, document } = builder;
  const { gridPt, measurePt, rightPage } = context.geometry;
  // Names in any script begin at the edge that the book is read from.
  const isTurned = rightPage === 'verso';
  const sect: ElementNode = { role: 'Sect', parent: document };
  const galley = createGalley();
  addOpeningHeading(context, galley, {
    label: null,
    title: asText(labels.authorIndex),
    element: { role: 'H1', parent: sect },
    destination: authorIndexDestination,
  });
  const columns = { labelPt: null, innerPt: indexIndentEm * context.design.bodyFontSizePt };
  for (const { name, storyIndexes } of authors) {
    const lines = setParagraph(context, asText(name), {
      style: createLetteringStyle(context.design, context.design.look.contents.part, name),
      measurePt,
      alignment: 'left',
      firstIndentPt: 0,
      hyphenationLanguage: null,
      ...(isTurned ? { direction: 'rtl' as const } : {}),
    });
    galley.addSpace(gridPt * authorGap);
    galley.addBlock({ lines, leftPt: 0, heightPt: gridPt, keepsWithNext: true, element: { role: 'P', parent: sect } });
    const list: ElementNode = { role: 'L', parent: sect };
    for (const index of storyIndexes) {
      const title = stories[index]?.metadata.displayTitle;
      if (title === undefined) continue;
      const destination = destinationOf.story(index);
      const entry = { kind: 'inner', label: null, title: oneLine(title), names: null, destination } as const;
      const element: ElementNode = { role: 'LI', parent: list };
      addContentsEntry(builder, galley, entry, { folio: folioOf(destination), columns, airPt: 0, element });
    }
  }
  return {
    lines: galley.lines,
    startsOn: 'next',
    numbering: 'arabic',
    opening: 'dropFolio',
    heads: { verso: builder.bookHeads, recto: [labels.authorIndex] },
    outline: { title: labels.authorIndex, level: 1 },
  };
}
