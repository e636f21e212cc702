import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { type PdfBox, boxOf, entry, numberOf, sharedBox } from './pdfValues.ts';

/** A page of somebody else's PDF, with what it inherits (ISO 32000-1, 7.7.3.3 and 14.11.2). */
export interface ForeignPage {
  readonly dict: PDFDict;
  /** Its content, one stream after another; none for a blank page. */
  readonly contents: readonly PDFStream[];
  readonly resources: PDFObject | undefined;
  /** What a reader shows: the crop box as far as it lies on the sheet. */
  readonly cropBox: PdfBox;
  /** What is left when it is cut, as far as it is shown; `null` when the page does not say. */
  readonly trimBox: PdfBox | null;
  /** What is printed, to be cut through; `null` when the page does not say. */
  readonly bleedBox: PdfBox | null;
  /** By which it is shown turned, clockwise, in degrees. */
  readonly rotation: 0 | 90 | 180 | 270;
  /** How many points one of its units is. */
  readonly unitPt: number;
}

/** Of pages that do not say how large they are, as readers show them: Letter. */
const unsaidSheet: PdfBox = { left: 0, bottom: 0, right: 612, top: 792 };

/** What a page may have from the nodes above it. */
interface Inherited {
  readonly resources: PDFObject | undefined;
  readonly mediaBox: PDFObject | undefined;
  readonly cropBox: PDFObject | undefined;
  readonly rotate: PDFObject | undefined;
}

/** The pages of a document in order, or in words what of them is missing. */
export function readPages(context: PDFContext, catalog: PDFDict): readonly ForeignPage[] | string {
  const root = entry(catalog, 'Pages');
  if (!(root instanceof PDFDict)) return 'its pages are missing';
  const pages: ForeignPage[] = [];
  const seen = new Set<PDFDict>();
  const nothing: Inherited = { resources: undefined, mediaBox: undefined, cropBox: undefined, rotate: undefined };
  // A list of what is still to be visited, the next one last: a tree may be as deep as it has pages.
  const waiting: { readonly node: PDFObject | undefined; readonly inherited: Inherited }[] = [{ node: root, inherited: nothing }]; // prettier-ignore
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, inherited } = next;
    if (!(node instanceof PDFDict)) return `page ${pages.length + 1} is missing`;
    const own = inherit(node, inherited);
    const kids = entry(node, 'Kids');
    if (kids instanceof PDFArray) {
      // A page may stand in a document several times, as viewers show it; what holds pages may not hold itself.
      if (seen.has(node)) return 'its pages go round in a circle';
      seen.add(node);
      for (const kid of kids.asArray().toReversed()) waiting.push({ node: context.lookup(kid), inherited: own });
      continue;
    }
    const page = readPage(node, own);
    if (page === null) return `the content of page ${pages.length + 1} is missing`;
    pages.push(page);
  }
  return pages;
}

function inherit(node: PDFDict, above: Inherited): Inherited {
  return {
    resources: node.get(PDFName.of('Resources')) ?? above.resources,
    mediaBox: entry(node, 'MediaBox') ?? above.mediaBox,
    cropBox: entry(node, 'CropBox') ?? above.cropBox,
    rotate: entry(node, 'Rotate') ?? above.rotate,
  };
}

function readPage(dict: PDFDict, { resources, ...inherited }: Inherited): ForeignPage | null {
  const contents = contentsOf(dict);
  if (contents === null) return null;
  const mediaBox = boxOf(inherited.mediaBox) ?? unsaidSheet;
  const cropBox = sharedBox(boxOf(inherited.cropBox) ?? mediaBox, mediaBox) ?? mediaBox;
  const boxWithin = (key: string): PdfBox | null => {
    const box = boxOf(entry(dict, key));
    return box === null ? null : sharedBox(box, cropBox);
  };
  const unitPt = numberOf(entry(dict, 'UserUnit')) ?? 1;
  return {
    dict,
    contents,
    resources,
    cropBox,
    trimBox: boxWithin('TrimBox'),
    bleedBox: boxWithin('BleedBox'),
    rotation: quarterTurns(numberOf(inherited.rotate) ?? 0),
    unitPt: unitPt > 0 ? unitPt : 1,
  };
}

/** `null` where a part of the content is not in the file. */
function contentsOf(dict: PDFDict): readonly PDFStream[] | null {
  const stated = dict.get(PDFName.of('Contents'));
  const contents = entry(dict, 'Contents');
  // The null object stands for nothing; a reference to an object that is not there, for something that was lost.
  if (contents === undefined) return stated instanceof PDFRef ? null : [];
  const parts = contents instanceof PDFArray ? contents.asArray().map(part => dict.context.lookup(part)) : [contents];
  return parts.every(part => part instanceof PDFStream) ? parts : null;
}

/** `450` → 90, `-90` → 270; what is no quarter turn turns nothing. */
function quarterTurns(degrees: number): ForeignPage['rotation'] {
  const turned = ((degrees % 360) + 360) % 360;
  return turned === 90 || turned === 180 || turned === 270 ? turned : 0;
}
