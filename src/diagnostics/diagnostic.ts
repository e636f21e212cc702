/** A place in a source file: 1-based, inclusive lines; columns (1-based, inclusive) where a line holds several things. */
export interface SourceSpan {
  readonly file: string;
  readonly lines: readonly [first: number, last: number];
  readonly columns?: readonly [first: number, last: number];
}

export type Severity = 'error' | 'warning' | 'info';

/** One finding about the input or an output. The message is one sentence; the hint, when there is one, an imperative. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly span?: SourceSpan;
}

/** Receives findings as a stage comes upon them; output and findings travel together. */
export type Report = (diagnostic: Diagnostic) => void;

/**
 * Every code the program can report, `stage/kebab-name`. The list is closed: a code is never reused for another meaning.
 * A `source/*` or `config/*` code may also be the code of a thrown {@link CompileError}.
 */
export const diagnosticCodes = [
  'source/missing-path',
  'source/no-stories-in-folder',
  'source/no-match',
  'source/not-a-file',
  'source/not-readable',
  'source/empty-file',
  'source/binary-file',
  'source/unknown-format',
  'source/too-large',
  'source/invalid-encoding',
  'source/guessed-encoding',
  'source/unknown-encoding',
  'source/mixed-line-ends',
  'source/control-characters',
  'archive/not-a-zip',
  'archive/damaged',
  'archive/unsupported',
  'archive/too-large',
  'parse/front-matter-invalid',
  'parse/image-left-out',
  'parse/html-left-out',
  'images/outside-folder',
  'images/not-found',
  'images/not-an-image',
  'images/too-large',
  'images/too-many',
  'images/not-fetched',
  'images/alt-missing',
  'normalize/possible-lost-line',
  'normalize/no-story-text',
  'normalize/destroyed-letters',
  'normalize/chapter-gap',
  'normalize/chapter-repeated',
  'normalize/doubled-text',
  'normalize/doubtful-decisions',
  'overrides/source-changed',
  'overrides/no-match',
  'overrides/cuts-paragraph',
  'book/notes-left-out',
  'config/not-found',
  'config/invalid-yaml',
  'config/invalid',
  'config/unknown-theme',
  'config/unknown-edition',
  'config/unknown-cover',
  'config/usage',
  'theme/invalid',
  'fonts/unreadable',
  'fonts/missing-glyph',
  'typeset/overfull-line',
  'typeset/broken-word',
  'typeset/stacked-marks',
  'typeset/page-too-small',
  'typeset/pictures-as-words',
  'output/not-writable',
  'output/disk-full',
  'output/story-skipped',
  'output/edition-failed',
  'compile/no-stories',
] as const;

export type DiagnosticCode = (typeof diagnosticCodes)[number] | VerifyCode;

/** Findings about a finished EPUB; severity and hint of each are in `verify`. Closed and never reused, as above. */
export const epubCodes = [
  'epub/not-a-zip',
  'epub/damaged-archive',
  'epub/unsupported-archive',
  'epub/too-large',
  'epub/unsafe-path',
  'epub/duplicate-entry',
  'epub/mimetype-missing',
  'epub/mimetype-not-first',
  'epub/mimetype-compressed',
  'epub/mimetype-extra-field',
  'epub/mimetype-wrong',
  'epub/container-missing',
  'epub/container-without-package',
  'epub/package-missing',
  'epub/several-packages',
  'epub/encrypted-content',
  'epub/malformed-xml',
  'epub/invalid-encoding',
  'epub/metadata-missing',
  'epub/unique-identifier-unresolved',
  'epub/language-invalid',
  'epub/manifest-item-incomplete',
  'epub/manifest-id-repeated',
  'epub/manifest-file-repeated',
  'epub/manifest-file-missing',
  'epub/undeclared-file',
  'epub/media-type-wrong',
  'epub/spine-empty',
  'epub/spine-item-unknown',
  'epub/spine-item-repeated',
  'epub/nav-missing',
  'epub/nav-without-contents',
  'epub/ncx-missing',
  'epub/ncx-play-order',
  'epub/ncx-identifier',
  'epub/cover-missing',
  'epub/duplicate-id',
  'epub/broken-link',
  'epub/broken-fragment',
  'epub/missing-resource',
  'epub/remote-resource',
  'epub/image-without-source',
  'epub/image-without-alt',
  'epub/language-undeclared',
] as const;

export type EpubCode = (typeof epubCodes)[number];

/** Findings about a finished artifact; each is described where it is checked, in `verify`. */
export type VerifyCode = EpubCode | `pdf/${string}`;
