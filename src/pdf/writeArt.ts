import type { Drawing, Shape } from '../drawing/drawing.ts';
import { flattenDrawing } from '../drawing/flattenDrawing.ts';
import type { PageArt } from '../typeset/pageList.ts';
import type { ArtResources } from './artResources.ts';
import { areaOperands, drawDrawing, drawShapes, type PictureNames } from './drawDrawing.ts';
import { formatNumber } from './pdfSyntax.ts';
import type { PdfDocument } from './pdfkitDocument.ts';

/** Draws a drawing with its bleed as a JPEG of that size. */
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
  const known = new Map<Uint8Array, string>();

  /** Pixels for what lets something through and what lies below that, the rest above them as it is. */
  async function flatOperators(art: PageArt, draw: RasterizeArt): Promise<string> {
    const { drawing } = art;
    const { below, above } = flattenDrawing(drawing);
    if (below.length === 0) return drawDrawing({ ...drawing, shapes: above }, resources, embedded(above));
    const picture = await draw({ ...drawing, shapes: below }, pixelSize(art));
    const over = drawShapes(drawing, above, resources, embedded(above));
    return `${pictureOperators(drawing, writePicture(picture))}\n${over}`;
  }

  function writePicture(bytes: Uint8Array): string {
    const name = `Pa${pictures.length + 1}`;
    pictures.push(`/${name} ${document.writePicture(bytes)}`);
    return name;
  }

  /** The names of the pictures that shapes hold, each written at its first use. */
  function embedded(shapes: readonly Shape[]): PictureNames {
    for (const bytes of picturesIn(shapes)) if (!known.has(bytes)) known.set(bytes, writePicture(bytes));
    return known;
  }

  return {
    names,
    pictures,
    write: async art => {
      const { drawing } = art;
      if (names.has(drawing)) return;
      const operators =
        rasterize === null
          ? drawDrawing(drawing, resources, embedded(drawing.shapes))
          : await flatOperators(art, rasterize);
      names.set(drawing, resources.form(`/BBox[${areaOperands(drawing)}]`, operators));
    },
  };
}

function picturesIn(shapes: readonly Shape[]): Uint8Array[] {
  return shapes.flatMap(shape =>
    shape.type === 'picture' ? [shape.bytes] : shape.type === 'group' ? picturesIn(shape.shapes) : [],
  );
}

function pixelSize({ drawing, widthPt, heightPt }: PageArt): { widthPx: number; heightPx: number } {
  const { widthUnits, heightUnits, bleedUnits = 0 } = drawing;
  const widthIn = (widthPt * (1 + (2 * bleedUnits) / widthUnits)) / 72;
  const heightIn = (heightPt * (1 + (2 * bleedUnits) / heightUnits)) / 72;
  return { widthPx: Math.ceil(widthIn * printResolution), heightPx: Math.ceil(heightIn * printResolution) };
}

/** A picture stands upright on its bottom edge; in a drawing, whose y runs downwards, it is turned over. */
function pictureOperators({ widthUnits, heightUnits, bleedUnits = 0 }: Drawing, name: string): string {
  const [width, height] = [widthUnits + 2 * bleedUnits, heightUnits + 2 * bleedUnits];
  const places = [width, 0, 0, -height, -bleedUnits, heightUnits + bleedUnits].map(value => formatNumber(value, 3));
  return `q ${places.join(' ')} cm/${name} Do Q`;
}
