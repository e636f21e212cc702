import { imagesOf } from '../book/storyImages.ts';
import type { Anthology } from '../book/tree.ts';
import { labelLanguage } from './language.ts';
import { phrasesFor } from './phrases.ts';
import type { BookPlan } from './planBook.ts';
import { attributes, lines, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

const property = (name: string, value: string) => xhtml`<meta property="schema:${name}">${value}</meta>`;

/**
 * What the book offers to those who read it by ear, by touch or enlarged. No conformance to WCAG is claimed: that takes
 * a person's judgement.
 *
 * @see https://www.w3.org/TR/epub-a11y-11/#sec-disc-package and https://www.w3.org/community/reports/a11y-discov-vocab/
 */
export function accessibilityMetadata(book: Anthology, plan: BookPlan, hasCoverPage: boolean): Xhtml {
  const { labels, language } = plan;
  const pictures = pictureAccess(book, hasCoverPage);
  const phrases = phrasesFor(labels.language);
  const summary = pictures === 'none' ? phrases.accessibilitySummary : phrases.pictureSummary(pictures === 'described');
  const summaryLanguage = attributes({ 'xml:lang': labelLanguage(labels, language) });
  return lines([
    accessModes(pictures),
    ...features(plan).map(feature => property('accessibilityFeature', feature)),
    property('accessibilityHazard', 'none'),
    xhtml`<meta property="schema:accessibilitySummary"${summaryLanguage}>${summary}</meta>`,
  ]);
}

/** Whether a book shows pictures that say something, and whether all of them are described. */
type PictureAccess = 'none' | 'described' | 'undescribed';

/** Judges the pictures that a book holds; those that it does not are words in it, and ornaments say nothing. The cover is always described. */
function pictureAccess(book: Anthology, hasCoverPage: boolean): PictureAccess {
  if (book.images.length === 0) return hasCoverPage ? 'described' : 'none';
  const held = new Set(book.images.map(({ id }) => id));
  const shown = imagesOf(book).filter(({ assetId, alt }) => alt !== '' && held.has(assetId ?? ''));
  if (shown.some(({ alt }) => alt === null)) return 'undescribed';
  return shown.length > 0 || hasCoverPage ? 'described' : 'none';
}

/** By which senses the book is taken in, and what describes its pictures. */
function accessModes(pictures: PictureAccess): Xhtml {
  return lines([
    property('accessMode', 'textual'),
    ...(pictures === 'none' ? [] : [property('accessMode', 'visual')]),
    property('accessModeSufficient', pictures === 'undescribed' ? 'textual,visual' : 'textual'),
    ...(pictures === 'described' ? [property('accessibilityFeature', 'alternativeText')] : []),
  ]);
}

/** What is true of every page we write, and of this book: nothing is locked, and parts, notes and breaks carry roles. */
function features({ hasAuthorIndex, pageBreaks }: BookPlan): readonly string[] {
  return [
    'tableOfContents', 'readingOrder', 'structuralNavigation', 'displayTransformability', 'ARIA', 'unlocked',
    ...(hasAuthorIndex ? ['index'] : []),
    ...(pageBreaks.length > 0 ? ['pageBreakMarkers', 'pageNavigation'] : []),
  ]; // prettier-ignore
}
