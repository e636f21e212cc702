import type { MatterRole } from '../../book/tree.ts';
import type { MatterMark } from '../../parse/manuscript.ts';

/** What a reader says that lines are. */
export type OverrideKind =
  | MatterRole
  | 'story'
  | 'removed'
  | 'title'
  | 'byline'
  | 'field'
  | 'chapter'
  | 'prologue'
  | 'epilogue'
  | 'interlude'
  | 'chapterTitle'
  | 'part'
  | 'break'
  | 'closingLine'
  | 'contents'
  | 'section'
  | 'slugLine'
  | 'footnote'
  | 'none';

/** One correction of what was made of some lines of a story. */
export interface Override {
  /** The lines it speaks of, first and last; with `text` it counts only while that stands there. */
  readonly lines?: readonly [first: number, last: number] | undefined;
  /** A line, or how it starts. */
  readonly text?: string | undefined;
  readonly is?: OverrideKind | undefined;
  /** What comes before the lines: a scene break, a chapter's start, or no scene break. */
  readonly before?: 'break' | 'chapter' | 'none' | undefined;
  /** Of a chapter or part. */
  readonly number?: number | undefined;
  readonly title?: string | undefined;
  /** Of matter; by where it stands unless said otherwise. */
  readonly place?: MatterMark['place'] | undefined;
  /** Why lines are removed, in a word. */
  readonly reason?: string | undefined;
}

/** The corrections of one file, or of one story of a book. */
export interface OverrideSet {
  /** The file they are written in, to name in findings. */
  readonly origin: string;
  /** The path of the source they are about; `null` for all files of the story. */
  readonly about: string | null;
  /** The SHA-256 of the source they were written for, where they say it. */
  readonly sourceSha256: string | null;
  readonly overrides: readonly Override[];
}
