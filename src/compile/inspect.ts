import { assembleStory } from '../book/assembleBook.ts';
import type { SourceFile } from './compileOptions.ts';
import { createIdentity } from './identity.ts';
import { type InspectView, inspectStory } from './inspectStory.ts';
import { readFile } from './readFile.ts';
import { readStory } from './readStory.ts';

/** What {@link inspect} sees: the public view, and the source lines it speaks of. */
export interface Inspection {
  readonly view: InspectView;
  /** The decoded lines of each file; line 1 is `lines[0]`. */
  readonly files: readonly { readonly path: string; readonly lines: readonly string[] }[];
}

/**
 * Reads one story as a build would, and shows what was made of every line.
 * @throws CompileError when a file cannot be read or holds no text.
 */
export async function inspect(files: readonly SourceFile[]): Promise<Inspection> {
  const sources = [];
  for (const file of files) sources.push(await readFile(file));
  const normalized = readStory(sources);
  const fileName = (files[0]?.path ?? '').split(/[\\/]/).at(-1) ?? '';
  const story = assembleStory({ ...normalized, fileName }, {}, createIdentity(null));
  return {
    view: inspectStory(normalized, story),
    files: normalized.sources.map(({ path, lines }) => ({ path, lines })),
  };
}
