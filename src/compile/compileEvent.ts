import type { LeftOutNotes } from '../book/placeNotes.ts';
import type { CoverStyle } from '../cover/coverStyles.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Duplex, SchemeName } from '../impose/imposition.ts';
import type { PaperStock } from '../theme/printers/coverRules.ts';
import type { PrintProfileName } from '../theme/printProfile.ts';
import type { Decision } from '../normalize/normalizedStory.ts';
import type { ArtifactContent } from './artifactContent.ts';

/** What happens during a compilation, in order. */
export type CompileEvent =
  | {
      readonly type: 'planned';
      readonly stories: number;
      readonly books: number;
      readonly artifacts: number;
      /** What was found about the themes and the book's own pages. */ readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly type: 'storyRead'; readonly story: StoryReport }
  | { readonly type: 'storyFailed'; readonly story: FailedStory }
  | { readonly type: 'artifactStarted'; readonly fileName: string }
  | { readonly type: 'artifactFinished'; readonly artifact: MadeArtifact }
  | { readonly type: 'artifactFailed'; readonly artifact: FailedArtifact };

/** What is said of a story that was read. */
export interface StoryReport {
  readonly files: readonly string[];
  readonly title: string | null;
  readonly displayTitle: string;
  readonly authors: readonly string[];
  readonly language: string;
  readonly words: number;
  readonly chapters: number;
  /** Decisions that are doubtful and that no reader has settled. */
  readonly doubts: readonly Decision[];
  /** Notes that were left out as the settings ask, by role. */
  readonly leftOut: readonly LeftOutNotes[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface FailedStory {
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a file is: a book, its cover, or what goes with printed sheets. */
export type ArtifactKind =
  | 'epub'
  | 'kepub'
  | 'pdf'
  | 'cover'
  | 'frontCover'
  | 'coverSheet'
  | 'wrapCover'
  | 'testSheet'
  | 'printingNotes'
  | 'foldPreview';

/** A file that was made; the pages of a PDF are set, and drawn as its bytes are taken. */
export interface MadeArtifact {
  readonly fileName: string;
  readonly kind: ArtifactKind;
  readonly mediaType: string;
  /** Can be gone through once. */
  readonly content: ArtifactContent;
  /** The book's title as it is shown. */
  readonly displayTitle: string;
  readonly stories: number;
  /** Pages of a PDF; `null` for what has none. */
  readonly pages: number | null;
  /** What the pages of a PDF are made for, and how large they are; `null` for what has none. */
  readonly print: PrintFacts | null;
  /** How a cover came by its style; absent for what is none. */
  readonly cover?: CoverFacts;
  /** How the pages of a PDF lie on sheets; `null` where a page is a sheet. */
  readonly sheets: SheetFacts | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The style of a cover, and why it has it. */
export interface CoverFacts {
  /** `picture` for one of the user's own. */
  readonly style: CoverStyle | 'picture';
  /** Whether the program chose the style, and nobody named it. */
  readonly isChosen: boolean;
  /** What spoke for the style, in words: `the title has “sea”`. */
  readonly why: string;
}

/** How a PDF's pages were designed; lengths in points. */
export interface PrintFacts {
  readonly profile: PrintProfileName;
  /** The size of the pages by its name, or in millimetres. */
  readonly trim: string;
  readonly trimPt: readonly [width: number, height: number];
  readonly bleedPt: number;
  readonly bodySizePt: number;
  readonly leadingPt: number;
  /** Of a cover that goes around the pages. */
  readonly wrap?: WrapFacts;
}

/** What the cover around a book comes to; lengths in points. */
export interface WrapFacts {
  /** Back, spine and front together, as they are cut. */
  readonly trimPt: readonly [width: number, height: number];
  readonly bleedPt: number;
  readonly spinePt: number;
  readonly stock: PaperStock;
  /** The pages that the spine is for. */
  readonly pages: number;
  readonly hasSpineText: boolean;
}

/** What the sheets of an imposed PDF come to. */
export interface SheetFacts {
  readonly scheme: SchemeName;
  /** The paper by its name, or in millimetres. */
  readonly paper: string;
  readonly paperPt: readonly [width: number, height: number];
  readonly duplex: Duplex;
  readonly sheets: number;
  /** Pages that show nothing, those among the sheets' pages that fill the last sheet included. */
  readonly blanks: number;
  /** Text so small would need a sheet less, still readable; `null` where none would. */
  readonly savesASheet: { readonly bodySizePt: number; readonly leadingPt: number } | null;
}

/** A finished file, in memory. */
export interface Artifact extends MadeArtifact {
  readonly bytes: Uint8Array;
}

export interface FailedArtifact {
  readonly fileName: string;
  readonly kind: MadeArtifact['kind'];
  readonly displayTitle: string;
  readonly diagnostics: readonly Diagnostic[];
}
