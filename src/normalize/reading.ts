import type { MatterRole, PartHeading, PersonName, Sourced, StoryField } from '../book/tree.ts';
import type { Diagnostic, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { ChapterHeading, Manuscript, MatterMark } from '../parse/manuscript.ts';

export type { ChapterHeading, MatterMark };

/** Why something was decided: the rule's name, how sure it is (0 to 1), and a sentence for a person. */
export interface Reason {
  readonly rule: string;
  readonly confidence: number;
  readonly why: string;
}

/** What a block of the manuscript was found to be. */
export type Mark = Reason &
  (
    | { readonly kind: 'title' | 'byline' | 'field' | 'separator' | 'contents' | 'break' | 'closingLine' | 'body' }
    | { readonly kind: 'heading'; readonly heading: ChapterHeading }
    /**
     * The line under a heading that is its title, or goes on with the title that the heading begins; from an offset on,
     * where the line is a heading itself: `Chapter Three: Low Water` below the site's own `Chapter 03`.
     */
    | { readonly kind: 'chapterTitle'; readonly goesOn?: boolean; readonly titleOffset?: number }
    /** A heading inside a chapter, and a line over a scene that says whose eyes, when or where: both are part of the story. */
    | { readonly kind: 'section' | 'slugLine' }
    /** The heading of a part, above that of the chapter it opens with. */
    | { readonly kind: 'part'; readonly part: PartHeading }
    | { readonly kind: 'matter'; readonly matter: MatterMark }
    /** A note that a mark in the chapter's text leads to. */
    | { readonly kind: 'footnote'; readonly footnote: FootnoteMark }
    | { readonly kind: 'removed'; readonly reason: string }
  );

export interface FootnoteMark {
  readonly label: string;
  /** How the mark stands in the text: `[1]`. */
  readonly typed: string;
  /** Characters of the block's text before the note's words. */
  readonly labelLength: number;
}

/** A chapter's start that no line of the source marks. */
export interface ChapterStart extends Reason {
  readonly heading: ChapterHeading;
}

/** A story while it is being read: each pass decides about more of its blocks. */
export interface Reading {
  readonly manuscript: Manuscript;
  /** One entry a block; `null` while nothing is decided. */
  readonly marks: readonly (Mark | null)[];
  /** Blocks that a scene break stands before though no line of the source is one: a blank run means it, or the reader says so. */
  readonly breaksBefore: ReadonlyMap<number, Reason>;
  /** Blocks that a chapter starts with though no line of the source is its heading: the reader says so. */
  readonly chaptersBefore: ReadonlyMap<number, ChapterStart>;
  /** Blocks that the reader says are something else than was found. */
  readonly corrected: ReadonlySet<number>;
  /** Blocks of matter that the reader named without saying where it belongs. */
  readonly openPlaces: ReadonlySet<number>;
  readonly title: Sourced<string> | null;
  readonly authors: readonly Sourced<PersonName>[];
  readonly language: Sourced<string> | null;
  readonly date: Sourced<string> | null;
  readonly fields: readonly StoryField[];
  /** Matter that the front matter of a file states as a field, a summary for instance. */
  readonly statedMatter: readonly StatedMatter[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface StatedMatter {
  readonly role: MatterRole;
  readonly text: string;
  readonly span: SourceSpan;
}

/** A reading in which nothing is decided yet. */
export function startReading(manuscript: Manuscript, diagnostics: readonly Diagnostic[]): Reading {
  return {
    manuscript,
    marks: manuscript.blocks.map(() => null),
    breaksBefore: new Map(),
    chaptersBefore: new Map(),
    corrected: new Set(),
    openPlaces: new Set(),
    title: null,
    authors: [],
    language: null,
    date: null,
    fields: [],
    statedMatter: [],
    diagnostics,
  };
}

/** One step of normalization: a pure function with a name. */
export interface Pass {
  readonly name: string;
  readonly run: (reading: Reading) => Reading;
}

/** A reading with some marks set; marks that stand already are kept. */
export function withMarks(reading: Reading, marks: ReadonlyMap<number, Mark>): Reading {
  if (marks.size === 0) return reading;
  return { ...reading, marks: reading.marks.map((mark, index) => mark ?? marks.get(index) ?? null) };
}
