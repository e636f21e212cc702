import type { CoverStyleFacts } from '../coverStyles.ts';

export const risographFacts: CoverStyleFacts = {
  label: 'Risograph',
  sentence: 'One bold thing in two or three bright inks, printed over each other in coarse dots.',
  suits: {
    sea: 1,
    house: 2,
    city: 1,
    summer: 3,
    warm: 2,
    playful: 2,
    mountains: 1,
    adventure: 1,
    humor: 2,
    short: 1,
    romance: 1,
    historical: -2,
    horror: -1,
  },
};
