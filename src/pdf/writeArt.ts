import type { Box, Drawing, Shape } from '../drawing/drawing.ts';
import { flattenDrawing, isClear } from '../drawing/flattenDrawing.ts';
import { placeShapes } from '../drawing/placeShapes.ts';
import type { Ornament } from '../drawing/ornament.ts';
import type { PageArt } from '../typeset/pageList.ts';
import type { ArtResources } from './artResources.ts';
import { areaOperands, drawDrawing, drawShapes, pathOperators, type PictureNames } from './drawDrawing.ts';
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
  /** The names of the ornaments that are written. */
  readonly ornaments: ReadonlyMap<Ornament, string>;
  readonly writeOrnament: (ornament: Ornament) => void;
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
  const ornaments = new Map<Ornament, string>();
  const pictures: string[] = [];
  const known = new Map<Uint8Array, string>();

  /** Pixels where something lets through what lies below it; around them, and above them, all is drawn. */
  async function flatOperators(art: PageArt, draw: RasterizeArt): Promise<string> {
    const { drawing } = art;
    const { below, above, clearBox } = flattenDrawing(drawing);
    if (clearBox === null) return drawDrawing({ ...drawing, shapes: above }, resources, embedded(above));
    const cut: Drawing = {
      ...drawing,
      widthUnits: clearBox.right - clearBox.left,
      heightUnits: clearBox.bottom - clearBox.top,
      bleedUnits: 0,
      shapes: placeShapes(below, 1, [-clearBox.left, -clearBox.top]),
    };
    const name = writePicture(await draw(cut, pixelSize(art, cut)));
    const opaque = below.filter(shape => !isClear(shape));
    const around = drawDrawing({ ...drawing, shapes: opaque }, resources, embedded(opaque));
    const over = drawShapes(drawing, above, resources, embedded(above));
    return [around, pictureOperators(clearBox, name), over].join('\n');
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
    ornaments,
    writeOrnament: ornament => {
      if (ornaments.has(ornament)) return;
      const { widthUnits, heightUnits, steps } = ornament;
      // Without a colour: a form is drawn in that of whoever shows it (ISO 32000-1, 8.10.1).
      const name = resources.form(`/BBox[0 0 ${widthUnits} ${heightUnits}]`, `${pathOperators(steps)} f`);
      ornaments.set(ornament, name);
    },
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
