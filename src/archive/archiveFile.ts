/** One file to write into an archive; `path` is relative, with forward slashes: `OEBPS/nav.xhtml`. */
export interface ArchiveFile {
  readonly path: string;
  /** Text is written as UTF-8. */
  readonly content: string | Uint8Array;
  /** Written as it is instead of deflated. */
  readonly stored?: boolean;
}
