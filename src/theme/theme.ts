/** A theme: how a book looks in each format. Loaded from `templates/<name>/` or from a folder of the user's own. */
export interface Theme {
  readonly name: string;
  /** The EPUB style sheet, `epub.css`. */
  readonly stylesheet: string;
  readonly print: PrintDesign;
  readonly cover: CoverDesign;
}

/** The page design for PDF; lengths in PostScript points (1/72 inch). */
export interface PrintDesign {
  readonly trimPt: readonly [width: number, height: number];
  readonly marginsPt: { readonly top: number; readonly bottom: number; readonly inner: number; readonly outer: number };
  readonly bodyFontSizePt: number;
  readonly leadingPt: number;
  readonly paragraphIndentPt: number;
  /** What marks a scene break in print. */
  readonly sceneBreakOrnament: string;
}

/** Which style of cover a theme asks for when the user names none. */
export interface CoverDesign {
  readonly style: string;
}
