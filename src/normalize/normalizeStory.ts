import type { Sourced } from '../book/tree.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manuscript } from '../parse/manuscript.ts';
import type { Steps } from '../steps/steps.ts';
import { applyOverrides, startCorrected } from './corrections/applyOverrides.ts';
import { buildStory } from './buildStory.ts';
import { detectLanguage } from './language/detectLanguage.ts';
import { findBlankBreaks } from './breaks/findBlankBreaks.ts';
import { findBreaks } from './breaks/findBreaks.ts';
import { findChapterEdges } from './edges/findChapterEdges.ts';
import { findChapters } from './chapters/findChapters.ts';
import { findFootnotes } from './footnotes/findFootnotes.ts';
import { findOpening } from './opening/findOpening.ts';
import { findPostedParts } from './chapters/findPostedParts.ts';
import { findRuledNotes } from './edges/findRuledNotes.ts';
import { findRules } from './breaks/findRules.ts';
import { findSlugBreaks } from './breaks/findSlugBreaks.ts';
import { findWrappers } from './wrappers/findWrappers.ts';
import type { NormalizedStory } from './normalizedStory.ts';
import type { OverrideSet } from './corrections/override.ts';
import { placeOverrides } from './corrections/placeOverrides.ts';
import { settleOverrides } from './corrections/settleOverrides.ts';
import { type Pass, type Reading, startReading } from './reading.ts';
import { readStatedFields } from './readStatedFields.ts';
import { readStatedMarks } from './readStatedMarks.ts';
import { reportChapters } from './reports/reportChapters.ts';
import { reportDoubledText } from './reports/reportDoubledText.ts';
import { readWindowTitle } from './opening/readWindowTitle.ts';
import { readStatedStory } from './readStatedStory.ts';
import { reportLostLines } from './reports/reportLostLines.ts';
import { reportTextState } from './reports/reportTextState.ts';

/** What is known of a story besides its text. */
export interface NormalizeSettings {
  /** The language as a canonical BCP 47 tag; overrules the text. */
  readonly language?: string | undefined;
  /** The language that counts where the text neither states its own nor shows it. */
  readonly otherwise?: string | undefined;
  /** Whether typewriter marks are set as print has them; `on` unless said otherwise. */
  readonly typography?: Typography | undefined;
  /** The reader's corrections; the first about a line wins. */
  readonly overrides?: readonly OverrideSet[] | undefined;
}

/** `off` leaves quotes, dashes and ellipses as they are typed. */
export type Typography = 'on' | 'off';

/** The passes in the order they run; each decides about blocks that no pass before it has. */
export const decidingPasses: readonly Pass[] = [
  readStatedStory,
  readStatedFields,
  readStatedMarks,
  findWrappers,
  findRules,
  findChapters,
  findOpening,
  findPostedParts,
  findFootnotes,
  findChapterEdges,
  findRuledNotes,
  readWindowTitle,
  findSlugBreaks,
  findBreaks,
  findBlankBreaks,
];

/** The passes over what is decided, the reader's corrections included. */
const reportingPasses: readonly Pass[] = [
  reportChapters,
  reportDoubledText,
  reportLostLines,
  reportTextState,
  detectLanguage,
];

/** The passes over a story that files of our own state in full. */
const statedPasses: readonly Pass[] = [readStatedStory, readStatedFields, readStatedMarks];

/** Works out what each block of a manuscript is, and makes a story of it, in steps of a pass. Never throws on any text. */
export function* normalizeInSteps(
  manuscript: Manuscript,
  diagnostics: readonly Diagnostic[],
  { language, otherwise, typography = 'on', overrides = [] }: NormalizeSettings,
): Steps<NormalizedStory> {
  const isStated = manuscript.statedStory?.isWhole ?? false;
  const unread = startReading(manuscript, diagnostics);
  const start = language === undefined ? unread : { ...unread, language: configuredLanguage(language) };
  const decided = yield* decide(start, overrides, isStated ? statedPasses : decidingPasses);
  const read = yield* run(isStated ? [reportTextState] : reportingPasses, decided);
  return yield* buildStory(
    read.language === null && otherwise !== undefined ? { ...read, language: configuredLanguage(otherwise) } : read,
    isStated ? 'off' : typography,
  );
}

function* run(passes: readonly Pass[], reading: Reading): Steps<Reading> {
  let before = reading;
  for (const pass of passes) {
    before = pass.run(before);
    yield;
  }
  return before;
}

/** Decides by the passes and by the reader: where she corrects them, they run again with what she says. */
function* decide(start: Reading, overrides: readonly OverrideSet[], passes: readonly Pass[]): Steps<Reading> {
  const { reading, said } = placeOverrides(start, overrides);
  const found = yield* run(passes, reading);
  if (said.length === 0) return found;
  const corrected = startCorrected(reading, said, found);
  const isAgreed = corrected.marks.every(mark => mark === null);
  return settleOverrides(applyOverrides(isAgreed ? found : yield* run(passes, corrected), said));
}

function configuredLanguage(tag: string): Sourced<string> {
  return { text: tag, origin: 'config', confidence: 1 };
}
