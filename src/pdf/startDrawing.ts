import type { BookMetadata } from '../book/tree.ts';
import type { FontFace } from '../fonts/fontFace.ts';
import { type ShaperPool, createShaperPool } from '../fonts/shaperPool.ts';
import type { Page, PageList } from '../typeset/pageList.ts';
import { createArtResources } from './artResources.ts';
import type { DrawnStyle, PageDrawing } from './drawPage.ts';
import type { PdfDocument } from './pdfkitDocument.ts';
import type { PdfFont } from './pdfkitFont.ts';
import { toHundredths } from './pdfSyntax.ts';
import { createRunEncoder } from './runEncoder.ts';
import type { StructureTree } from './structureTree.ts';
import { type RasterizeArt, createArtWriter } from './writeArt.ts';
import type { DocumentFacts } from './xmpPacket.ts';

/** What drawing the pages of a book takes besides the pages. */
export interface DrawingSources {
  /** The shapers that measured the pages, so that nothing is shaped twice. */
  readonly shapers?: ShaperPool;
  /** The bytes of a picture by its id, a JPEG or a PNG without alpha. */
  readonly readPicture?: (assetId: string) => Promise<Uint8Array>;
  /** For a file in which nothing may be clear: draws as a JPEG what cannot be shown there as it is. */
  readonly rasterizeArt?: RasterizeArt | null;
}

/** The pages of a book while they are drawn, and what they share in the file: fonts and pictures, under one name each. */
export interface StartedDrawing {
  readonly drawing: PageDrawing;
  /** The number of the resources that every page names. */
  readonly resources: number;
  /** Writes the pictures and drawings of a page that no page before it has. */
  readonly writePictures: (page: Page) => Promise<void>;
  /** What the object of a page, or of its form, says of how its colours are mixed; nothing where none are. */
  readonly blendingOf: (page: Page) => string;
  /** Writes the resources, when the last page is drawn. */
  readonly finish: () => void;
}

/** Bytes are handed on when there are so many: fewer calls cost less, and no more of the file is held. */
export const chunkBytes = 64 * 1024;

/** What of a book a file is about. */
export type DescribedBook = Pick<BookMetadata, 'displayTitle' | 'authors' | 'editors' | 'description' | 'modified'>;

/** What a file says of the book in it. */
export function bookFacts(metadata: DescribedBook): DocumentFacts {
  return {
    title: metadata.displayTitle,
    // Where no author is named the book is its editors'.
    authors: (metadata.authors.length > 0 ? metadata.authors : metadata.editors).map(person => person.name),
    description: metadata.description,
    modified: metadata.modified,
  };
}

/** Begins to draw the pages of a page list into a document. */
export function startDrawing(
  document: PdfDocument,
  pageList: PageList,
  structure: StructureTree,
  hasLinks: boolean,
  { shapers = createShaperPool(), readPicture = noPicture, rasterizeArt = null }: DrawingSources,
): StartedDrawing {
  const fonts = new Map<FontFace, PdfFont>();
  const pictures: string[] = [];
  const pictureNames = new Map<string, string>();
  const resources = document.claimNumber();
  const artResources = createArtResources(document, resources);
  const art = createArtWriter(document, artResources, rasterizeArt);
  const drawing: PageDrawing = {
    left: toHundredths(pageList.bleedPt),
    top: toHundredths(pageList.bleedPt + pageList.trimPt[1]),
    styleAt: createStyles(document, pageList, shapers, fonts),
    structure,
    hasLinks,
    pictureNames,
    artNames: art.names,
    ornamentNames: art.ornaments,
  };
  return {
    drawing,
    resources,
    writePictures: async page => {
      for (const { assetId } of page.pictures) {
        if (pictureNames.has(assetId)) continue;
        const name = `Im${pictureNames.size + 1}`;
        pictureNames.set(assetId, name);
        pictures.push(`/${name} ${document.writePicture(await readPicture(assetId))}`);
      }
      for (const shown of page.art ?? []) await art.write(shown);
      for (const { ornament } of page.ornaments ?? []) art.writeOrnament(ornament);
    },
    // What blends does so in the colours that its drawing is in, whatever the colours of the paper, and with nothing below.
    blendingOf: page =>
      page.art !== undefined && artResources.hasTransparency() ? '/Group<</S/Transparency/I true/CS/DeviceRGB>>' : '',
    finish: () => {
      const fontEntries = [...fonts.values()].map(({ name, reference }) => `/${name} ${reference}`);
      const { shadings, states, forms } = artResources.entries();
      const drawn =
        (shadings === '' ? '' : `/Shading<<${shadings}>>`) + (states === '' ? '' : `/ExtGState<<${states}>>`);
      const shown = [...pictures, ...art.pictures].join('') + forms;
      document.writeObject(resources, `<</Font<<${fontEntries.join('')}>>/XObject<<${shown}>>${drawn}>>`);
    },
  };
}

function noPicture(assetId: string): Promise<Uint8Array> {
  throw new RangeError(`there is no picture ${assetId}`);
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
