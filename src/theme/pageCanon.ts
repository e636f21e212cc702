import type { PrintDesign } from './theme.ts';
import { runningRoom } from './runningRoom.ts';

/**
 * Where the text block stands on a page, by the old canon of books (Van de Graaf's diagram; Tschichold, The Form of the Book):
 * margins inner : top : outer : bottom as 2 : 3 : 4 : 6. The canon's block is as wide as its lines are good to read, 60 to 70
 * characters (Bringhurst, The Elements of Typographic Style, 2.1.2), and taller than the page's own proportion would have
 * it, as in any paperback: paper is dear. Lengths in points.
 */
export interface CanonRequest {
  readonly trimPt: readonly [width: number, height: number];
  /** Said by the user; chosen for the measure otherwise. */
  readonly bodyFontSizePt: number | null;
  /** Said by the user; chosen by the length of the lines otherwise. */
  readonly leadingPt: number | null;
  /** The width of the lines where the user said both side margins. */
  readonly measurePt: number | null;
  /** Of the text's font, see `averageAdvanceEm`. */
  readonly advanceEm: number;
  /** Nothing is printed nearer to the edge than this. */
  readonly safePt: number;
  /** Whether the pages lie between two covers: those of a screen stand alone, their sides alike. */
  readonly isBound: boolean;
}

export type PageCanon = Pick<PrintDesign, 'marginsPt' | 'bodyFontSizePt' | 'leadingPt'>;

/** Characters of a line, spaces counted. */
export const fewestCharacters = 60;
export const mostCharacters = 70;
/** What the size of text is chosen for. */
const bestCharacters = 69;

/** Smaller than this no novel is set, larger only for those who ask. */
export const bookSizesPt = { smallest: 9, largest: 12.5 } as const;

/** The text block of a paperback takes this share of the page's width where the size of the text can follow. */
const usualMeasureShare = 0.73;
/** Large text takes more of it, but leaves margins that still look like some. */
const widestMeasureShare = 0.79;

/** Inner : outer and top : bottom, 2 : 4 and 3 : 6. */
const innerShare = 1 / 3;
const topShare = 1 / 3;
/** What stays free above and below, as a share of what the page's proportion would leave; the whole is the canon itself. */
const heightTemper = 0.56;

/** What a thumb holds a book by, and what the eye needs at the spine. */
const thumbPt = 30;
const spinePt = 22;

/** Leading by the length of the lines: the longer they are, the further apart, or the eye loses its way back. */
const leadings = { tightest: 1.2, atCharacters: 50, widest: 1.35, byCharacters: 88 } as const;

/** Sets the page by the canon. It may turn out to have no room for the text; see `roomOnPage`. */
export function pageByCanon(request: CanonRequest): PageCanon {
  const [widthPt, heightPt] = request.trimPt;
  const { advanceEm, safePt } = request;
  const chosenPt = (request.measurePt ?? usualMeasureShare * widthPt) / (bestCharacters * advanceEm);
  const bodyFontSizePt =
    request.bodyFontSizePt ?? quarter(Math.min(Math.max(chosenPt, bookSizesPt.smallest), bookSizesPt.largest));
  const characterPt = bodyFontSizePt * advanceEm;
  const smallest = smallestSides(request);
  const longestPt = Math.min(widthPt - smallest.inner - smallest.outer, widestMeasureShare * widthPt);
  const wantedPt = Math.min(
    Math.max(usualMeasureShare * widthPt, fewestCharacters * characterPt),
    mostCharacters * characterPt,
  );
  const measurePt = request.measurePt ?? Math.min(wantedPt, longestPt);
  const leadingPt = request.leadingPt ?? leadingFor(bodyFontSizePt, measurePt / characterPt);
  const sidesPt = widthPt - measurePt;
  const inner = request.isBound ? between(sidesPt * innerShare, smallest.inner, sidesPt - smallest.outer) : sidesPt / 2;
  const room = runningRoom(bodyFontSizePt, leadingPt);
  const freePt = heightTemper * (heightPt / widthPt) * sidesPt;
  const top = room.abovePt + Math.max(freePt * topShare, safePt);
  const bottom = freePt * (1 - topShare);
  const lines = wholeLines(heightPt - top, bottom, room.belowPt + safePt, leadingPt);
  return {
    bodyFontSizePt,
    leadingPt,
    marginsPt: {
      top: hundredth(top),
      bottom: hundredth(heightPt - hundredth(top) - lines * leadingPt),
      inner: hundredth(inner),
      outer: hundredth(sidesPt - inner),
    },
  };
}

/** As many lines as leave about so much below, and never less than what the folio needs there. */
function wholeLines(heightPt: number, belowPt: number, leastBelowPt: number, leadingPt: number): number {
  const most = Math.floor((heightPt - leastBelowPt) / leadingPt + 1e-6);
  return Math.max(Math.min(Math.round((heightPt - belowPt) / leadingPt), most), 0);
}

/** The least inner and outer margins; on a small page both shrink with it, down to what is safe. */
function smallestSides({ trimPt: [widthPt], safePt, isBound }: CanonRequest): { inner: number; outer: number } {
  const outer = Math.max(Math.min(thumbPt, widthPt * 0.1), safePt);
  return { inner: isBound ? Math.max(Math.min(spinePt, widthPt * 0.08), safePt) : outer, outer };
}

/** The distance of lines for text of a size, on a line of so many characters. */
export function leadingFor(bodyFontSizePt: number, characters: number): number {
  const { tightest, widest, atCharacters, byCharacters } = leadings;
  const share = between((characters - atCharacters) / (byCharacters - atCharacters), 0, 1);
  return quarter(bodyFontSizePt * (tightest + share * (widest - tightest)));
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** Sizes and leadings go by quarters of a point. */
function quarter(value: number): number {
  return Math.round(value * 4) / 4;
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
