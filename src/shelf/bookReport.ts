import type { FailedStory, MadeArtifact, StoryReport } from '../compile/compileEvent.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** A file that lies where it is to lie. */
export interface WrittenFile {
  readonly path: string;
  readonly kind: MadeArtifact['kind'];
  readonly title: string;
  readonly stories: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly pages: number | null;
  readonly print: MadeArtifact['print'];
  /** How a cover came by its style. */
  readonly cover?: NonNullable<MadeArtifact['cover']>;
  readonly sheets: MadeArtifact['sheets'];
  readonly diagnostics: readonly Diagnostic[];
}

/** A file that could not be made or written. */
export interface FailedFile {
  readonly fileName: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What became of a book's files: `built` anew, `restored` from what an earlier run kept, found `unchanged`, or `failed` for
 * one of its stories or files, when others of its files may well lie there.
 */
export type BookStatus = 'built' | 'restored' | 'unchanged' | 'failed';

/** What a job came to. */
export interface BookReport {
  /** The `id` of its job. */
  readonly id: string;
  readonly status: BookStatus;
  readonly stories: readonly StoryReport[];
  readonly failedStories: readonly FailedStory[];
  readonly files: readonly WrittenFile[];
  readonly failedFiles: readonly FailedFile[];
  /** What concerns the book as a whole. */
  readonly diagnostics: readonly Diagnostic[];
}
