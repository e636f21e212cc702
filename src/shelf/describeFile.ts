import type { MadeArtifact } from '../compile/compileEvent.ts';
import type { Written } from '../output/writeOutput.ts';
import type { WrittenFile } from './bookReport.ts';

/** What is told of a file that was made and written. */
export function describeFile(
  { kind, displayTitle, stories, pages, print, sheets, cover, diagnostics }: MadeArtifact,
  path: string,
  written: Written,
): WrittenFile {
  const told = { pages, print, sheets, ...(cover === undefined ? {} : { cover }), diagnostics };
  return { path, kind, title: displayTitle, stories, ...written, ...told };
}
