import { readSource } from '../source/readSource.ts';
import type { SourceBytes } from '../source/sourceText.ts';
import type { SourceFile } from './compileOptions.ts';

/** The bytes of a file, from memory or from disk. */
export async function readFile(file: SourceFile, maxBytes?: number): Promise<SourceBytes> {
  if (file.content === undefined) return readSource(file.path, { maxBytes });
  const bytes = typeof file.content === 'string' ? new TextEncoder().encode(file.content) : file.content;
  return { path: file.path, bytes };
}
