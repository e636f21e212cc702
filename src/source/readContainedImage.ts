import { resolveReference } from '../archive/resolveReference.ts';
import type { ImageRefusal } from './imageAddress.ts';
import { type ImageBytes, maxImageBytes, tooLarge } from './readImageFile.ts';
import type { SourceContainer } from './sourceText.ts';

/** A document of an e-book: where the pictures are that it names. */
export interface ContainedPlace {
  readonly container: SourceContainer;
  /** Its path inside. */
  readonly path: string;
}

/**
 * Reads a picture that a document of an e-book names, from inside the e-book and nowhere else: `../images/lamp.png` in
 * `OEBPS/text/one.xhtml` is `OEBPS/images/lamp.png`.
 */
export function readContainedImage(url: string, { container, path }: ContainedPlace): ImageBytes {
  const target = resolveReference(path, url.replace(/\\/g, '/'));
  if (target.kind !== 'inside') return { refusal: outsideBook(container) };
  const size = container.sizeOf(target.path);
  if (size > maxImageBytes) return { refusal: tooLarge(size) };
  const bytes = container.readResource(target.path);
  return bytes === null ? { refusal: notInBook(container, target.path) } : { bytes };
}

/** Why an address that leads out of an e-book is not read. */
export function outsideBook({ path }: SourceContainer): ImageRefusal {
  return {
    code: 'outside-folder',
    reason: `is outside of ${path}, which names it`,
    hint: 'Get the e-book anew; its pictures have to be in it.',
  };
}

function notInBook({ path }: SourceContainer, inside: string): ImageRefusal {
  return {
    code: 'not-found',
    reason: `is not to be had from ${path}, which has no ${inside} that can be read`,
    hint: 'Get the e-book anew, or look at it with "fascicle check".',
  };
}
