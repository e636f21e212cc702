import type { ArtifactKind, MadeArtifact } from './compileEvent.ts';

/** What making a file comes to. */
export interface Made extends Pick<MadeArtifact, 'content' | 'pages' | 'print' | 'cover' | 'diagnostics'> {
  readonly sheets?: MadeArtifact['sheets'];
  /** Files that go with it, made after it, one by one. */
  readonly beside?: readonly FileBeside[];
}

/** A file that goes with another of the same edition. */
export interface FileBeside {
  readonly kind: ArtifactKind;
  /** What its name ends with, in place of the other's ending: `.test.pdf` of `title.booklet.test.pdf`. */
  readonly ending: string;
  readonly make: () => Promise<Made>;
}
