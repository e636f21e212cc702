import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFInvalidObject,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

/**
 * Takes out of a document what its trailer does not lead to. Returns how many objects that are referred to are not there.
 * @throws RangeError for an object that is there and cannot be read
 */
export function keepReachable(context: PDFContext): number {
  const reached = new Set<PDFRef>();
  const waiting: PDFObject[] = [];
  let missing = 0;
  const { Root, Info } = context.trailerInfo;
  for (const start of [Root, Info]) if (start !== undefined) waiting.push(start);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next instanceof PDFRef) {
      if (reached.has(next)) continue;
      reached.add(next);
      const object = context.lookup(next);
      if (object === undefined) missing++;
      else waiting.push(object);
    } else if (next instanceof PDFArray) waiting.push(...next.asArray());
    else if (next instanceof PDFDict) waiting.push(...next.values());
    else if (next instanceof PDFStream) waiting.push(next.dict);
    else if (next instanceof PDFInvalidObject) throw new RangeError('an object that a page needs cannot be read');
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
  return missing;
}
