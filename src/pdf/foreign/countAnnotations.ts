import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { ForeignPage } from './foreignPage.ts';
import { entry, numberOf } from './pdfValues.ts';

/** Flags of an annotation that is shown nowhere (ISO 32000-1, 12.5.3). */
const hidden = 2;

/** How many of the annotations of pages show something: not links, nor what opens when one is clicked. */
export function countAnnotations(pages: readonly ForeignPage[]): number {
  let count = 0;
  for (const { dict } of pages) {
    const annotations = entry(dict, 'Annots');
    if (!(annotations instanceof PDFArray)) continue;
    for (const value of annotations.asArray()) {
      const annotation = dict.context.lookup(value);
      if (annotation instanceof PDFDict && isShown(annotation)) count++;
    }
  }
  return count;
}

function isShown(annotation: PDFDict): boolean {
  const kind = entry(annotation, 'Subtype');
  const flags = numberOf(entry(annotation, 'F')) ?? 0;
  return kind !== PDFName.of('Link') && kind !== PDFName.of('Popup') && (flags & hidden) === 0;
}
