import type { BookMetadata } from '../book/tree.ts';
import { type ShaperPool, createShaperPool } from '../fonts/shaperPool.ts';
import type { FontFace } from '../fonts/fontFace.ts';
import type { OutlineEntry, PageList, StructureElement } from '../typeset/pageList.ts';
import { type DrawnStyle, drawPage } from './drawPage.ts';
import { type PdfProfile, screenPdf } from './pdfProfile.ts';
import {
  type PdfDocument,
  type PdfElement,
  type PdfFont,
  type PdfOutlineEntry,
  createPdfDocument,
} from './pdfkitDocument.ts';
import { createRunEncoder } from './runEncoder.ts';

export interface WritePdfOptions {
  readonly metadata: BookMetadata;
  /** The shapers that measured the pages, so that nothing is shaped twice. */
  readonly shapers?: ShaperPool;
  /** What the file holds besides the pages; all there is unless said otherwise. */
  readonly profile?: PdfProfile;
}

/** Draws typeset pages as a tagged PDF 1.7 with embedded fonts; the same pages give the same bytes. */
export async function writePdf(pageList: PageList, options: WritePdfOptions): Promise<Uint8Array> {
  const { metadata, shapers, profile = screenPdf } = options;
  const document = createPdfDocument({
    facts: {
      title: metadata.displayTitle,
      // Where no author is named the book is its editors'.
      authors: (metadata.authors.length > 0 ? metadata.authors : metadata.editors).map(person => person.name),
      description: metadata.description,
      modified: metadata.modified,
    },
    language: pageList.language === 'und' ? null : pageList.language,
    isRightToLeft: pageList.direction === 'rtl',
  });
  const [widthPt, heightPt] = pageList.trimPt;
  const styleAt = createStyles(document, pageList, shapers ?? createShaperPool());
  const elementAt = createElements(document, pageList.elements);
  for (const page of pageList.pages) {
    document.addPage(widthPt, heightPt);
    drawPage({ document, heightPt, styleAt, elementAt, hasLinks: profile.hasLinks }, page);
  }
  if (profile.hasOutline) addOutline(document, pageList.outline, null);
  document.setPageLabels(pageList.pages.map(page => page.folio));
  return document.finish();
}

/** Makes each style ready to draw when it is first met, so that no font is embedded that shows nothing. */
function createStyles(document: PdfDocument, pageList: PageList, shapers: ShaperPool): (index: number) => DrawnStyle {
  const fonts = new Map<FontFace, PdfFont>();
  const drawn: DrawnStyle[] = [];
  function drawnStyle(index: number): DrawnStyle {
    const style = pageList.styles[index];
    if (style === undefined) throw new RangeError(`there is no style ${index}`);
    const shaper = shapers.shaperFor(style);
    const font = fonts.get(shaper.face) ?? document.openFont(shaper.face);
    fonts.set(shaper.face, font);
    return { style, font, encoder: createRunEncoder(style, shaper, font) };
  }
  return index => (drawn[index] ??= drawnStyle(index));
}

/**
 * Makes each element of the structure, its parents before it, when a page first shows it. Elements come in reading order, so
 * one that does not hold the next is complete: it is written out then, and a long book's structure need not be kept.
 */
function createElements(document: PdfDocument, elements: readonly StructureElement[]): (index: number) => PdfElement {
  const open: { readonly index: number; readonly element: PdfElement }[] = [];
  const closeLast = (): void => {
    const last = open.pop();
    if (last !== undefined) document.endElement(last.element);
  };
  function elementAt(index: number): PdfElement {
    const known = open.find(each => each.index === index);
    if (known !== undefined) return known.element;
    const described = elements[index];
    if (described === undefined) throw new RangeError(`there is no structure element ${index}`);
    const parent = described.parent === null ? null : elementAt(described.parent);
    while (open.length > 0 && open.at(-1)?.index !== described.parent) closeLast();
    const element = document.addElement(described.role, parent, described.language ?? null);
    open.push({ index, element });
    return element;
  }
  return elementAt;
}

function addOutline(document: PdfDocument, entries: readonly OutlineEntry[], parent: PdfOutlineEntry | null): void {
  for (const entry of entries) {
    const added = document.addOutlineEntry(entry.title, entry.page, parent);
    addOutline(document, entry.children, added);
  }
}
