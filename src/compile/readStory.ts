import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { NormalizedStory } from '../normalize/normalizedStory.ts';
import { type LanguageSettings, normalizeStory } from '../normalize/normalizeStory.ts';
import { parseSources } from '../parse/parseSource.ts';
import { decodeSource } from '../source/decodeSource.ts';
import type { SourceBytes } from '../source/sourceText.ts';

/**
 * Reads the files of one story: decode, parse, normalize.
 * @throws CompileError when a file is empty, binary or in no known format.
 */
export function readStory(files: readonly SourceBytes[], languages: LanguageSettings = {}): NormalizedStory {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const sources = files.map(file => decodeSource(file, report));
  const manuscript = parseSources(sources, report);
  return normalizeStory(manuscript, diagnostics, languages);
}
