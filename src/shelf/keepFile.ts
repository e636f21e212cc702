import { join } from 'node:path';
import type { MadeArtifact } from '../compile/compileEvent.ts';
import { diagnosticOf } from '../compile/diagnosticOf.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { SourceGuard } from '../output/sourceGuard.ts';
import { type Written, writeOutput } from '../output/writeOutput.ts';
import type { FailedFile, WrittenFile } from './bookReport.ts';

/** Writes a file that was made into a folder, never over a source; one that cannot be written costs no other. */
export async function keepFile(
  artifact: MadeArtifact,
  folder: string,
  guard: SourceGuard,
): Promise<WrittenFile | FailedFile> {
  const path = join(folder, artifact.fileName);
  try {
    await guard(path);
    return describeFile(artifact, path, await writeOutput(path, artifact.content));
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return { fileName: artifact.fileName, diagnostics: [diagnosticOf(error)] };
  }
}

/** What is told of a file that was made and written. */
function describeFile(
  { kind, displayTitle, stories, pages, print, sheets, cover, diagnostics }: MadeArtifact,
  path: string,
  written: Written,
): WrittenFile {
  const told = { pages, print, sheets, ...(cover === undefined ? {} : { cover }), diagnostics };
  return { path, kind, title: displayTitle, stories, ...written, ...told };
}
