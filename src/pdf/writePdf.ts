import type { OutlineEntry, Page, PageList } from '../typeset/pageList.ts';
import { drawPage } from './drawPage.ts';
import type { LinkArea } from './linkAreas.ts';
import { type PdfDocument, type PdfOutlineEntry, type PdfPage, createPdfDocument } from './pdfkitDocument.ts';
import { type PdfProfile, screenPdf } from './pdfProfile.ts';
import { formatHundredths, textString, toHundredths } from './pdfSyntax.ts';
import type { PrinterSetting } from './printerSetting.ts';
import {
  type DescribedBook,
  type DrawingSources,
  type StartedDrawing,
  bookFacts,
  chunkBytes,
  startDrawing,
} from './startDrawing.ts';
import { type StructureTree, createNoStructure, createStructureTree } from './structureTree.ts';

export interface WritePdfOptions extends DrawingSources {
  readonly metadata: DescribedBook;
  /** What the file holds besides the pages; all there is unless said otherwise. */
  readonly profile?: PdfProfile;
  /** What the printer's dialog is to offer; its own choice unless said otherwise. */
  readonly printing?: PrinterSetting;
}

/**
 * Draws typeset pages as a PDF with embedded fonts; the same pages give the same bytes. They come in chunks as
 * pages are drawn, and no page is drawn before the chunk before it is taken.
 */
export async function* writePdf(pageList: PageList, options: WritePdfOptions): AsyncGenerator<Uint8Array, void> {
  const { metadata, profile = screenPdf } = options;
  const document = createPdfDocument({
    facts: bookFacts(metadata),
    language: pageList.language === 'und' ? null : pageList.language,
    conformance: profile.conformance,
    isRightToLeft: pageList.direction === 'rtl',
    ...(options.printing === undefined ? {} : { printing: options.printing }),
  });
  const structure = profile.isTagged
    ? createStructureTree(document, pageList.elements, pageList.pages)
    : createNoStructure();
  const rasterizeArt = profile.hasTransparency ? null : (options.rasterizeArt ?? noPixels);
  const started = startDrawing(document, pageList, structure, profile.hasLinks, { ...options, rasterizeArt });
  const pages: PdfPage[] = [];
  for (const page of pageList.pages) {
    await started.writePictures(page);
    pages.push(writePage({ document, pageList, structure, started }, page));
    if (document.waitingBytes() >= chunkBytes) yield document.takeBytes();
  }
  structure.finish();
  started.finish();
  if (profile.hasOutline) addOutline(document, pageList.outline, pages, null);
  document.setPageLabels(pageList.pages.map(page => page.folio));
  document.finish();
  yield document.takeBytes();
}

function noPixels(): Promise<Uint8Array> {
  throw new RangeError('there is nothing that draws pixels');
}

interface PageWriting {
  readonly document: PdfDocument;
  readonly pageList: PageList;
  readonly structure: StructureTree;
  readonly started: StartedDrawing;
}

function writePage({ document, pageList, structure, started }: PageWriting, page: Page): PdfPage {
  const { drawing, resources } = started;
  const { top } = drawing;
  const claimed = document.claimPage();
  const structureEntries = structure.startPage(claimed);
  const { content, links } = drawPage(drawing, page);
  const contents = document.claimNumber();
  document.writeContent(contents, content);
  const { destinations } = drawing.hasLinks ? page : { destinations: [] };
  for (const { name, topPt } of destinations) {
    document.addDestination(name, claimed, (top - toHundredths(topPt)) / 100);
  }
  const annotations = links.map(link => writeLink(document, structure, link));
  structure.endPage();
  const shownLinks = annotations.length === 0 ? '' : `/Annots[${annotations.join(' ')}]`;
  document.writeObject(
    claimed.number,
    `<</Type/Page/Parent ${document.pageTree} 0 R${pageBoxes(pageList)}/Contents ${contents} 0 R/Resources ${resources} 0 R${started.blendingOf(page)}${structureEntries}${shownLinks}>>`,
  );
  return claimed;
}

/**
 * What of a page is paper: the sheet, and on it what is cut out (ISO 32000-1, 14.11.2). What bleeds is cut through; without
 * bleed the page is the sheet.
 */
function pageBoxes({ trimPt: [widthPt, heightPt], bleedPt }: PageList): string {
  const box = (fromPt: number, beyondPt: number): string =>
    `[${[fromPt, fromPt, widthPt + beyondPt, heightPt + beyondPt].map(length => formatHundredths(toHundredths(length))).join(' ')}]`;
  const trim = `/TrimBox${box(bleedPt, bleedPt)}`;
  const sheet = box(0, 2 * bleedPt);
  return bleedPt === 0 ? `/MediaBox${sheet}${trim}` : `/MediaBox${sheet}/CropBox${sheet}/BleedBox${sheet}${trim}`;
}

/** Writes a link's annotation and joins it to its element. Returns its reference. */
function writeLink(document: PdfDocument, structure: StructureTree, link: LinkArea): string {
  const { element, target, left, right, top, bottom, text } = link;
  const number = document.claimNumber();
  const structureEntries = structure.addAnnotation(element, number);
  const action =
    target.type === 'url'
      ? `/S/URI/URI ${textString(asciiUrl(target.url))}`
      : `/S/GoTo/D ${document.destinationKey(target.name)}`;
  const area = [left, bottom, right, top].map(formatHundredths).join(' ');
  const contents = textString(text.trim());
  document.writeObject(
    number,
    `<</Type/Annot/Subtype/Link/Rect[${area}]/Border[0 0 0]/F 4/Contents ${contents}${structureEntries}/A<<${action}>>>>`,
  );
  return `${number} 0 R`;
}

/** Addresses are ASCII (ISO 32000-1, 12.6.4.7): `…/é` → `…/%C3%A9`. */
function asciiUrl(url: string): string {
  return url.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[^!-~]+/g, encodeURIComponent);
}

function addOutline(
  document: PdfDocument,
  entries: readonly OutlineEntry[],
  pages: readonly PdfPage[],
  parent: PdfOutlineEntry | null,
): void {
  for (const entry of entries) {
    const page = pages[entry.page];
    if (page === undefined) throw new RangeError(`there is no page ${entry.page}`);
    addOutline(document, entry.children, pages, document.addOutlineEntry(entry.title, page, parent));
  }
}
