import type { BookLabels } from '../book/labels.ts';
import { partAsHeading, partLine } from '../book/partHeadings.ts';
import type { PartHeading } from '../book/tree.ts';
import type { BookPage } from './bookPage.ts';
import { chapterHeading } from './chapterPages.ts';
import { startFootnotes } from './pageFootnotes.ts';
import type { FootnotesById } from './pageFootnotes.ts';
import type { BlockContext } from './renderBlocks.ts';
import { renderFootnotes } from './renderFootnotes.ts';
import { attributes, lines, noMarkup, xhtml } from './xhtml.ts';

export interface PartPageOptions {
  readonly id: string;
  readonly headingLevel: number;
  readonly language: string;
  readonly labels: BookLabels;
  /** The notes of the story. */
  readonly footnotes: FootnotesById;
}

/** The page that opens a part of a story: its label and title, and nothing else. */
export function partPage(part: PartHeading, options: PartPageOptions): BookPage {
  const { id, language, labels, headingLevel } = options;
  const footnotes = startFootnotes(options.footnotes, id);
  const context: BlockContext = { labels, language, headingLevel, footnotes };
  const title = partLine(part, labels);
  const heading = chapterHeading(partAsHeading(part), context);
  const sectionAttributes = attributes({
    id,
    class: 'part',
    'epub:type': 'part',
    role: 'doc-part',
    'aria-label': heading === noMarkup ? title : undefined,
  });
  const section = xhtml`<section${sectionAttributes}>\n${lines([heading, renderFootnotes(context)])}\n</section>`;
  return { id, title, language, division: 'bodymatter', content: section };
}
