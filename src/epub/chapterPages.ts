import { findOpenedParagraph } from '../book/findOpening.ts';
import type { OpenedParagraph } from '../book/findOpening.ts';
import type { BookLabels } from '../book/labels.ts';
import type { PrintedPages } from '../book/printedPage.ts';
import { blockText } from '../book/plainText.ts';
import type { Block, Chapter } from '../book/tree.ts';
import type { Openings } from '../theme/theme.ts';
import type { BookPage } from './bookPage.ts';
import { closeHeadingGaps } from './closeHeadingGaps.ts';
import { matterNote } from './matterPage.ts';
import { pageBreaksAt } from './pageBreaks.ts';
import { renderBlock, renderHeading } from './renderBlocks.ts';
import type { BlockContext } from './renderBlocks.ts';
import type { BookImages } from './renderImage.ts';
import { renderInlines } from './renderInlines.ts';
import { startFootnotes } from './pageFootnotes.ts';
import type { FootnotesById } from './pageFootnotes.ts';
import { renderFootnotes } from './renderFootnotes.ts';
import { splitAtSceneBreaks, utf8Length } from './splitAtSceneBreaks.ts';
import { chapterLine, displayedLabel, visibleInlines } from '../book/titles.ts';
import { attributes, lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';
import { labelLanguageAttributes } from './language.ts';

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
  /** The notes of the story. */
  readonly footnotes: FootnotesById;
  readonly images?: BookImages | undefined;
}

/** A chapter as one page, or as several where it is too long for one file; never none. */
export function chapterPages(chapter: Chapter, options: ChapterPagesOptions): readonly BookPage[] {
  const { language, printedPages } = options;
  const title = chapterLine(chapter, options.labels) ?? options.fallbackTitle;
  const opening = findOpenedParagraph(chapter.body, options.openings, options.language);
  const whole = startPage(options, options.id, opening);
  const head = chapterHead(chapter, options, whole);
  const parts = splitBody(chapter.body, whole);
  // Each file has the notes that it refers to: one of several is rendered anew, with its own.
  const hasOwnNotes = parts.length > 1 && whole.footnotes.referred.length > 0;
  return parts.map((part, index): BookPage => {
    const isFirst = index === 0;
    const id = isFirst ? options.id : `${options.id}-${String(index + 1)}`;
    const context = hasOwnNotes ? startPage(options, id, opening) : whole;
    const { heading, notes } = hasOwnNotes && isFirst ? chapterHead(chapter, options, context) : head;
    const content = lines([
      isFirst ? lines([heading, notes]) : noMarkup,
      lines(hasOwnNotes ? part.blocks.map(block => renderBlock(block, context)) : part.content),
      index === parts.length - 1 ? closing(chapter, context) : noMarkup,
      renderFootnotes(context),
    ]);
    const sectionAttributes = attributes({
      id,
      ...(isFirst ? chapterSemantics(chapter) : {}),
      'aria-label': isFirst && heading !== noMarkup ? undefined : title,
    });
    const section = xhtml`<section${sectionAttributes}>\n${content}\n</section>`;
    const pageBreaks = isFirst ? pageBreaksAt(chapter, printedPages) : noMarkup;
    return { id, title, language, division: 'bodymatter', content: lines([pageBreaks, section]) };
  });
}

function startPage(options: ChapterPagesOptions, id: string, opened: OpenedParagraph | null): BlockContext {
  const { labels, language, headingLevel, footnotes, images, printedPages } = options;
  return {
    labels,
    language,
    headingLevel: headingLevel + 1,
    footnotes: startFootnotes(footnotes, id),
    images,
    printedPages,
    opened,
  };
}

function chapterHead(
  chapter: Chapter,
  { headingLevel }: ChapterPagesOptions,
  context: BlockContext,
): { readonly heading: Xhtml; readonly notes: Xhtml } {
  const heading = chapterHeading(chapter, { ...context, headingLevel });
  return { heading, notes: lines(chapter.openingNotes.map(note => matterNote(note, context))) };
}

/** A part of a chapter's body that stands in one file. */
interface BodyPart {
  readonly blocks: readonly Block[];
  readonly content: readonly Xhtml[];
}

function splitBody(body: readonly Block[], context: BlockContext): readonly BodyPart[] {
  const blocks = closeHeadingGaps(body);
  const { referred } = context.footnotes;
  const pieces = blocks.map(block => {
    const before = referred.length;
    const content = renderBlock(block, context);
    const added = referred.slice(before);
    const notesBytes = added.reduce((sum, { note }) => sum + utf8Length(blockText(note.blocks)) + noteMarkupBytes, 0);
    return { content, isSceneBreak: block.type === 'thematicBreak', notesBytes };
  });
  let start = 0;
  return splitAtSceneBreaks(pieces).map(content => {
    const own = blocks.slice(start, start + content.length);
    start += content.length;
    return { blocks: own, content };
  });
}

/** About what the markup of a note takes in a file beside its words. */
const noteMarkupBytes = 250;

function closing(chapter: Chapter, context: BlockContext): Xhtml {
  const closingLine = visibleInlines(chapter.closingLine);
  return lines([
    closingLine === null ? noMarkup : xhtml`<p class="closing-line">${renderInlines(closingLine, context)}</p>`,
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

/** At the level of the context: the label small above the title; the one that there is alone; nothing when there is neither. */
export function chapterHeading(chapter: Pick<Chapter, 'label' | 'number' | 'title'>, context: BlockContext): Xhtml {
  const { labels, language, headingLevel } = context;
  const label = displayedLabel(chapter, labels);
  const title = visibleInlines(chapter.title);
  const isOwnLabel = chapter.label !== null;
  const labelLanguage = isOwnLabel ? noMarkup : labelLanguageAttributes(labels, language);
  if (title === null) return label === null ? noMarkup : renderHeading(headingLevel, xhtml`${label}`, labelLanguage);
  const titleContent = renderInlines(title, context);
  if (label === null) return renderHeading(headingLevel, titleContent);
  const labelContent = xhtml`<span class="label"${labelLanguage}>${label}</span>`;
  return renderHeading(headingLevel, xhtml`${labelContent} <span class="title">${titleContent}</span>`);
}
