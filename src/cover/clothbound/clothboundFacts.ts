import type { CoverStyleFacts } from '../coverStyles.ts';

export const clothboundFacts: CoverStyleFacts = {
  label: 'Clothbound',
  sentence: 'Cloth boards, stamped in foil with a frame, an ornament and the title.',
  suits: {
    historical: 3,
    fairyTale: 2,
    long: 2,
    garden: 2,
    collection: 2,
    quiet: 1,
    poetry: 1,
    house: 1,
    scienceFiction: -2,
  },
};
