import type { MatterRole } from '../book/tree.ts';
import type { BookSettings, StorySettings } from '../book/assembleBook.ts';
import type { NotesPolicy } from '../book/notesPolicy.ts';
import type { Binding } from '../config/bookConfig.ts';
import type { OverridesConfig } from '../config/overridesConfig.ts';
import type { Typography } from '../normalize/normalizeStory.ts';
import type { PrintSettings } from '../theme/themeSchema.ts';
import type { Edition } from './edition.ts';

/** A file of a story or of the book's own matter: in memory with `content`, else read from `path`. */
export interface SourceFile {
  /** Its path or name; the ending tells the format: `.txt`, `.md`. */
  readonly path: string;
  readonly content?: string | Uint8Array;
}

/** One story: a file or several in reading order, and what overrules its text. */
export interface StoryInput extends StorySettings {
  readonly files: readonly SourceFile[];
  /** The encoding of its files; found out unless it is said. */
  readonly encoding?: string | undefined;
  readonly typography?: Typography | undefined;
  /** What its reader corrects, besides what lies in files beside it. */
  readonly overrides?: StoryOverrides | undefined;
}

/** Corrections of a story that are written elsewhere than beside it. */
export interface StoryOverrides {
  /** Where they are written, to name in findings. */
  readonly origin: string;
  readonly config: OverridesConfig;
}

/** A page of the book's own, an introduction for instance. */
export interface MatterInput {
  readonly role: MatterRole;
  readonly file: SourceFile;
}

/** What is known of the book besides its stories. */
export interface BookInput extends Omit<BookSettings, 'frontMatter' | 'backMatter'> {
  readonly frontMatter?: readonly MatterInput[] | undefined;
  readonly backMatter?: readonly MatterInput[] | undefined;
}

/** The fonts of print, each the name of a bundled family, a font file or a folder with the faces of a family. */
export interface FontChoices {
  readonly body?: string | undefined;
  readonly headings?: string | undefined;
  /** Where to turn for what those lack, before the fonts that come with the program. */
  readonly fallbacks?: readonly string[] | undefined;
  /** Folders in whose `node_modules` packages of fonts may be, besides the program's own. */
  readonly packageFolders?: readonly string[] | undefined;
}

/** What a cover is to be. */
export interface CoverChoice {
  /** A style, `auto` or `none`. */
  readonly style?: string | undefined;
  /** The file of a picture to take instead. */
  readonly image?: string | undefined;
  /** What the picture shows, for those who cannot see it. */
  readonly alt?: string | undefined;
  /** Whether title and names are set on a panel below the picture; it is shown as it is unless said otherwise. */
  readonly lettering?: boolean | undefined;
  /** Up to three colours, `#1b3a4b`: ground, ink and accent. */
  readonly colors?: readonly string[] | undefined;
}

export interface CompileOptions {
  readonly stories: readonly StoryInput[];
  readonly book?: BookInput | undefined;
  /** How several stories are bound; `anthology` unless said otherwise. */
  readonly bind?: Binding | undefined;
  /** Whether its one story is one of many that are bound apart: what is said of a book as a whole is not said of it then. */
  readonly isOneOfMany?: boolean | undefined;
  /** Names of editions or editions; `['epub', 'pdf']` unless said otherwise. */
  readonly editions?: readonly (string | Edition)[] | undefined;
  /** A bundled theme's name, or a folder; `plain` unless said otherwise. */
  readonly theme?: string | undefined;
  /** What the pages of all PDF editions are like; as the theme has them unless said otherwise. Lengths in points. */
  readonly print?: PrintSettings | undefined;
  /** The fonts of print; the theme's own unless said otherwise. */
  readonly fonts?: FontChoices | undefined;
  /** A style of cover, `auto` for the one that suits, `none`, a picture's file, or all that is said of it; the theme's own unless said otherwise. */
  readonly cover?: string | CoverChoice | undefined;
  /** Pattern of output names, `{title}` unless said otherwise. */
  readonly output?: string | undefined;
  /**
   * The names of the books' files without ending, `/` between folders, where they are settled beforehand: of the book that
   * binds all stories, where there is one, then of each story's own, in the order of the stories. `output` is not asked then.
   */
  readonly stems?: readonly string[] | undefined;
  /** Where the stories' notes go, for stories that say nothing of their own; where they stand unless said otherwise. */
  readonly notes?: NotesPolicy | undefined;
  /** Whether typewriter marks are set as print has them; `on` unless said otherwise. */
  readonly typography?: Typography | undefined;
  /** The folder that pictures may come from, for stories inside of it; the folder of each story's own file unless said otherwise. */
  readonly imageRoot?: string | undefined;
  /** Whether pictures are fetched from public hosts of the web; never unless said otherwise, and no story can say it. */
  readonly fetchImages?: boolean | undefined;
  /** The largest file of a story that is read, in bytes; 64 MiB unless said otherwise. */
  readonly maxBytes?: number | undefined;
  /** Whether each EPUB is checked by the rules of EPUBCheck, too, as `checkEpub` does; its structure always is. */
  readonly verify?: boolean | undefined;
  /** Whether imposed editions have a picture of their sheets beside them, front and back. */
  readonly foldPreview?: boolean | undefined;
  /** Seconds since 1970 that stand for the moment of the build (see reproducible-builds.org). */
  readonly sourceDateEpoch?: number | undefined;
}
