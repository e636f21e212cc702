import { fileURLToPath } from 'node:url';
import { readStory } from '../../src/compile/readStory.ts';
import { describeGoldenCases, readInput } from '../support/golden.ts';
import { projectStory } from './projection.ts';

describeGoldenCases(
  'a story file becomes a story',
  fileURLToPath(new URL('cases/', import.meta.url)),
  'golden.json',
  golden => {
    const sources = golden.inputs.map(input => ({ path: input, bytes: readInput(golden, input) }));
    return Promise.resolve(projectStory(readStory(sources)));
  },
);
