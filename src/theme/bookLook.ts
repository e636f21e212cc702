/** How the pages of a printed book look beside their text: titles, headings, heads, contents. */
export interface BookLook {
  /** Whether the title stands alone on a leaf before the title page, in a book long enough for one. */
  readonly halfTitle: boolean;
  /** Whether the lines of text end in one edge or run out where they end. */
  readonly alignment: 'justify' | 'left';
  /** Whether a paragraph is known by its indent or by a blank line before it. */
  readonly paragraphs: 'indented' | 'spaced';
  readonly headings: HeadingLook;
  readonly titlePage: TitlePageLook;
  readonly runningHeads: RunningHeadLook;
  readonly contents: ContentsLook;
  readonly sceneBreak: SceneBreakLook;
  /** Where bylines, labels of fields and the like take their face from. */
  readonly labels: Lettering;
  /** Whether quotations and notes are set in from the edge, or hang from a bar at its side. */
  readonly asides: 'inset' | 'bar';
  /** What stands below the titles of the book and of its stories: the ornament of the title page, or the cover's motif. */
  readonly openers: Openers;
}

/** What stands with a title: nothing but what the theme itself brings, or the motif of the book's cover. */
export const openerStyles = ['none', 'motif'] as const;
export type Openers = (typeof openerStyles)[number];

export const letteringFonts = ['body', 'headings', 'labels'] as const;
export const letteringFaces = ['regular', 'italic', 'bold', 'boldItalic'] as const;
/** Capitals are small ones throughout, so that the words can still be copied as they are written. */
export const letteringCases = ['normal', 'smallCaps', 'capitals'] as const;
export const sceneBreakOrnaments = ['letters', 'motif'] as const;
export const headAuthorities = ['auto', 'book', 'author', 'story', 'chapter', 'none'] as const;

/** The type of a line of display; `size` in ems of the text. */
export interface Lettering {
  readonly font: (typeof letteringFonts)[number];
  readonly face: (typeof letteringFaces)[number];
  readonly case: (typeof letteringCases)[number];
  readonly size: number;
}

/** Where the lines of a display stand. */
export type DisplayAlignment = 'center' | 'left';

/** The heading that opens a chapter, a part or a page of matter. */
export interface HeadingLook {
  readonly title: Lettering;
  /** "Chapter One" over the title. */
  readonly label: Lettering;
  /** Whether the label stands over the title or before it on the same line. */
  readonly labelPlace: 'above' | 'runIn';
  readonly align: DisplayAlignment;
  /** How far the heading stands below the top of the text block, and the text below the heading, in lines. */
  readonly sink: number;
  readonly space: number;
  /** A rule over the heading, between label and title, or below; a bar is a thick one as wide as the text. */
  readonly rule: 'none' | 'above' | 'between' | 'below' | 'bar';
  /** Stands below the title; empty for none. */
  readonly ornament: string;
  /** The headings inside a chapter. */
  readonly inner: Lettering;
}

/** The page with the title of the book, and those of its stories, which are a step smaller. */
export interface TitlePageLook {
  readonly title: Lettering;
  readonly subtitle: Lettering;
  readonly names: Lettering;
  readonly align: DisplayAlignment;
  readonly sink: number;
  readonly rule: 'none' | 'bar';
  /** Stands below the title; empty for none. */
  readonly ornament: string;
}

export type HeadAuthority = (typeof headAuthorities)[number];

export interface RunningHeadLook {
  readonly text: Lettering;
  readonly align: 'center' | 'outer' | 'inner';
  readonly verso: HeadAuthority;
  readonly recto: HeadAuthority;
  /** Where the number of a page stands: in its head at the outer edge, or at the foot. */
  readonly folio: 'head' | 'foot' | 'outerFoot';
  /** Whether a page that opens a chapter shows its number at the foot. */
  readonly dropFolio: boolean;
}

export interface ContentsLook {
  readonly title: Lettering;
  /** What stands below a story: its chapters. */
  readonly inner: Lettering;
  readonly names: Lettering;
  readonly part: Lettering;
  /** What leads from a title to its page: dots, or nothing. */
  readonly leader: 'dots' | 'none';
}

export interface SceneBreakLook {
  readonly font: Lettering['font'];
  readonly face: Lettering['face'];
  readonly align: DisplayAlignment;
  /** Whether the ornament stands between two short rules. */
  readonly rules: boolean;
  /** Letters, or the motif of the book's cover, where it has one. */
  readonly ornament: (typeof sceneBreakOrnaments)[number];
}

const text: Lettering = { font: 'body', face: 'regular', case: 'normal', size: 1 };

/** What a theme looks like that says nothing of it. */
export const defaultLook: BookLook = {
  halfTitle: true,
  alignment: 'justify',
  paragraphs: 'indented',
  headings: {
    title: { ...text, font: 'headings', size: 1.7 },
    label: { ...text, case: 'smallCaps' },
    labelPlace: 'above',
    align: 'center',
    sink: 5,
    space: 2,
    rule: 'none',
    ornament: '',
    inner: { ...text, font: 'headings', size: 1.15 },
  },
  titlePage: {
    title: { ...text, font: 'headings', size: 2.6 },
    subtitle: { ...text, face: 'italic', size: 1.3 },
    names: { ...text, case: 'smallCaps', size: 1.15 },
    align: 'center',
    sink: 6,
    rule: 'none',
    ornament: '',
  },
  runningHeads: {
    text: { ...text, case: 'smallCaps', size: 0.87 },
    align: 'center',
    verso: 'auto',
    recto: 'auto',
    folio: 'head',
    dropFolio: true,
  },
  contents: {
    title: text,
    inner: text,
    names: { ...text, face: 'italic', size: 0.95 },
    part: { ...text, case: 'smallCaps' },
    leader: 'dots',
  },
  sceneBreak: { font: 'body', face: 'regular', align: 'center', rules: false, ornament: 'letters' },
  labels: { ...text, case: 'smallCaps' },
  asides: 'inset',
  openers: 'none',
};
