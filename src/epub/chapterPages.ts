import type { BookLabels } from '../book/labels.ts';
import type { PrintedPages } from '../book/printedPage.ts';
import type { Block, Chapter, Paragraph } from '../book/tree.ts';
import type { Openings } from '../theme/theme.ts';
import type { BookPage } from './bookPage.ts';
import { closeHeadingGaps } from './closeHeadingGaps.ts';
import { matterNote } from './matterPage.ts';
import { findOpening, openingParagraphOf, renderOpening } from './openingParagraph.ts';
import type { Opening } from './openingParagraph.ts';
import { pageBreaksAt, renderAcrossPages } from './pageBreaks.ts';
import { renderBlock, renderHeading } from './renderBlocks.ts';
import type { BlockContext } from './renderBlocks.ts';
import { renderInlines } from './renderInlines.ts';
import { splitAtSceneBreaks } from './splitAtSceneBreaks.ts';
import { chapterLine, displayedLabel, visibleInlines } from '../book/titles.ts';
import { attributes, lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';
import { labelLanguageAttributes, languageAttributes } from './language.ts';

export interface ChapterPagesOptions {
  readonly id: string;
  /** What the chapter is called where it has neither label nor title. */
  readonly fallbackTitle: string;
  readonly headingLevel: number;
  readonly language: string;
  readonly labels: BookLabels;
  /** Where the pages of the print edition begin, when there is one. */
  readonly printedPages?: PrintedPages | undefined;
  /** How its first paragraph begins. */
  readonly openings: Openings;
}

/** A chapter as one page, or as several where it is too long for one file; never none. */
export function chapterPages(chapter: Chapter, options: ChapterPagesOptions): readonly BookPage[] {
  const { language, labels, headingLevel, printedPages } = options;
  const context: BlockContext = { labels, language, headingLevel: headingLevel + 1, printedPages };
  const title = chapterLine(chapter, labels) ?? options.fallbackTitle;
  const heading = chapterHeading(chapter, options);
  const parts = bodyParts(chapter.body, context, options.openings);
  return parts.map((part, index): BookPage => {
    const isFirst = index === 0;
    const isLast = index === parts.length - 1;
    const id = isFirst ? options.id : `${options.id}-${String(index + 1)}`;
    const content = lines([
      isFirst ? lines([heading, ...chapter.openingNotes.map(note => matterNote(note, context))]) : noMarkup,
      part,
      isLast ? closing(chapter, context) : noMarkup,
    ]);
    const isNamed = isFirst && heading !== noMarkup;
    const sectionAttributes = attributes({
      id,
      ...(isFirst ? chapterSemantics(chapter) : {}),
      'aria-label': isNamed ? undefined : title,
    });
    const section = xhtml`<section${sectionAttributes}>\n${content}\n</section>`;
    const pageBreaks = isFirst ? pageBreaksAt(chapter, printedPages) : noMarkup;
    return { id, title, language, division: 'bodymatter', content: lines([pageBreaks, section]) };
  });
}

function bodyParts(body: readonly Block[], context: BlockContext, openings: Openings): readonly Xhtml[] {
  const first = openingParagraphOf(body);
  const opening = first === null ? null : findOpening(first, openings, context.language);
  const pieces = closeHeadingGaps(body).map(block => ({
    content: block === first && opening !== null ? renderFirst(first, opening, context) : renderBlock(block, context),
    isSceneBreak: block.type === 'thematicBreak',
  }));
  return splitAtSceneBreaks(pieces).map(part => lines(part));
}

function renderFirst(paragraph: Paragraph, opening: Opening, { language, printedPages }: BlockContext): Xhtml {
  const { children, lang } = paragraph;
  const pages = printedPages?.get(paragraph);
  // A page that begins inside of the opening would part it, which none does: a page's first lines are more words.
  const content = renderAcrossPages(children, pages, (piece, isFirst) =>
    isFirst ? renderOpening(piece, opening) : renderInlines(piece),
  );
  return xhtml`<p class="first"${languageAttributes(lang, language)}>${content}</p>`;
}

function closing(chapter: Chapter, context: BlockContext): Xhtml {
  const closingLine = visibleInlines(chapter.closingLine);
  return lines([
    closingLine === null ? noMarkup : xhtml`<p class="closing-line">${renderInlines(closingLine)}</p>`,
    ...chapter.closingNotes.map(note => matterNote(note, context)),
  ]);
}

function chapterSemantics(chapter: Chapter): Readonly<Record<string, string>> {
  switch (chapter.kind) {
    case 'prologue':
    case 'epilogue':
      return { 'epub:type': chapter.kind, role: `doc-${chapter.kind}` };
    case 'chapter':
    case 'interlude':
      return { 'epub:type': 'chapter', role: 'doc-chapter' };
  }
}

/** The label small above the title; the one that there is alone; nothing when there is neither. */
export function chapterHeading(
  chapter: Pick<Chapter, 'label' | 'number' | 'title'>,
  { labels, language, headingLevel }: Pick<ChapterPagesOptions, 'labels' | 'language' | 'headingLevel'>,
): Xhtml {
  const label = displayedLabel(chapter, labels);
  const title = visibleInlines(chapter.title);
  const isOwnLabel = chapter.label !== null;
  const labelLanguage = isOwnLabel ? noMarkup : labelLanguageAttributes(labels, language);
  if (title === null) return label === null ? noMarkup : renderHeading(headingLevel, xhtml`${label}`, labelLanguage);
  const titleContent = renderInlines(title);
  if (label === null) return renderHeading(headingLevel, titleContent);
  const labelContent = xhtml`<span class="label"${labelLanguage}>${label}</span>`;
  return renderHeading(headingLevel, xhtml`${labelContent} <span class="title">${titleContent}</span>`);
}
