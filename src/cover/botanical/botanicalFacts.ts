import type { CoverStyleFacts } from '../coverStyles.ts';

export const botanicalFacts: CoverStyleFacts = {
  label: 'Botanical plate',
  sentence: 'One plant, drawn as on a plate of an old herbarium.',
  suits: {
    garden: 3,
    country: 2,
    woods: 2,
    spring: 3,
    summer: 2,
    romance: 2,
    quiet: 2,
    poetry: 2,
    literary: 2,
    house: 1,
    warm: 1,
    space: -2,
    scienceFiction: -2,
    war: -1,
    tense: -1,
  },
};
