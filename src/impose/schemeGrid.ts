import { folio, gridOf, miniZine, octavo, quarto } from './formes.ts';
import type { SchemeName } from './imposition.ts';
import type { PaperPt } from './paperSizes.ts';

/**
 * How many pages stand on one side of a sheet, in which position of the sheet: a booklet's two stand side by side on a sheet
 * that lies, a quarto's four are two rows on one that stands.
 */
interface SchemeGrid {
  readonly columns: number;
  readonly rows: number;
}

const grids: Readonly<Record<SchemeName, SchemeGrid>> = {
  booklet: gridOf(folio),
  signatures: gridOf(folio),
  'mini-zine': gridOf(miniZine),
  quarto: gridOf(quarto),
  octavo: gridOf(octavo),
  'cut-and-stack': { columns: 2, rows: 1 },
  stab: { columns: 2, rows: 1 },
};

/** Two signatures on a sheet stand one over the other: the sheet is cut between them and each half folded. */
function schemeGridOf(scheme: SchemeName, abreast: 1 | 2): SchemeGrid {
  const { columns, rows } = grids[scheme];
  const isDoubled = abreast === 2 && (scheme === 'booklet' || scheme === 'signatures');
  return { columns, rows: isDoubled ? rows * 2 : rows };
}

/** The place that one page has on a sheet, upright, in points: half a sheet of A4 is A5. */
export function pagePlacePt(scheme: SchemeName, paperPt: PaperPt, abreast: 1 | 2 = 1): readonly [number, number] {
  const { columns, rows } = schemeGridOf(scheme, abreast);
  const [short, long] = [Math.min(...paperPt), Math.max(...paperPt)];
  const [width, height] = columns > rows ? [long, short] : [short, long];
  return [width / columns, height / rows];
}

/** Sheets are cut in half to the millimetre below (ISO 216: A4 is 210 × 297, A5 148 × 210), inches to the thousandth. */
export function trimFromPaper(scheme: SchemeName, paperPt: PaperPt, abreast: 1 | 2 = 1): readonly [number, number] {
  const mm = 72 / 25.4;
  const isMetric = paperPt.every(side => Math.abs(side / mm - Math.round(side / mm)) < metricTolerance);
  const place = pagePlacePt(scheme, paperPt, abreast);
  const side = (length: number): number => {
    const cut = isMetric ? Math.floor(length / mm + metricTolerance) * mm : length;
    return Math.round(cut * 100) / 100;
  };
  return [side(place[0]), side(place[1])];
}

/** A hundredth of a point in millimetres, as sizes are rounded, and a little more. */
const metricTolerance = 0.005;
