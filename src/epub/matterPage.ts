import type { BookLabels } from '../book/labels.ts';
import type { PrintedPages } from '../book/printedPage.ts';
import type { MatterSection } from '../book/tree.ts';
import type { BookPage } from './bookPage.ts';
import { labelLanguageAttributes, languageAttributes } from './language.ts';
import { matterSemantics, roleName, standsWithoutHeading } from './matterSemantics.ts';
import type { MatterPlace } from './matterSemantics.ts';
import { pageBreaksAt } from './pageBreaks.ts';
import { renderBlocks, renderHeading } from './renderBlocks.ts';
import type { BlockContext } from './renderBlocks.ts';
import { startFootnotes } from './pageFootnotes.ts';
import type { FootnotesById } from './pageFootnotes.ts';
import { renderFootnotes } from './renderFootnotes.ts';
import type { BookImages } from './renderImage.ts';
import { renderInlines } from './renderInlines.ts';
import { matterTitle, visibleInlines } from '../book/titles.ts';
import { attributes, lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

export interface MatterPageOptions {
  readonly id: string;
  readonly place: MatterPlace;
  /** Where the page stands in the whole book: a story's matter is part of a collection's body. */
  readonly division: BookPage['division'];
  /** The level of the section's heading. */
  readonly headingLevel: number;
  readonly language: string;
  readonly labels: BookLabels;
  /** Where the pages of the print edition begin, when there is one. */
  readonly printedPages?: PrintedPages | undefined;
  /** The notes of the story that the section belongs to. */
  readonly footnotes: FootnotesById;
  readonly images?: BookImages | undefined;
}

/** A section of front or back matter on a page of its own. */
export function matterPage(section: MatterSection, options: MatterPageOptions): BookPage {
  const { id, division, language, labels, printedPages } = options;
  const title = matterTitle(section, labels);
  const semantics = matterSemantics(section.role, options.place);
  const footnotes = startFootnotes(options.footnotes, id);
  const headingLevel = options.headingLevel + 1;
  const context: BlockContext = { labels, language, headingLevel, footnotes, images: options.images, printedPages };
  const heading = matterHeading(section, context, options.headingLevel);
  const sectionAttributes = attributes({
    id,
    class: `matter ${roleName(section.role)}`,
    'epub:type': semantics?.epubType,
    role: semantics?.role,
    'aria-label': heading === noMarkup ? title : undefined,
  });
  const blocks = lines([heading, renderBlocks(section.blocks, context), renderFootnotes(context)]);
  return {
    id,
    title,
    language,
    division,
    content: lines([pageBreaksAt(section, printedPages), xhtml`<section${sectionAttributes}>\n${blocks}\n</section>`]),
  };
}

/**
 * A chapter's note, visibly apart from its text; its heading stands at the level of the headings in the text. The role
 * takes it out of the landmarks, of which a page should have few.
 */
export function matterNote(section: MatterSection, context: BlockContext): Xhtml {
  const heading = matterHeading(section, context, context.headingLevel);
  const blocks = renderBlocks(section.blocks, { ...context, headingLevel: context.headingLevel + 1 });
  const noteAttributes = attributes({
    class: `note ${roleName(section.role)}`,
    role: 'note',
    'aria-label': heading === noMarkup ? matterTitle(section, context.labels) : undefined,
  });
  return xhtml`<aside${noteAttributes}>\n${lines([heading, blocks])}\n</aside>`;
}

/** A summary or warnings on the page of the title they belong to; its heading stands one level below that title. */
export function matterWithTitle(section: MatterSection, context: BlockContext, surrounding: string): Xhtml {
  const semantics = matterSemantics(section.role, 'front');
  const heading = matterHeading(section, context, context.headingLevel);
  const blocks = renderBlocks(section.blocks, { ...context, headingLevel: context.headingLevel + 1 });
  const sectionAttributes = attributes({
    class: `with-title ${roleName(section.role)}`,
    'epub:type': semantics?.epubType,
    role: semantics?.role,
  });
  const language = languageAttributes(context.language, surrounding);
  return xhtml`<section${sectionAttributes}${language}>\n${lines([heading, blocks])}\n</section>`;
}

function matterHeading(section: MatterSection, context: BlockContext, level: number): Xhtml {
  const { labels, language } = context;
  const ownTitle = visibleInlines(section.title);
  if (ownTitle !== null) return renderHeading(level, renderInlines(ownTitle, context));
  if (standsWithoutHeading(section.role)) return noMarkup;
  const label = xhtml`${labels.matter[section.role]}`;
  return renderHeading(level, label, labelLanguageAttributes(labels, language));
}
