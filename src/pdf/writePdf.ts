import type { BookMetadata } from '../book/tree.ts';
import type { FontFace } from '../fonts/fontFace.ts';
import { type ShaperPool, createShaperPool } from '../fonts/shaperPool.ts';
import type { OutlineEntry, Page, PageList } from '../typeset/pageList.ts';
import { type DrawnStyle, type PageDrawing, drawPage } from './drawPage.ts';
import { type ArtResources, createArtResources } from './artResources.ts';
import type { LinkArea } from './linkAreas.ts';
import { type PdfDocument, type PdfOutlineEntry, type PdfPage, createPdfDocument } from './pdfkitDocument.ts';
import { type PdfProfile, screenPdf } from './pdfProfile.ts';
import type { PdfFont } from './pdfkitFont.ts';
import { formatHundredths, textString, toHundredths } from './pdfSyntax.ts';
import { createRunEncoder } from './runEncoder.ts';
import { type StructureTree, createNoStructure, createStructureTree } from './structureTree.ts';
import { type RasterizeArt, createArtWriter } from './writeArt.ts';

export interface WritePdfOptions {
  readonly metadata: BookMetadata;
  /** The shapers that measured the pages, so that nothing is shaped twice. */
  readonly shapers?: ShaperPool;
  /** What the file holds besides the pages; all there is unless said otherwise. */
  readonly profile?: PdfProfile;
  /** The bytes of a picture by its id, a JPEG or a PNG without alpha. */
  readonly readPicture?: (assetId: string) => Promise<Uint8Array>;
  /** Draws as a JPEG what a file without transparency cannot show as it is. */
  readonly rasterizeArt?: RasterizeArt;
}

/** Bytes are handed on when there are so many: fewer calls cost less, and no more of the file is held. */
const chunkBytes = 64 * 1024;

/**
 * Draws typeset pages as a PDF with embedded fonts; the same pages give the same bytes. They come in chunks as
 * pages are drawn, and no page is drawn before the chunk before it is taken.
 */
export async function* writePdf(pageList: PageList, options: WritePdfOptions): AsyncGenerator<Uint8Array, void> {
  const { metadata, shapers, profile = screenPdf, readPicture = noPicture, rasterizeArt = noPixels } = options;
  const document = createPdfDocument({
    facts: {
      title: metadata.displayTitle,
      // Where no author is named the book is its editors'.
      authors: (metadata.authors.length > 0 ? metadata.authors : metadata.editors).map(person => person.name),
      description: metadata.description,
      modified: metadata.modified,
    },
    language: pageList.language === 'und' ? null : pageList.language,
    conformance: profile.conformance,
    isRightToLeft: pageList.direction === 'rtl',
  });
  const fonts = new Map<FontFace, PdfFont>();
  const structure = profile.isTagged
    ? createStructureTree(document, pageList.elements, pageList.pages)
    : createNoStructure();
  const pictures: string[] = [];
  const pictureNames = new Map<string, string>();
  const resources = document.claimNumber();
  const artResources = createArtResources(document, resources);
  const art = createArtWriter(document, artResources, profile.hasTransparency ? null : rasterizeArt);
  const drawing: PageDrawing = {
    left: toHundredths(pageList.bleedPt),
    top: toHundredths(pageList.bleedPt + pageList.trimPt[1]),
    styleAt: createStyles(document, pageList, shapers ?? createShaperPool(), fonts),
    structure,
    hasLinks: profile.hasLinks,
    pictureNames,
    artNames: art.names,
  };
  const pages: PdfPage[] = [];
  for (const page of pageList.pages) {
    for (const { assetId } of page.pictures) {
      if (pictureNames.has(assetId)) continue;
      const name = `Im${pictureNames.size + 1}`;
      pictureNames.set(assetId, name);
      pictures.push(`/${name} ${document.writePicture(await readPicture(assetId))}`);
    }
    for (const shown of page.art ?? []) await art.write(shown);
    pages.push(writePage({ document, pageList, drawing, resources, artResources }, page));
    if (document.waitingBytes() >= chunkBytes) yield document.takeBytes();
  }
  structure.finish();
  const fontEntries = [...fonts.values()].map(({ name, reference }) => `/${name} ${reference}`);
  document.writeObject(resources, resourceEntries(fontEntries, [...pictures, ...art.pictures], artResources));
  if (profile.hasOutline) addOutline(document, pageList.outline, pages, null);
  document.setPageLabels(pageList.pages.map(page => page.folio));
  document.finish();
  yield document.takeBytes();
}

function resourceEntries(fonts: readonly string[], pictures: readonly string[], art: ArtResources): string {
  const { shadings, states, forms } = art.entries();
  const drawn = (shadings === '' ? '' : `/Shading<<${shadings}>>`) + (states === '' ? '' : `/ExtGState<<${states}>>`);
  return `<</Font<<${fonts.join('')}>>/XObject<<${pictures.join('')}${forms}>>${drawn}>>`;
}

function noPixels(): Promise<Uint8Array> {
  throw new RangeError('there is nothing that draws pixels');
}

function noPicture(assetId: string): Promise<Uint8Array> {
  throw new RangeError(`there is no picture ${assetId}`);
}

interface PageWriting {
  readonly document: PdfDocument;
  readonly pageList: PageList;
  readonly drawing: PageDrawing;
  readonly resources: number;
  readonly artResources: ArtResources;
}

function writePage({ document, pageList, drawing, resources, artResources }: PageWriting, page: Page): PdfPage {
  const { structure, top } = drawing;
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
  // What blends does so in the colours that its drawing is in, whatever the colours of the paper.
  const blending =
    artResources.hasTransparency() && page.art !== undefined ? '/Group<</S/Transparency/CS/DeviceRGB>>' : '';
  document.writeObject(
    claimed.number,
    `<</Type/Page/Parent ${document.pageTree} 0 R${pageBoxes(pageList)}/Contents ${contents} 0 R/Resources ${resources} 0 R${blending}${structureEntries}${shownLinks}>>`,
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

/** Makes each style ready to draw when it is first met, so that no font is embedded that shows nothing. */
function createStyles(
  document: PdfDocument,
  pageList: PageList,
  shapers: ShaperPool,
  fonts: Map<FontFace, PdfFont>,
): (index: number) => DrawnStyle {
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
