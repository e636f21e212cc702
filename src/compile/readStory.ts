import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { NormalizedStory } from '../normalize/normalizedStory.ts';
import { type NormalizeSettings, normalizeInSteps } from '../normalize/normalizeStory.ts';
import { type ParseSettings, parseSources } from '../parse/parseSource.ts';
import { decodeSource } from '../source/decodeSource.ts';
import { isEpub, type SourceBytes } from '../source/sourceText.ts';
import { runThrough, type Steps } from '../steps/steps.ts';

/** What is known of a story besides the bytes of its files. */
export interface ReadSettings extends NormalizeSettings, ParseSettings {
  /** The encoding of all its files; found out where it is not said. */
  readonly encoding?: string | undefined;
}

/**
 * Reads the files of one story: decode, parse, normalize.
 * @throws CompileError when a file is empty, binary or in no known format, or an EPUB that cannot be opened.
 */
export function readStory(files: readonly SourceBytes[], settings: ReadSettings = {}): NormalizedStory {
  return runThrough(readInSteps(files, settings));
}

/** The same in steps of a second and less, for a million words. */
export function* readInSteps(files: readonly SourceBytes[], settings: ReadSettings): Steps<NormalizedStory> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const { encoding, parseEpub } = settings;
  const sources = files.map(file => (isEpub(file) ? file : decodeSource(file, report, { encoding })));
  yield;
  const manuscript = parseSources(sources, report, { encoding, parseEpub });
  yield;
  return yield* normalizeInSteps(manuscript, diagnostics, settings);
}
