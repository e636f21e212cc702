import { foldLetters } from '../../text/foldLetters.ts';
import type { PackageFacts } from './packageFacts.ts';
import { type PartKind, partKind } from './partKind.ts';
import type { DocumentSurvey } from './surveyDocument.ts';

/** A title page, cover or imprint is at most so long, in characters; guides that call a first chapter so are common. */
const maxPageLength = 3000;

/** So much of a page of contents is links. */
const contentsLinkShare = 0.5;

/** The words that stand between facts on a title page. */
const pageWords = new Set(['by', 'a', 'the', 'and', 'novel', 'story', 'von', 'par', 'de', 'di', 'written']);

/** What is known of the book that a document is in, and whether the document shows its cover and nothing else. */
export interface DescribedBook {
  readonly facts: PackageFacts;
  readonly isOwn: boolean;
  readonly isCover: boolean;
}

/**
 * What a document is, by its own terms, by what the book's landmarks or guide call it, or as a page of nothing but what
 * the package states; `null` for story.
 */
export function describedKind(
  survey: DocumentSurvey,
  type: string | null,
  { facts, isOwn, isCover }: DescribedBook,
): PartKind | null {
  if (isOwn && survey.ownRole !== null) return { kind: 'matter', role: survey.ownRole };
  if (isCover) return { kind: 'removed', reason: 'cover' };
  const named = type === null ? null : partKind([type]);
  const kind = survey.kind ?? named;
  // Our own pages are what they say, however long: the imprint of a large collection, its index of authors.
  if (isOwn && kind !== null) return kind;
  if (kind !== null && kind.kind !== 'matter') return isBelievable(kind, survey) ? kind : null;
  if (kind !== null) return kind;
  if (survey.isJacket && survey.length <= maxPageLength) return { kind: 'titlePage' };
  return !isOwn && saysFactsOnly(survey, facts) ? { kind: 'titlePage' } : null;
}

function isBelievable(kind: PartKind, { length, lengthInLinks }: DocumentSurvey): boolean {
  if (kind.kind === 'removed' && kind.reason === 'contents') return length === 0 || lengthInLinks >= length * contentsLinkShare; // prettier-ignore
  return length <= maxPageLength;
}

/** Whether every word of a page is one of the book's title, its authors or its publisher, and the whole title is there. */
function saysFactsOnly({ start, length }: DocumentSurvey, { story }: PackageFacts): boolean {
  if (length === 0 || start === '' || story.title === null || story.authors.length === 0) return false;
  const fields = story.fields.filter(({ key }) => key === 'subtitle' || key === 'publisher' || key === 'series');
  const known = wordsOf([story.title, ...story.authors.map(({ name }) => name), ...fields.map(({ value }) => value), story.date ?? ''].join(' ')); // prettier-ignore
  const own = wordsOf(start);
  const namesAuthor = story.authors.some(({ name }) => wordsOf(name).every(word => own.includes(word)));
  return (
    namesAuthor &&
    wordsOf(story.title).every(word => own.includes(word)) &&
    own.every(word => known.includes(word) || pageWords.has(word))
  );
}

function wordsOf(text: string): string[] {
  return foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
