import type { SourceSpan } from '../diagnostics/diagnostic.ts';

/**
 * The book: deeply readonly plain JSON between the readers (parse, normalize) and the writers (epub, typeset, cover).
 * Names follow mdast and CommonMark; a single story is an anthology of one.
 */
export interface Anthology {
  readonly type: 'anthology';
  readonly metadata: BookMetadata;
  readonly frontMatter: readonly MatterSection[];
  readonly stories: NonEmpty<Story>;
  readonly backMatter: readonly MatterSection[];
  /** The pictures that the stories show, each once, in order of appearance. */
  readonly images: readonly ImageAsset[];
}

/** A picture as a book holds it: checked, of a bounded size, and named by its content. */
export interface ImageAsset {
  /** `image-3f2a91c04b7d`: the same for the same picture, and ASCII, so that it can name a file. */
  readonly id: string;
  readonly mediaType: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

export type NonEmpty<T> = readonly [T, ...T[]];

/** A book's identity, `urn:uuid:…`; never derived from the words of a story. */
export type BookId = string & { readonly __brand: 'BookId' };
export type StoryId = string & { readonly __brand: 'StoryId' };
/** Counts within the story: `chapter-1`, `chapter-2`, … */
export type ChapterId = string & { readonly __brand: 'ChapterId' };

export interface BookMetadata {
  readonly id: BookId;
  /** `null` unless the text or the configuration says one. */
  readonly title: string | null;
  /** What is shown where a title must stand; always there. */
  readonly displayTitle: string;
  readonly subtitle: string | null;
  /** Editors of the collection. */
  readonly editors: readonly PersonName[];
  /** The authors, in order of appearance, once each; empty unless every story names one. */
  readonly authors: readonly PersonName[];
  /** The authors of some of the stories, where others name none: to call them the book's would give them all of it. */
  readonly contributors: readonly PersonName[];
  /** BCP 47; `und` when nothing says it. */
  readonly language: string;
  /** The date of publication as ISO 8601 (`2024`, `2024-10` or `2024-10-31`); `null` when nothing states one. */
  readonly date: string | null;
  /** The moment that stands for "last modified": an ISO 8601 instant in UTC with whole seconds, the same on every rebuild. */
  readonly modified: string;
  readonly description: string | null;
  /** The series that the book belongs to, as the configuration or its only story states it. */
  readonly series?: Sourced<SeriesPlace>;
  readonly publisher?: string;
  /** Addresses, or other words that say what the book was made from, as stated; those of its stories, once each. */
  readonly sources?: readonly string[];
  /** Who holds which rights, in the words of who stated it; never derived. */
  readonly rights?: string;
  /** A further identifier as a URI, `urn:isbn:9780306406157`; the book's own is {@link id}. */
  readonly identifier?: string;
  /** Whether the book collects several stories; a book of one story shows the story's own title page only. */
  readonly isCollection: boolean;
}

/** A series and the place in it; a position may be `1.5`, and is absent where none is stated. */
export interface SeriesPlace {
  readonly name: string;
  readonly position?: number;
}

export interface PersonName {
  readonly name: string;
  /** The form to sort by, "Teasdale, Corvina"; absent when it is the name itself or not known. */
  readonly fileAs?: string;
}

/** A value with where it comes from; `confidence` from 0 to 1. */
export interface Sourced<T> {
  readonly text: T;
  readonly origin: 'text' | 'config' | 'detected';
  readonly confidence: number;
  readonly span?: SourceSpan;
}

export interface Story {
  readonly type: 'story';
  readonly id: StoryId;
  readonly metadata: StoryMetadata;
  readonly frontMatter: readonly MatterSection[];
  readonly chapters: readonly Chapter[];
  readonly backMatter: readonly MatterSection[];
  /** The notes that its {@link FootnoteReference}s lead to, in the order of the first reference. */
  readonly footnotes: readonly Footnote[];
}

/** A note that a mark in the text leads to. */
export interface Footnote {
  /** Unique in the story: `note-1`, `note-2`, …; in a book unique there, too: `story-2-note-1`. */
  readonly id: string;
  /** The mark as the source has it: "1", "*", "a". */
  readonly label: string;
  readonly blocks: readonly Block[];
  readonly span?: SourceSpan;
}

export interface StoryMetadata {
  readonly title: Sourced<string> | null;
  readonly displayTitle: string;
  readonly authors: readonly Sourced<PersonName>[];
  readonly language: Sourced<string>;
  /** ISO 8601, as precise as the source states it. */
  readonly date: Sourced<string> | null;
  /** Rating, fandom, pairing …, in the order of the source. */
  readonly fields: readonly StoryField[];
  readonly series?: Sourced<SeriesPlace>;
  /** Where the story is from: an address where the source gives one. */
  readonly source?: Sourced<string>;
  /** Who holds which rights, in the words of who stated it. */
  readonly rights?: Sourced<string>;
  readonly publisher?: Sourced<string>;
}

export interface StoryField {
  /** Normalized label: `rating`, `fandom`, `pairing`, …; the label in kebab case when it is none of the known ones. */
  readonly key: string;
  /** The label as the text has it, without its separator. */
  readonly label: string;
  readonly value: string;
  readonly span?: SourceSpan;
}

export type MatterRole =
  | 'disclaimer'
  | 'acknowledgments'
  | 'authorsNote'
  | 'endNotes'
  | 'dedication'
  | 'epigraph'
  | 'summary'
  | 'warnings'
  | 'reviewPlea'
  | 'reviewReplies'
  | 'feedback'
  | 'translatorsNote'
  | 'transcribersNote'
  | 'introduction'
  | 'permissions'
  | 'afterword'
  | 'other';

/** A piece of front matter, back matter or a chapter's notes. An empty `title` means: show the role's usual heading. */
export interface MatterSection {
  readonly type: 'matterSection';
  readonly role: MatterRole;
  readonly title: readonly Inline[];
  readonly blocks: readonly Block[];
  readonly span?: SourceSpan;
}

export type ChapterKind = 'chapter' | 'prologue' | 'epilogue' | 'interlude';

/** The heading of a part or book that a story's chapters are gathered in: "Part One", "The Road". */
export interface PartHeading {
  /** As the text has it; `null` when the part has a title only. */
  readonly label: string | null;
  readonly number: number | null;
  readonly title: readonly Inline[] | null;
}

export interface Chapter {
  readonly type: 'chapter';
  /** Where a part of the story starts with this chapter. */
  readonly part?: PartHeading;
  readonly id: ChapterId;
  readonly kind: ChapterKind;
  readonly number: number | null;
  /** The label as the text has it: "Chapter 1", "ADVENTURE I.", "1."; `null` when the text marks no chapter. */
  readonly label: string | null;
  readonly title: readonly Inline[] | null;
  readonly openingNotes: readonly MatterSection[];
  readonly body: readonly Block[];
  /** What the author wrote to say that it ends, alone on its line: "The End", "Fin.", "TBC"; set centred after the body. */
  readonly closingLine: readonly Inline[] | null;
  readonly closingNotes: readonly MatterSection[];
  readonly span?: SourceSpan;
}

export type Block = Paragraph | Heading | ThematicBreak | BlockQuote | List | Preformatted | Table | Figure;

interface BlockBase {
  readonly span?: SourceSpan;
  /** BCP 47, where it differs from what surrounds the block. */
  readonly lang?: string;
}

export interface Paragraph extends BlockBase {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}

/** A section heading inside a chapter; `depth` 1 is the highest inside the chapter. */
export interface Heading extends BlockBase {
  readonly type: 'heading';
  readonly depth: number;
  readonly children: readonly Inline[];
}

/** A scene break. */
export interface ThematicBreak extends BlockBase {
  readonly type: 'thematicBreak';
}

export interface BlockQuote extends BlockBase {
  readonly type: 'blockQuote';
  readonly children: readonly Block[];
}

export interface List extends BlockBase {
  readonly type: 'list';
  readonly ordered: boolean;
  /** The first number of an ordered list. */
  readonly start: number;
  readonly items: readonly (readonly Block[])[];
}

export interface Preformatted extends BlockBase {
  readonly type: 'preformatted';
  readonly value: string;
}

export interface Table extends BlockBase {
  readonly type: 'table';
  readonly header: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

/** A picture that stands for itself, with the caption the source gives it; an empty one where it gives none. */
export interface Figure extends BlockBase {
  readonly type: 'figure';
  readonly image: Image;
  readonly caption: readonly Inline[];
}

export type Inline =
  | Text
  | Emphasis
  | Strong
  | Strikethrough
  | Superscript
  | Subscript
  | InlineCode
  | Link
  | InlineNote
  | Foreign
  | Image
  | FootnoteReference
  | HardBreak;

export interface Text {
  readonly type: 'text';
  readonly value: string;
}
export interface Emphasis {
  readonly type: 'emphasis';
  readonly children: readonly Inline[];
}
export interface Strong {
  readonly type: 'strong';
  readonly children: readonly Inline[];
}
export interface Strikethrough {
  readonly type: 'strikethrough';
  readonly children: readonly Inline[];
}
export interface Superscript {
  readonly type: 'superscript';
  readonly children: readonly Inline[];
}
export interface Subscript {
  readonly type: 'subscript';
  readonly children: readonly Inline[];
}
export interface InlineCode {
  readonly type: 'inlineCode';
  readonly value: string;
}
/** `url` is absolute http, https or mailto; anything else was reduced to its text. */
export interface Link {
  readonly type: 'link';
  readonly url: string;
  readonly children: readonly Inline[];
}
/** The author's own aside inside a paragraph, brackets and label included: "(A/N: I made that up.)" */
export interface InlineNote {
  readonly type: 'inlineNote';
  readonly children: readonly Inline[];
}
/** Words in another language than those around them, as the source marks it. */
export interface Foreign {
  readonly type: 'foreign';
  /** BCP 47. */
  readonly lang: string;
  readonly children: readonly Inline[];
}
/** A picture; one that has no asset could not be had, and its description stands in its place. */
export interface Image {
  readonly type: 'image';
  /** As the source has it: a path from its file, or an address. */
  readonly url: string;
  /** The description; `''` for an ornament that says nothing, `null` where the source gives none. */
  readonly alt: string | null;
  /** The {@link ImageAsset} that it shows. */
  readonly assetId?: string;
}
/** The mark that leads to a {@link Footnote} of the story. */
export interface FootnoteReference {
  readonly type: 'footnoteReference';
  readonly noteId: string;
}
export interface HardBreak {
  readonly type: 'hardBreak';
}
