import type { Duplex, ImpositionRequest, MarkName, SchemeName } from './imposition.ts';
import type { PageRange } from './pageRange.ts';
import { type PaperPt, parsePaper } from './paperSizes.ts';
import { pagePlacePt } from './schemeGrid.ts';

/** An imposition as someone asks for it, on the command line or in a file; lengths in points. What is left out has a default. */
export interface ImpositionSettings {
  readonly scheme: SchemeName;
  readonly paper?: PaperPt | undefined;
  readonly duplex?: Duplex | undefined;
  /** The most sheets of a sewn signature. */
  readonly signature?: number | undefined;
  readonly abreast?: 1 | 2 | undefined;
  /** The paper's thickness; 0 for no creep. */
  readonly caliper?: number | undefined;
  /** How many calipers each sheet is pushed outwards by the one in it. */
  readonly creep?: number | undefined;
  readonly flyleaves?: number | undefined;
  readonly marks?: readonly MarkName[] | undefined;
  readonly scaling?: ImpositionRequest['scaling'] | undefined;
  /** Sewing holes along a spine. */
  readonly stations?: number | undefined;
  /** Which pages are imposed; all unless said. */
  readonly pages?: PageRange | undefined;
  readonly direction?: 'ltr' | 'rtl' | undefined;
  /** Where the cover of an edition is; by its scheme unless said. */
  readonly cover?: CoverPlace | undefined;
}

/** On the first page of the sheets, on a sheet of its own, or nowhere. */
export const coverPlaces = ['self', 'apart', 'none'] as const;
export type CoverPlace = (typeof coverPlaces)[number];

/** The pages that are to be imposed. */
export interface ImposedPages {
  /** How many there are, those outside the range left out. */
  readonly pages: number;
  readonly trimPt: readonly [width: number, height: number];
  readonly bleedPt: number;
  readonly direction: 'ltr' | 'rtl';
  /** What is done with them when nobody says: pages that were set for their place keep their size, those that were found are fitted. */
  readonly scaling: ImpositionRequest['scaling'];
}

interface SchemeDefaults {
  readonly marks: readonly MarkName[];
  readonly stations: number;
}

/**
 * Marks that the binding cannot do without. Stations: three for a pamphlet, five for a section of a book (two kettle
 * stitches, three between), four for the plain stab binding (yotsume toji).
 */
const schemeDefaults: Readonly<Record<SchemeName, SchemeDefaults>> = {
  booklet: { marks: ['fold'], stations: 3 },
  signatures: { marks: ['fold', 'sewing', 'order'], stations: 5 },
  'mini-zine': { marks: ['fold', 'cut'], stations: 0 },
  quarto: { marks: ['fold', 'order'], stations: 5 },
  octavo: { marks: ['fold', 'order'], stations: 5 },
  'cut-and-stack': { marks: ['cut'], stations: 0 },
  stab: { marks: ['cut', 'sewing'], stations: 4 },
};

/** What printers do unless they are told otherwise, so that a sheet comes out right when nobody opens a dialogue. */
const usualDuplex: Duplex = 'longEdge';

/** Four sheets, sixteen pages: what a needle goes through and a fold holds. */
export const usualSignature = 4;

/** Copy paper of 80 g/m² is a tenth of a millimetre thick. */
export const copyPaperPt = 0.283;

/** A sharp fold pushes by one caliper, a round one by π/2; folds by hand lie between. */
export const usualCreep = 1.3;

/** What an imposition comes to for these pages. */
export function impositionRequest(settings: ImpositionSettings, pages: ImposedPages): ImpositionRequest {
  const { scheme } = settings;
  const defaults = schemeDefaults[scheme];
  const abreast = settings.abreast ?? 1;
  return {
    scheme,
    pages: pages.pages,
    trimPt: pages.trimPt,
    bleedPt: pages.bleedPt,
    direction: settings.direction ?? pages.direction,
    paperPt: settings.paper ?? defaultPaper(scheme, pages.trimPt, abreast),
    duplex: settings.duplex ?? usualDuplex,
    scaling: settings.scaling ?? pages.scaling,
    sheetsPerSignature: settings.signature ?? usualSignature,
    abreast,
    caliperPt: settings.caliper ?? copyPaperPt,
    creepFactor: settings.creep ?? usualCreep,
    flyleaves: settings.flyleaves ?? 0,
    marks: settings.marks ?? defaults.marks,
    sewingStations: settings.stations ?? defaults.stations,
  };
}

/** What stands in a printer at home, small ones first, where pages are measured in inches and everywhere else. */
const inchPapers: readonly string[] = ['letter', 'legal', 'tabloid'];
const metricPapers: readonly string[] = ['A4', 'A3'];

/**
 * The paper for pages of a size when nobody names one: that of the place where such pages come from, for nothing else tells
 * where the reader lives: Letter for sides in inches, A4 for all others and where no size is stated (`null`). The larger
 * sheet where the smaller one does not hold the pages at their size, the smaller where none does.
 */
export function defaultPaper(scheme: SchemeName, trimPt: ImpositionRequest['trimPt'] | null, abreast: 1 | 2): PaperPt {
  if (trimPt === null) return paperNamed('A4');
  const papers = trimPt.every(isInches) ? inchPapers : metricPapers;
  const holds = (paper: string): boolean => {
    const place = pagePlacePt(scheme, paperNamed(paper), abreast);
    return trimPt[0] <= place[0] + tolerancePt && trimPt[1] <= place[1] + tolerancePt;
  };
  return paperNamed(papers.find(holds) ?? papers[0] ?? 'A4');
}

function paperNamed(name: string): PaperPt {
  const paperPt = parsePaper(name);
  if (paperPt === null) throw new RangeError(`there is no paper ${name}`);
  return paperPt;
}

/** What a printer at home takes, for pages that are fitted to the sheet whatever their size: Letter or A4, as above. */
export function homePaper(trimPt: ImpositionRequest['trimPt']): PaperPt {
  return paperNamed(trimPt.every(isInches) ? 'letter' : 'A4');
}

/** Sizes are rounded to hundredths of a point, and a half point more nobody cuts. */
const tolerancePt = 0.5;

/** Pages in inches go by hundredths of one (6.14 × 9.21); those of ISO 216 miss them. */
function isInches(side: number): boolean {
  const hundredths = side / 0.72;
  return Math.abs(hundredths - Math.round(hundredths)) * 0.72 < inchTolerancePt;
}

const inchTolerancePt = 0.02;
