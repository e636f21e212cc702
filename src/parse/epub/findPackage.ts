import { CompileError } from '../../diagnostics/compileError.ts';
import type { EpubFile } from './openEpub.ts';

const containerPath = 'META-INF/container.xml';
const packageMediaType = 'application/oebps-package+xml';

/**
 * The path of an EPUB's package document, as its container names it.
 * @see https://www.w3.org/TR/epub-33/#sec-container-metainf-container.xml
 * @throws CompileError `source/invalid-epub`.
 */
export function findPackage(epub: EpubFile): string {
  if (!epub.has(containerPath)) throw invalid(epub, `it has no ${containerPath}, which says where its text is`);
  const paths: string[] = [];
  epub.readXml(containerPath, {
    onOpen: element => {
      const path = element.attribute('full-path');
      const mediaType = element.attribute('media-type') ?? packageMediaType;
      if (element.name === 'rootfile' && mediaType === packageMediaType && path !== undefined) paths.push(path);
    },
  });
  if (paths.length === 0) throw invalid(epub, `its ${containerPath} names no package document`);
  const found = paths.find(path => epub.has(path));
  if (found === undefined) throw invalid(epub, `its package document ${paths[0] ?? ''} is not in it`);
  return found;
}

/** The error for an EPUB that gives nothing to read. */
export function invalid({ path }: EpubFile, found: string): CompileError {
  return new CompileError('source/invalid-epub', `${path} cannot be read as an EPUB: ${found}.`, {
    hint: 'Get the file anew, or look at it with "fascicle check".',
    path,
  });
}
