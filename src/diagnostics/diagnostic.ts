import type { DeviceCode } from './deviceCodes.ts';

/** A place in a source file: 1-based, inclusive lines; columns (1-based, inclusive) where a line holds several things. */
export interface SourceSpan {
  readonly file: string;
  readonly lines: readonly [first: number, last: number];
  readonly columns?: readonly [first: number, last: number];
}

/** A place in a finished book. */
export interface BookPlace {
  /** In the archive: `OEBPS/chapter-1.xhtml`. */
  readonly path: string;
  /** 1-based; left out where the file as a whole is meant. */
  readonly line?: number;
}

export type Severity = 'error' | 'warning' | 'info';

/** One finding about the input or an output. The message is one sentence; the hint, when there is one, an imperative. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly span?: SourceSpan;
  /** Where in a finished book; the message does not say it again. */
  readonly place?: BookPlace;
  /** The id by which EPUBCheck knows the rule: `RSC-007`. */
  readonly rule?: string;
  /** Where a device's maker says so. */
  readonly source?: RuleSource;
}

/** A page that states a rule, and the day on which it was read, `2026-11-28`. */
export interface RuleSource {
  readonly url: string;
  readonly readOn: string;
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
  'source/output-left-out',
  'source/invalid-epub',
  'source/protected-epub',
  'source/not-a-pdf',
  'source/protected-pdf',
  'source/invalid-pdf',
  'archive/not-a-zip',
  'archive/damaged',
  'archive/unsupported',
  'archive/too-large',
  'parse/front-matter-invalid',
  'parse/image-left-out',
  'parse/html-left-out',
  'parse/epub-damaged',
  'parse/epub-chapter-missing',
  'parse/epub-without-contents',
  'parse/footnote-without-text',
  'parse/footnote-without-mark',
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
  'config/invalid-cover',
  'config/usage',
  'config/no-epubcheck',
  'cache/not-kept',
  'theme/invalid',
  'theme/hazard',
  'fonts/unreadable',
  'fonts/missing-glyph',
  'fonts/not-found',
  'fonts/embedding-forbidden',
  'fonts/face-missing',
  'typeset/overfull-line',
  'typeset/broken-word',
  'typeset/stacked-marks',
  'typeset/page-too-small',
  'typeset/pictures-as-words',
  'print/page-count',
  'print/trim-size',
  'print/margins',
  'print/bleed',
  'print/plain-spine',
  'print/back-too-long',
  'typeset/widow',
  'typeset/orphan',
  'typeset/torn-heading',
  'typeset/lone-line',
  'typeset/scene-break-at-edge',
  'typeset/uneven-pages',
  'typeset/short-page',
  'typeset/late-note',
  'impose/no-pages',
  'impose/too-many-pages',
  'impose/page-too-large',
  'impose/sheets',
  'impose/page-sizes-differ',
  'impose/trim-box-taken',
  'impose/annotations-left-out',
  'impose/parts-missing',
  'impose/pages-not-there',
  'impose/creep-in-margin',
  'output/not-writable',
  'output/disk-full',
  'output/story-skipped',
  'output/edition-failed',
  'output/interrupted',
  'shelf/worker-died',
  'shelf/bug',
  'compile/no-stories',
  'report/unreadable',
  'report/shard-repeated',
  'report/book-repeated',
  'report/not-one-set',
  'report/shards-missing',
  'verify/incomplete',
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
  'epub/overlapping-entries',
  'epub/external-entity',
  'epub/entities-declared',
  'epub/script',
  'epub/block-in-paragraph',
  'epub/text-in-list',
  'epub/invalid-id',
  'epub/unknown-role',
  'epub/title-missing',
  'epub/title-empty',
  'epub/heading-skipped',
  'epub/link-outside-spine',
  'epub/spine-item-not-readable',
  'epub/nav-order',
  'epub/ncx-play-order-repeated',
  'epub/property-undeclared',
] as const;

export type EpubCode = (typeof epubCodes)[number];

/** What EPUBCheck finds and we have no code for goes by EPUBCheck's own id: `epubcheck/rsc-005`. */
export type EpubcheckCode = `epubcheck/${string}`;

/** Findings about a finished artifact; each is described where it is checked, in `verify`. */
export type VerifyCode = EpubCode | DeviceCode | EpubcheckCode | `pdf/${string}`;
