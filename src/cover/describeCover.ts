import type { CoverSubject } from './coverSubject.ts';
import { coverWordsFor } from './coverWords.ts';
import { type Phrasebook, phraseFor } from './phrasebook.ts';

/**
 * What a person who cannot see a cover is told: whose it is, and what the picture shows. A style says the second in a whole
 * sentence for each language, `{ en: 'A map of stars over dark hills.', fr: …, de: …, es: … }`.
 */
export function describeCover(subject: CoverSubject, picture: Phrasebook<string>): string {
  return `${coverWordsFor(subject.language).cover(subject.title, subject)} ${phraseFor(picture, subject.language)}`;
}
