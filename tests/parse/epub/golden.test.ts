import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { readStory } from '../../../src/compile/readStory.ts';
import { parseEpub } from '../../../src/parse/epub/parseEpub.ts';
import { ledgerFaults } from '../../normalize/ledger.ts';
import { projectStory } from '../../normalize/projection.ts';
import { describeGoldenCases } from '../../support/golden.ts';
import { packTree } from './packTree.ts';

describeGoldenCases('an EPUB becomes a story', fileURLToPath(new URL('cases/', import.meta.url)), 'golden.json', golden => {
  const story = readStory([{ path: 'in.epub', bytes: packTree(join(golden.folder, 'in.epub')) }], { parseEpub });
  expect(ledgerFaults(story)).toEqual([]);
  return Promise.resolve(projectStory(story).replaceAll('in.epub/OEBPS/', ''));
});
