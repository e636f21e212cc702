/** The ways in which pages are laid on sheets, folded and bound. */
export const schemeNames = ['booklet', 'signatures', 'mini-zine', 'quarto', 'octavo', 'cut-and-stack', 'stab'] as const;

/**
 * - `booklet`: two pages a side, sheets nested and stapled through the fold.
 * - `signatures`: several booklets, sewn one after another.
 * - `mini-zine`: eight pages on one side of one sheet, with one cut.
 * - `quarto`, `octavo`: a sheet folded twice or three times, four or eight leaves, gathered as signatures.
 * - `cut-and-stack`: several pages a side, the whole pile cut, the parts laid on each other; single leaves.
 * - `stab`: single leaves, bound through their inner margins.
 */
export type SchemeName = (typeof schemeNames)[number];

/** Whether a name, of an edition perhaps, is that of a scheme. */
export function isScheme(name: string): name is SchemeName {
  return schemeNames.some(known => known === name);
}

/** How the back of a sheet is printed: turned over its long or its short edge by the printer, or by hand in a second pass. */
export const duplexModes = ['longEdge', 'shortEdge', 'twoPasses'] as const;
export type Duplex = (typeof duplexModes)[number];

export const markNames = ['crop', 'fold', 'cut', 'sewing', 'order'] as const;
export type MarkName = (typeof markNames)[number];

/** What an imposition is asked for; lengths in points (1/72 inch). */
export interface ImpositionRequest {
  readonly scheme: SchemeName;
  /** How many pages there are to place, blanks among them. */
  readonly pages: number;
  /** A page as it is cut. */
  readonly trimPt: readonly [width: number, height: number];
  /** How far a page is printed beyond its cut. */
  readonly bleedPt: number;
  readonly direction: 'ltr' | 'rtl';
  /** The sheet, in any position: it is turned as the scheme needs it. */
  readonly paperPt: readonly [width: number, height: number];
  readonly duplex: Duplex;
  /** Whether pages are made smaller or larger to fill their places, or keep their size in the middle of them. */
  readonly scaling: 'fit' | 'actual';
  /** For `signatures`: the most sheets of each; the lengths are balanced. */
  readonly sheetsPerSignature: number;
  /** For `booklet` and `signatures`: two signatures side by side on a sheet, so that the grain runs along the spine. */
  readonly abreast: 1 | 2;
  /** The paper's thickness; 0 for no creep. */
  readonly caliperPt: number;
  /** How many calipers a sheet is pushed outwards by each sheet in it: from 1 to π/2. */
  readonly creepFactor: number;
  /** Blank leaves before and after the pages. */
  readonly flyleaves: number;
  readonly marks: readonly MarkName[];
  /** Sewing holes along a spine, for marks and instructions. */
  readonly sewingStations: number;
  /** For `cut-and-stack` and `stab`: how many leaves are printed on a sheet; without it, as many as it holds. */
  readonly leavesPerSheet?: number;
}
