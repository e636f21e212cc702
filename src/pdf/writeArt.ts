import type { Box, Drawing } from '../drawing/drawing.ts';
import { flattenDrawing, isClear } from '../drawing/flattenDrawing.ts';
import { placeShapes } from '../drawing/placeShapes.ts';
import type { PageArt } from '../typeset/pageList.ts';
import type { ArtResources } from './artResources.ts';
import { areaOperands, drawDrawing, drawShapes } from './drawDrawing.ts';
import { formatNumber } from './pdfSyntax.ts';
import type { PdfDocument } from './pdfkitDocument.ts';

/** Draws a drawing as a JPEG of that size. */
export type RasterizeArt = (drawing: Drawing, size: { widthPx: number; heightPx: number }) => Promise<Uint8Array>;

/** Writes drawings as forms, each once, however many pages show it. */
export interface ArtWriter {
  /** The names of the drawings that are written. */
  readonly names: ReadonlyMap<Drawing, string>;
  /** The entries of the pictures that stand in for what could not be drawn. */
  readonly pictures: readonly string[];
  readonly write: (art: PageArt) => Promise<void>;
}

/** What presses and offices print at; pixels an inch. */
const printResolution = 300;

/** @param rasterize for a file without transparency; `null` where it may have some */
export function createArtWriter(
  document: PdfDocument,
  resources: ArtResources,
  rasterize: RasterizeArt | null,
): ArtWriter {
  const names = new Map<Drawing, string>();
  const pictures: string[] = [];

  /** Pixels where something lets through what lies below it; around them, and above them, all is drawn. */
  async function flatOperators(art: PageArt, draw: RasterizeArt): Promise<string> {
    const { drawing } = art;
    const { below, above, clearBox } = flattenDrawing(drawing);
    if (clearBox === null) return drawDrawing({ ...drawing, shapes: above }, resources);
    const cut: Drawing = {
      ...drawing,
      widthUnits: clearBox.right - clearBox.left,
      heightUnits: clearBox.bottom - clearBox.top,
      bleedUnits: 0,
      shapes: placeShapes(below, 1, [-clearBox.left, -clearBox.top]),
    };
    const name = `Pa${pictures.length + 1}`;
    pictures.push(`/${name} ${document.writePicture(await draw(cut, pixelSize(art, cut)))}`);
    const around = drawDrawing({ ...drawing, shapes: below.filter(shape => !isClear(shape)) }, resources);
    return [around, pictureOperators(clearBox, name), drawShapes(drawing, above, resources)].join('\n');
  }

  return {
    names,
    pictures,
    write: async art => {
      const { drawing } = art;
      if (names.has(drawing)) return;
      const operators = rasterize === null ? drawDrawing(drawing, resources) : await flatOperators(art, rasterize);
      names.set(drawing, resources.form(`/BBox[${areaOperands(drawing)}]`, operators));
    },
  };
}

function pixelSize(
  { drawing, widthPt, heightPt }: PageArt,
  cut: Pick<Drawing, 'widthUnits' | 'heightUnits'>,
): { widthPx: number; heightPx: number } {
  const pixels = (lengthPt: number): number => Math.max(1, Math.ceil((lengthPt / 72) * printResolution - hair));
  return {
    widthPx: pixels((cut.widthUnits * widthPt) / drawing.widthUnits),
    heightPx: pixels((cut.heightUnits * heightPt) / drawing.heightUnits),
  };
}

/** What rounding may add asks for no other pixel. */
const hair = 0.001;

/** A picture stands upright on its bottom edge; in a drawing, whose y runs downwards, it is turned over. */
function pictureOperators({ left, top, right, bottom }: Box, name: string): string {
  const places = [right - left, 0, 0, top - bottom, left, bottom].map(value => formatNumber(value, 3));
  return `q ${places.join(' ')} cm/${name} Do Q`;
}
