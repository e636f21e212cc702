import type { Block, ChapterKind, Inline, MatterRole, PartHeading, PersonName, StoryField } from '../book/tree.ts';
import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../source/sourceText.ts';

/** A story as its file has it: blocks in order, nothing decided yet about what they are. */
export interface Manuscript {
  /** The files, in reading order; most stories have one. */
  readonly sources: readonly SourceText[];
  /** The fields that a file states of itself, in a front matter or the tag list of a page, in order. */
  readonly fields: readonly ManuscriptField[];
  /** What a page calls itself in the browser's window: a title, or a title among other things. */
  readonly windowTitle?: ManuscriptField;
  /** Whom a page's head names as its author: the story's, or the site's. */
  readonly windowAuthor?: ManuscriptField;
  /** Lines and parts of lines that are accounted for already: a YAML front matter, link definitions, comments, page furniture. */
  readonly settled: readonly SettledLines[];
  readonly blocks: readonly ManuscriptBlock[];
  /** Changes made to words while reading: joined hyphens, letters encoded twice. */
  readonly repairs: readonly Repair[];
  /** The notes that marks in the blocks lead to, as the markup says. */
  readonly notes?: readonly ManuscriptNote[];
  /** How the mark that leads to a note is typed, by the note's id: `[^1]`, `[1]`. */
  readonly noteMarks?: ReadonlyMap<string, string>;
  /** What files of our own say of the story. */
  readonly statedStory?: StatedStory | undefined;
}

/** A footnote that the markup of a file states; references name it by its id. */
export interface ManuscriptNote {
  /** Unique in the story's files. */
  readonly id: string;
  /** What a book shows as its mark: "1", "*". */
  readonly label: string;
  /** The label as it is typed before the note's words, with what parts it from them: `[^1]: `, `1. `. */
  readonly typedLabel: string;
  readonly blocks: readonly Block[];
  readonly span: SourceSpan;
  /** As {@link ManuscriptBlock.places}. */
  readonly places?: readonly SourceSpan[];
}

/** A story's metadata as a file of our own says it. */
export interface StatedStory {
  readonly title: string | null;
  readonly authors: readonly PersonName[];
  readonly language: string | null;
  readonly date: string | null;
  readonly fields: readonly StoryField[];
  /** Whether every file is our own: all else is said by their blocks, and nothing is looked for. */
  readonly isWhole: boolean;
}

/** What the heading of a chapter says. */
export interface ChapterHeading {
  readonly chapterKind: ChapterKind;
  readonly number: number | null;
  readonly label: string | null;
  /** Characters of the block's text before the title starts; `null` when the heading holds no title. */
  readonly titleOffset: number | null;
  /** The title where a reader says one that is not in the block's words. */
  readonly statedTitle?: string | undefined;
}

export interface ManuscriptField {
  readonly key: string;
  /** The label to show, where it is not the key. */
  readonly label?: string;
  /** One value, or the items of a list. */
  readonly values: readonly string[];
  readonly span: SourceSpan;
}

export interface SettledLines {
  readonly kind: 'field' | 'separator' | 'removed' | 'markup';
  readonly text: string;
  readonly reason: string;
  /** What found it, where it was not the file's own markup. */
  readonly rule?: string;
  readonly confidence?: number;
  /** With columns, where it is a part of a line only and the rest is a block's. */
  readonly span: SourceSpan;
  /** As {@link ManuscriptBlock.places}. */
  readonly places?: readonly SourceSpan[];
}

/** A change to the words of the source; `count` where one entry stands for many of the same kind. */
export interface Repair {
  readonly kind: string;
  readonly before: string;
  readonly after: string;
  readonly count?: number;
  readonly span: SourceSpan;
}

/** A block of front matter, back matter or a chapter's notes. */
export interface MatterMark {
  readonly role: MatterRole;
  readonly place: 'front' | 'opening' | 'closing' | 'back';
  /** Whether a section starts here; else the block goes on with the one before. */
  readonly isStart: boolean;
  /** Characters of the block's text that are the label, "A/N: " for instance. */
  readonly labelLength: number;
  /** Whether the block is the section's own title. */
  readonly isTitle?: boolean;
}

/** What the markup of a file says that a block is: the notes of an AO3 download, the menu of a web page. */
export type StatedMark = {
  /** The format and the part of it: `ao3-download:notes`. */
  readonly rule: string;
  readonly why: string;
} & (
  | { readonly kind: 'title' | 'byline' | 'field' | 'separator' | 'contents' | 'break' | 'closingLine' | 'body' }
  /** A chapter starts here; its number and title are read from the block's text, unless they are said. */
  | {
      readonly kind: 'heading';
      /** The number, and the characters before the title, where the file tells them: `3. The Jar` in a menu of chapters. */
      readonly numbered?: { readonly number: number; readonly titleOffset: number };
      readonly heading?: ChapterHeading;
      /** The kind of chapter, where the file tells it and the heading's words do not. */
      readonly chapterKind?: ChapterKind;
    }
  /** The line under a heading that is its title. */
  | { readonly kind: 'chapterTitle' }
  | { readonly kind: 'part'; readonly part: PartHeading }
  | { readonly kind: 'matter'; readonly matter: MatterMark }
  | { readonly kind: 'removed'; readonly reason: string }
);

interface BlockBase {
  readonly span: SourceSpan;
  /** The lines and parts of lines that are the block's own, where it shares some with others; else its whole span. */
  readonly places?: readonly SourceSpan[];
  /** Absent where the file does not say, so that it has to be found out. */
  readonly stated?: StatedMark;
  /** Blank lines between the block and the one before it. */
  readonly blankLinesBefore: number;
}

/** A paragraph, or a line that stands for itself. */
export interface TextBlock extends BlockBase {
  readonly kind: 'text';
  /** The words, unwrapped, without indentation; a line feed where a line of verse ends. */
  readonly text: string;
  /** Marked-up content where the format has markup; `null` where the text's own conventions have to be read. */
  readonly inlines: readonly Inline[] | null;
  /** Columns of white space before the first line. */
  readonly indent: number;
}

export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading';
  readonly depth: number;
  readonly text: string;
  readonly inlines: readonly Inline[];
}

/** A line of ornaments: `***`, `-----`, `~*~`. */
export interface RuleBlock extends BlockBase {
  readonly kind: 'rule';
  readonly text: string;
}

/** A block quote, list, table or preformatted text, which only ever is body or part of a note. */
export interface StructureBlock extends BlockBase {
  readonly kind: 'structure';
  readonly text: string;
  readonly block: Block;
}

export type ManuscriptBlock = TextBlock | HeadingBlock | RuleBlock | StructureBlock;
