import type { CoverStyleFacts } from '../coverStyles.ts';

export const typographicFacts: CoverStyleFacts = {
  label: 'Typographic',
  sentence: 'Nothing but type: the title is the picture.',
  suits: { poetry: 3, literary: 2, tense: 2, crime: 2, short: 2, collection: 1, city: 1, humor: 1, children: -1 },
};
