/** One file to write into an archive; `path` is relative, with forward slashes: `OEBPS/nav.xhtml`. */
export interface ArchiveFile {
  readonly path: string;
  /**
   * Text is written as UTF-8. It may be a getter that makes the content anew on each reading, so that the contents of a
   * large archive need not be in memory all at once: read it once, and keep it no longer than needed.
   */
  readonly content: string | Uint8Array;
  /** Written as it is instead of deflated. */
  readonly stored?: boolean;
}
