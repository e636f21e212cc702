import type { BookLabels } from '../book/labels.ts';
import type { MatterSection } from '../book/tree.ts';
import type { BookPage } from './bookPage.ts';
import { labelLanguageAttributes } from './language.ts';
import { matterSemantics, roleName, standsWithoutHeading } from './matterSemantics.ts';
import type { MatterPlace } from './matterSemantics.ts';
import { renderBlocks, renderHeading } from './renderBlocks.ts';
import type { BlockContext } from './renderBlocks.ts';
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
  readonly images?: BookImages | undefined;
}

/** A section of front or back matter on a page of its own. */
export function matterPage(section: MatterSection, options: MatterPageOptions): BookPage {
  const { id, division, language, labels } = options;
  const title = matterTitle(section, labels);
  const semantics = matterSemantics(section.role, options.place);
  const context: BlockContext = { labels, language, headingLevel: options.headingLevel + 1, images: options.images };
  const heading = matterHeading(section, context, options.headingLevel);
  const sectionAttributes = attributes({
    id,
    class: `matter ${roleName(section.role)}`,
    'epub:type': semantics?.epubType,
    role: semantics?.role,
    'aria-label': heading === noMarkup ? title : undefined,
  });
  const blocks = lines([heading, renderBlocks(section.blocks, context)]);
  return { id, title, language, division, content: xhtml`<section${sectionAttributes}>\n${blocks}\n</section>` };
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

function matterHeading(section: MatterSection, { labels, language }: BlockContext, level: number): Xhtml {
  const ownTitle = visibleInlines(section.title);
  if (ownTitle !== null) return renderHeading(level, renderInlines(ownTitle));
  if (standsWithoutHeading(section.role)) return noMarkup;
  const label = xhtml`${labels.matter[section.role]}`;
  return renderHeading(level, label, labelLanguageAttributes(labels, language));
}
