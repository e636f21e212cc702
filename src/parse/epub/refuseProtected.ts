import { CompileError } from '../../diagnostics/compileError.ts';
import { resolveReference } from '../../archive/resolveReference.ts';
import type { EpubFile } from './openEpub.ts';

const encryptionPath = 'META-INF/encryption.xml';

/** What the protections of shops and libraries put into a book: Adobe ADEPT, Apple FairPlay, Readium LCP. */
const rightsPaths = ['META-INF/rights.xml', 'META-INF/sinf.xml', 'META-INF/license.lcpl'];

/**
 * Ways to keep fonts from being copied out of a book, which hide no word of it (EPUB 3.3 §4.4 and Adobe's own).
 * @see https://www.w3.org/TR/epub-33/#sec-font-obfuscation
 */
const fontObfuscation = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);

/**
 * Refuses an EPUB of which a file that has to be read is encrypted.
 * @param needed the paths of the package document and of the spine
 * @throws CompileError `source/protected-epub`.
 */
export function refuseProtected(epub: EpubFile, needed: readonly string[]): void {
  const encrypted = encryptedPaths(epub);
  const isLocked = encrypted === null ? rightsPaths.some(path => epub.has(path)) : needed.some(path => encrypted.has(path)); // prettier-ignore
  if (!isLocked) return;
  throw new CompileError(
    'source/protected-epub',
    `${epub.path} is protected against copying: its text is encrypted, and no program but the shop’s can read it.`,
    { hint: 'Get a copy without protection, or leave the book out.', path: epub.path },
  );
}

/** The files that are encrypted otherwise than as fonts are; `null` where nothing says which. */
function encryptedPaths(epub: EpubFile): ReadonlySet<string> | null {
  if (!epub.has(encryptionPath)) return null;
  const paths = new Set<string>();
  let algorithm = '';
  epub.readXml(encryptionPath, {
    onOpen: element => {
      if (element.name === 'EncryptedData') algorithm = '';
      if (element.name === 'EncryptionMethod' && algorithm === '') algorithm = element.attribute('Algorithm') ?? '';
      if (element.name !== 'CipherReference' || fontObfuscation.has(algorithm)) return;
      // Its paths count from the root of the archive.
      const target = resolveReference('', element.attribute('URI') ?? '');
      if (target.kind === 'inside') paths.add(target.path);
    },
  });
  return paths;
}
