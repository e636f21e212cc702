import type { Sourced } from '../book/tree.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manuscript } from '../parse/manuscript.ts';
import { buildStory } from './buildStory.ts';
import { detectLanguage } from './detectLanguage.ts';
import { findBlankBreaks } from './findBlankBreaks.ts';
import { findBreaks } from './findBreaks.ts';
import { findChapterEdges } from './findChapterEdges.ts';
import { findChapters } from './findChapters.ts';
import { findOpening } from './findOpening.ts';
import type { NormalizedStory } from './normalizedStory.ts';
import { type Pass, startReading } from './reading.ts';
import { readStatedFields } from './readStatedFields.ts';
import { readStatedMarks } from './readStatedMarks.ts';
import { reportLostLines } from './reportLostLines.ts';
import { reportTextState } from './reportTextState.ts';

/** What is known of a story's language besides its text, as canonical BCP 47 tags. */
export interface LanguageSettings {
  /** Overrules the text. */
  readonly language?: string | undefined;
  /** Counts where the text neither states its language nor shows it. */
  readonly otherwise?: string | undefined;
}

/** The passes in the order they run; each decides about blocks that no pass before it has. */
export const passes: readonly Pass[] = [
  readStatedFields,
  readStatedMarks,
  findChapters,
  findOpening,
  findChapterEdges,
  findBreaks,
  findBlankBreaks,
  reportLostLines,
  reportTextState,
  detectLanguage,
];

/** Works out what each block of a manuscript is, and makes a story of it. Never throws on any text. */
export function normalizeStory(
  manuscript: Manuscript,
  diagnostics: readonly Diagnostic[] = [],
  { language, otherwise }: LanguageSettings = {},
): NormalizedStory {
  const unread = startReading(manuscript, diagnostics);
  const read = passes.reduce(
    (reading, pass) => pass.run(reading),
    language === undefined ? unread : { ...unread, language: configuredLanguage(language) },
  );
  return buildStory(
    read.language === null && otherwise !== undefined ? { ...read, language: configuredLanguage(otherwise) } : read,
  );
}

function configuredLanguage(tag: string): Sourced<string> {
  return { text: tag, origin: 'config', confidence: 1 };
}
