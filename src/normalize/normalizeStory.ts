import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manuscript } from '../parse/manuscript.ts';
import { buildStory } from './buildStory.ts';
import { detectLanguage } from './detectLanguage.ts';
import { findBreaks } from './findBreaks.ts';
import { findChapterEdges } from './findChapterEdges.ts';
import { findChapters } from './findChapters.ts';
import { findOpening } from './findOpening.ts';
import type { NormalizedStory } from './normalizedStory.ts';
import type { Pass, Reading } from './reading.ts';
import { readStatedFields } from './readStatedFields.ts';
import { reportLostLines } from './reportLostLines.ts';
import { reportTextState } from './reportTextState.ts';

/** The passes in the order they run; each decides about blocks that no pass before it has. */
export const passes: readonly Pass[] = [
  readStatedFields,
  findChapters,
  findOpening,
  findChapterEdges,
  findBreaks,
  reportLostLines,
  reportTextState,
  detectLanguage,
];

/** Works out what each block of a manuscript is, and makes a story of it. Never throws on any text. */
export function normalizeStory(manuscript: Manuscript, diagnostics: readonly Diagnostic[] = []): NormalizedStory {
  const unread: Reading = {
    manuscript,
    marks: manuscript.blocks.map(() => null),
    title: null,
    authors: [],
    language: null,
    date: null,
    fields: [],
    statedMatter: [],
    diagnostics,
  };
  return buildStory(passes.reduce((reading, pass) => pass.run(reading), unread));
}
