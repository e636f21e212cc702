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
export function accessibilityMetadata(plan: BookPlan, hasCoverPage: boolean): Xhtml {
  const { labels, language } = plan;
  const summary = phrasesFor(labels.language).accessibilitySummary;
  const summaryLanguage = attributes({ 'xml:lang': labelLanguage(labels, language) });
  return lines([
    accessModes(hasCoverPage),
    ...features(plan).map(feature => property('accessibilityFeature', feature)),
    property('accessibilityHazard', 'none'),
    xhtml`<meta property="schema:accessibilitySummary"${summaryLanguage}>${summary}</meta>`,
  ]);
}

/** By which senses the book is taken in, and what describes its pictures. */
function accessModes(hasCoverPage: boolean): Xhtml {
  return lines([
    property('accessMode', 'textual'),
    ...(hasCoverPage ? [property('accessMode', 'visual')] : []),
    property('accessModeSufficient', 'textual'),
    ...(hasCoverPage ? [property('accessibilityFeature', 'alternativeText')] : []),
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
