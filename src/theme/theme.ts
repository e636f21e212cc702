import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PaperStock } from './printers/coverRules.ts';
import type { PrintSettings } from './themeSchema.ts';
import type { BookLook, Openers } from './bookLook.ts';

/** A theme: how a book looks in each format. Loaded from `templates/<name>/` or from a folder of the user's own. */
export interface Theme {
  readonly name: string;
  readonly epub: EpubDesign;
  /** The page that the theme is made for. */
  readonly print: PrintDesign;
  /** Where a theme extends another on a page of another size: what it starts from, and what it says; the rest is derived. */
  readonly printOver: { readonly base: PrintDesign; readonly settings: PrintSettings } | null;
  readonly cover: CoverDesign;
  /** What in the theme is a hazard on some reader, though it can be used. */
  readonly findings: readonly Diagnostic[];
}

/** How an EPUB looks. */
export interface EpubDesign {
  /** The style sheet: that of the theme it extends, if any, then its own. */
  readonly stylesheet: string;
  /** What the style sheet loads, by the names that it uses. */
  readonly files: readonly ThemeFile[];
  readonly openings: Openings;
  /** What stands with the titles of the book and of its stories. */
  readonly openers: Openers;
  readonly sceneBreak: SceneBreak;
  readonly fonts: readonly EmbeddedFont[];
}

/** A file that a theme brings into the book. */
export interface ThemeFile {
  /** Relative to the theme's folder, with forward slashes, and in the book relative to the style sheet. */
  readonly fileName: string;
  readonly mediaType: 'image/svg+xml' | 'image/png' | 'image/jpeg';
  readonly content: Uint8Array;
}

/** How the first paragraph of a chapter begins: as any other, in small capitals, or with a drop cap before them. */
export const openingStyles = ['plain', 'smallCaps', 'dropCap'] as const;
export type Openings = (typeof openingStyles)[number];

/** What a scene break looks like where the reader's engine can show it; elsewhere it is a rule. */
export type SceneBreak =
  | { readonly type: 'rule' }
  | { readonly type: 'stars'; readonly text: string }
  /** A picture of the theme's, `heightEm` high in ems of the text. */
  | { readonly type: 'picture'; readonly fileName: string; readonly heightEm: number }
  /** The motif of the book's cover, between two strokes or alone; `text` where a book has none. */
  | { readonly type: 'motif'; readonly text: string; readonly heightEm: number; readonly hasRules: boolean };

/** Where an embedded font is used; its subset holds the letters that stand there. */
export const fontUses = ['headings', 'titlePage', 'contents', 'dropCaps', 'body'] as const;
export type FontUse = (typeof fontUses)[number];

/** A font of which the book carries a subset. */
export interface EmbeddedFont {
  /** The name by which the style sheet asks for it. */
  readonly family: string;
  readonly weight: 'normal' | 'bold';
  readonly style: 'normal' | 'italic';
  readonly uses: readonly FontUse[];
  /** The font file whole, TrueType or OpenType. */
  readonly data: Uint8Array;
}

/**
 * - `full`: each part of a book's front matter on pages of its own, as in a trade book.
 * - `brief`: as in a booklet: no half title, the contents on the back of the title page, and in a collection a story's title
 *   over its text.
 * - `none`: as in a zine: the title on the first page, the text from the next one on, the imprint on the last.
 */
export const frontMatterStyles = ['full', 'brief', 'none'] as const;
export type FrontMatterStyle = (typeof frontMatterStyles)[number];

/** The page design for PDF; lengths in PostScript points (1/72 inch). */
export interface PrintDesign {
  readonly trimPt: readonly [width: number, height: number];
  readonly marginsPt: { readonly top: number; readonly bottom: number; readonly inner: number; readonly outer: number };
  readonly bodyFontSizePt: number;
  readonly leadingPt: number;
  readonly paragraphIndentPt: number;
  readonly fonts: PrintFonts;
  readonly openings: Openings;
  /** Whether a chapter begins on the next page or on a right-hand one. */
  readonly chaptersStartOn: 'next' | 'recto';
  /** How much stands before the text. */
  readonly frontMatter: FrontMatterStyle;
  /** Where footnotes stand: at the foot of the page with their mark, or together at the chapter's end. */
  readonly footnotes: 'foot' | 'chapterEnd';
  /** What marks a scene break in print. */
  readonly sceneBreakOrnament: string;
  readonly look: BookLook;
  /** Whether an address behind words can be followed, is left out, or becomes a note. */
  readonly links: 'live' | 'plain' | 'notes';
  readonly binding: BindingDesign;
}

/** What printing and binding ask of pages. */
export interface BindingDesign {
  /** How far what reaches over the cut is printed beyond it. */
  readonly bleedPt: number;
  /** The least inner margin by the number of pages, fewest pages first; the last that applies counts. */
  readonly gutters: readonly GutterStep[];
  /** The inner margin grows at the cost of the outer one down to this; then the lines get shorter. */
  readonly smallestOuterPt: number;
  /** Whether the last leaf is filled with a blank page, as a printer counts pages. */
  readonly hasWholeLeaves: boolean;
  /** The paper that the book is printed on; white unless said. */
  readonly stock?: PaperStock;
  /** Whether a cover is drawn that goes around the pages; only where the printer asks for one, unless said. */
  readonly hasWrap?: boolean;
}

export interface GutterStep {
  readonly fromPages: number;
  readonly innerPt: number;
}

/** The families of print: names of bundled ones, or the paths of font files and of folders with the faces of a family. */
export interface PrintFonts {
  /** For running text. */
  readonly body: string;
  /** For titles and headings. */
  readonly headings: string;
  /** For labels and what a typewriter wrote. */
  readonly labels: string;
  /** Where to turn for what those lack, before the fonts that come with the program. */
  readonly fallbacks?: readonly string[];
}

/** Which style of cover a theme asks for when the user names none. */
export interface CoverDesign {
  readonly style: string;
}
