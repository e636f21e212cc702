import type { CoverStyleFacts } from '../coverStyles.ts';

export const constellationFacts: CoverStyleFacts = {
  label: 'Constellation',
  sentence: 'A star chart in gilt on a night sky, with a constellation that no other book has.',
  suits: {
    space: 3,
    scienceFiction: 3,
    night: 3,
    fantasy: 2,
    fairyTale: 2,
    poetry: 2,
    quiet: 1,
    romance: 1,
    winter: 1,
    sea: 1,
    travel: 1,
    day: -2,
    humor: -1,
    crime: -1,
  },
};
