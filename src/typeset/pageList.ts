import type { Drawing } from '../drawing/drawing.ts';
import type { Ornament } from '../drawing/ornament.ts';
import type { FontId } from '../fonts/fontLibrary.ts';
import type { FeatureTags } from '../fonts/shape.ts';

/**
 * A typeset book: plain JSON, every length in PostScript points (1/72 inch). Horizontal positions count from the left
 * edge of the page, vertical ones downwards from its top edge. Drawing reads this and decides nothing.
 */
export interface PageList {
  readonly trimPt: readonly [width: number, height: number];
  /** How far the sheet reaches beyond the page on every side, for what is printed over its edge. */
  readonly bleedPt: number;
  /** BCP 47; `und` when nothing says it. */
  readonly language: string;
  /** Where the book is read from right to left, so that the recto is the left page. */
  readonly direction?: 'rtl';
  /** What {@link Run.style} points into. */
  readonly styles: readonly TextStyle[];
  /** The logical structure in reading order; a parent always stands before its children. */
  readonly elements: readonly StructureElement[];
  readonly pages: readonly Page[];
  readonly outline: readonly OutlineEntry[];
}

export interface TextStyle {
  readonly font: FontId;
  readonly features: FeatureTags;
  readonly sizePt: number;
  /** How far the text stands above the baseline; negative below. */
  readonly risePt: number;
  /** Letterspacing added after every glyph. */
  readonly trackingPt: number;
  readonly isStruck: boolean;
  /** BCP 47: of words in another language than those around them, and where a language has letters drawn its own way. */
  readonly language?: string;
}

/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
export type StructureRole =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Span'
  | 'Note'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI'
  | 'Figure'
  | 'Caption';

export interface StructureElement {
  readonly role: StructureRole;
  /** Index of the parent; `null` for the document itself. */
  readonly parent: number | null;
  /** BCP 47, where it differs from the parent's. */
  readonly language?: string;
  /** What a figure shows, in words. */
  readonly alt?: string;
}

export interface OutlineEntry {
  readonly title: string;
  /** Index of the page it leads to. */
  readonly page: number;
  readonly children: readonly OutlineEntry[];
}

export interface Page {
  readonly side: 'recto' | 'verso';
  /** The number readers cite the page by; shown on the page only where a frame shows it. */
  readonly folio: Folio;
  readonly frames: readonly Frame[];
  readonly rules: readonly Rule[];
  readonly pictures: readonly Picture[];
  /** Drawings below the text. */
  readonly art?: readonly PageArt[];
  /** Ornaments in the ink of the text, none of its words. */
  readonly ornaments?: readonly PageOrnament[];
  readonly destinations: readonly Destination[];
}

export interface Folio {
  readonly style: 'roman' | 'arabic';
  readonly number: number;
}

/**
 * Lines of one structure element on one page; `element` is `null` for what is no part of the text: heads, folios, ornaments.
 * An element may have several frames, and lines of several elements may share a baseline: the cells of a table do.
 */
export interface Frame {
  readonly element: number | null;
  /** Where a frame without an element stands that is no ornament of the text: above the text of a page, or below. */
  readonly artifact?: 'head' | 'foot';
  readonly lines: readonly Line[];
}

export interface Line {
  readonly baselinePt: number;
  /** The width of every space of the line's runs, letterspacing included. */
  readonly wordSpacePt: number;
  /** Whether the last character is a hyphen that the line break put there. */
  readonly endsInSoftHyphen: boolean;
  /** How wide the glyphs are drawn, as a share of their own width; as they are where it is left out. */
  readonly expansion?: number;
  /** In reading order; where each stands is its own. */
  readonly runs: readonly Run[];
}

/** Text of one style and one link target. The last run of a line that a word space was broken at ends in that space. */
export interface Run {
  readonly style: number;
  readonly xPt: number;
  /** The advance of the run, without a space at a line's end. */
  readonly widthPt: number;
  /** In the order in which it is read, whatever its direction. */
  readonly text: string;
  /** Where it runs from right to left. */
  readonly direction?: 'rtl';
  /** Blank after each glyph, beside the style's letterspacing: lines of ideographs are filled by it. */
  readonly spreadPt?: number;
  /** Index of the element that the run is of, inside its frame's: words in another language are a `Span`. */
  readonly element?: number;
  readonly target?: LinkTarget;
  /** What the run and its neighbours with the same text show together: a word whose large first letter is set apart. */
  readonly wholeWord?: string;
}

/** A picture of the book, scaled into a box. */
export interface Picture {
  /** Index of its figure in the structure; `null` for an ornament. */
  readonly element: number | null;
  /** The id of the image in the book. */
  readonly assetId: string;
  readonly leftPt: number;
  readonly topPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** A drawing on a page: a cover, or an ornament. Its own units are scaled into the box; its bleed reaches beyond it. */
export interface PageArt {
  /** Index of its figure in the structure; `null` for an ornament. */
  readonly element: number | null;
  readonly drawing: Drawing;
  readonly leftPt: number;
  readonly topPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

/** An ornament, its frame scaled into a box; one that is shown often is one object. */
export interface PageOrnament {
  readonly ornament: Ornament;
  readonly leftPt: number;
  readonly topPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

export type LinkTarget =
  { readonly type: 'url'; readonly url: string } | { readonly type: 'destination'; readonly name: string };

/** A straight line; dotted ones lead the eye over a gap. */
export interface Rule {
  readonly fromPt: readonly [x: number, y: number];
  readonly toPt: readonly [x: number, y: number];
  readonly thicknessPt: number;
  readonly isDotted: boolean;
}

export interface Destination {
  readonly name: string;
  readonly topPt: number;
}
