import type { CoverStyleFacts } from '../coverStyles.ts';

export const midcenturyFacts: CoverStyleFacts = {
  label: 'Mid-century',
  sentence: 'A few pieces of cut paper on an off-white sheet, as on a paperback of the fifties.',
  suits: {
    children: 3,
    humor: 3,
    playful: 3,
    literary: 2,
    city: 3,
    short: 1,
    collection: 2,
    garden: 1,
    day: 1,
    summer: 1,
    crime: 1,
    horror: -1,
    fantasy: -1,
    scienceFiction: 1,
  },
};
