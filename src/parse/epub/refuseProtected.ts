import { CompileError } from '../../diagnostics/compileError.ts';
import type { EpubFile } from './openEpub.ts';

/** What the protections of shops and libraries put into a book: Adobe ADEPT, Apple FairPlay, Readium LCP. */
const rightsPaths = ['META-INF/rights.xml', 'META-INF/sinf.xml', 'META-INF/license.lcpl'];

/**
 * Refuses an EPUB of which a file that has to be read is encrypted.
 * @param encrypted the paths of the files that are; `null` where nothing says which
 * @param needed the paths of the package document and of the spine
 * @throws CompileError `source/protected-epub`.
 */
export function refuseProtected(
  epub: EpubFile,
  encrypted: ReadonlySet<string> | null,
  needed: readonly string[],
): void {
  const isLocked = encrypted === null ? rightsPaths.some(path => epub.has(path)) : needed.some(path => encrypted.has(path)); // prettier-ignore
  if (!isLocked) return;
  throw new CompileError(
    'source/protected-epub',
    `${epub.path} is protected against copying: its text is encrypted, and no program but the shop’s can read it.`,
    { hint: 'Get a copy without protection, or leave the book out.', path: epub.path },
  );
}
