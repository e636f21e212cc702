import type { CoverStyleFacts } from '../coverStyles.ts';

export const woodcutFacts: CoverStyleFacts = {
  label: 'Woodcut',
  sentence: 'A landscape cut in wood, in few inks, under a sun or a moon.',
  suits: {
    adventure: 2,
    country: 3,
    sea: 2,
    woods: 3,
    mountains: 3,
    historical: 2,
    travel: 2,
    autumn: 2,
    winter: 1,
    warm: 1,
    sad: 1,
    city: -1,
    space: -2,
    scienceFiction: -1,
  },
};
