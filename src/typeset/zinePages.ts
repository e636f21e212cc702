import { shownFields } from '../book/byline.ts';
import { partOpeningMatter } from '../book/openingMatter.ts';
import type { Anthology } from '../book/tree.ts';
import { runThrough } from '../steps/steps.ts';
import { addBody } from './addBody.ts';
import { type PageAssembler, createPageAssembler } from './assemblePages.ts';
import { bookMatterSection } from './bookMatterSection.ts';
import type { DraftPage } from './draftPage.ts';
import { type ElementNode, type GalleyLine, createGalley } from './galley.ts';
import { gatherFootnotes } from './gatherFootnotes.ts';
import { addAtFoot } from './pageFoot.ts';
import type { RunningFrames } from './runningFrames.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { addFields } from './setFields.ts';
import { addNotedMatter, destinationOf, openingMatter } from './storySections.ts';
import { noteSetting } from './textSetting.ts';
import { frontSection, titlePageSection } from './titlePageSections.ts';

export interface ZineParts {
  readonly builder: SectionBuilder;
  readonly book: Anthology;
  readonly running: RunningFrames;
  readonly imprint: readonly GalleyLine[];
}

/**
 * The pages of a zine, numbered through: its title, what a reader has to know before she begins, the text, and on the last
 * page, a verso, what the story says of itself and the imprint.
 * @param textStartsOn whether the text may begin behind the title, or waits for the page beside
 */
export function setZine(parts: ZineParts, textStartsOn: 'next' | 'recto'): readonly DraftPage[] {
  const { builder, book, running } = parts;
  const front = createPageAssembler(builder.context, running, { pagesBefore: 0 });
  front.addSection(titlePageSection(builder, book));
  book.frontMatter.forEach((matter, index) => {
    front.addSection(bookMatterSection(builder, matter, destinationOf.matter('front', index), 'arabic'));
  });
  addNotice(parts, front);
  if (textStartsOn === 'recto') front.fillLeaf();
  const body = createPageAssembler(builder.context, running, { pagesBefore: front.pages.length });
  runThrough(addBody(body, builder, book));
  addLastPage(parts, body);
  return [...front.pages, ...body.pages];
}

/** A single story's summary, its warnings and what else stands before it; a story of a collection has them over its text. */
function addNotice({ builder, book }: ZineParts, front: PageAssembler): void {
  const [story] = book.stories;
  if (book.metadata.isCollection) return;
  const matter = [...partOpeningMatter(story.frontMatter).withTitle, ...openingMatter(story)];
  if (matter.length === 0) return;
  const language = story.metadata.language.text;
  const sect: ElementNode = { role: 'Sect', parent: builder.document, language };
  const galley = createGalley();
  addNotedMatter(builder, galley, story, matter, noteSetting(builder.context, language), sect);
  front.addSection({ ...frontSection(builder), ...gatherFootnotes(builder, galley, language, sect) });
}

/** What the story says of itself, and the imprint at the foot. */
function addLastPage({ builder, book, imprint }: ZineParts, body: PageAssembler): void {
  const { context, document } = builder;
  const [story] = book.stories;
  const language = story.metadata.language.text;
  const sect: ElementNode = { role: 'Sect', parent: document, language };
  const galley = createGalley();
  if (!book.metadata.isCollection) {
    addFields(context, galley, shownFields(story.metadata.fields), noteSetting(context, language), sect);
  }
  const section = { ...frontSection(builder), opening: 'bare', startsOn: 'verso' } as const;
  if (addAtFoot(context, galley, imprint)) {
    body.addSection({ ...section, ...gatherFootnotes(builder, galley, language, sect) });
    return;
  }
  galley.addSpace(context.geometry.gridPt);
  const [first, ...others] = imprint;
  if (first !== undefined) galley.lines.push({ ...first, spaceBeforePt: context.geometry.gridPt }, ...others);
  body.addSection({ ...section, startsOn: 'next', ...gatherFootnotes(builder, galley, language, sect) });
  body.fillLeaf();
}
