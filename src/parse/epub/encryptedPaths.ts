import { resolveReference } from '../../archive/resolveReference.ts';
import type { EpubFile } from './openEpub.ts';

const encryptionPath = 'META-INF/encryption.xml';

/**
 * Ways to keep fonts from being copied out of a book, which hide no word of it (EPUB 3.3 §4.4 and Adobe's own).
 * @see https://www.w3.org/TR/epub-33/#sec-font-obfuscation
 */
const fontObfuscation = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);

/** The files that are encrypted otherwise than as fonts are; `null` where nothing says which. */
export function encryptedPaths(epub: EpubFile): ReadonlySet<string> | null {
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
