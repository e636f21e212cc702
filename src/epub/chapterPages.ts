import type { BookLabels } from '../book/labels.ts';
import type { Block, Chapter } from '../book/tree.ts';
import type { BookPage } from './bookPage.ts';
import { closeHeadingGaps } from './closeHeadingGaps.ts';
import { matterNote } from './matterPage.ts';
import { renderBlock, renderHeading } from './renderBlocks.ts';
import type { BlockContext } from './renderBlocks.ts';
import type { BookImages } from './renderImage.ts';
import { renderInlines } from './renderInlines.ts';
import { splitAtSceneBreaks } from './splitAtSceneBreaks.ts';
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
  readonly images?: BookImages | undefined;
}

/** A chapter as one page, or as several where it is too long for one file; never none. */
export function chapterPages(chapter: Chapter, options: ChapterPagesOptions): readonly BookPage[] {
  const { language, labels, headingLevel } = options;
  const context: BlockContext = { labels, language, headingLevel: headingLevel + 1, images: options.images };
  const title = chapterLine(chapter, labels) ?? options.fallbackTitle;
  const heading = chapterHeading(chapter, options);
  const parts = bodyParts(chapter.body, context);
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
    return { id, title, language, division: 'bodymatter', content: section };
  });
}

function bodyParts(body: readonly Block[], context: BlockContext): readonly Xhtml[] {
  const pieces = closeHeadingGaps(body).map(block => ({
    content: renderBlock(block, context),
    isSceneBreak: block.type === 'thematicBreak',
  }));
  return splitAtSceneBreaks(pieces).map(part => lines(part));
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
