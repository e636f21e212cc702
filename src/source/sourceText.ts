/** The formats a story can be read from. */
export type SourceFormat = 'plainText' | 'markdown' | 'html';

/** A file as it was read: bytes and the name to show for it. */
export interface SourceBytes {
  /** As the user named it, or the name given to an in-memory source. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A decoded file. */
export interface SourceText {
  readonly path: string;
  readonly format: SourceFormat;
  /** Name of the encoding in lower case, as the web and Python know it: `utf-8`, `windows-1252`, `iso-8859-7`. */
  readonly encoding: string;
  readonly byteLength: number;
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** The lines without their ends; line 1 is `lines[0]`. */
  readonly lines: readonly string[];
  /** The e-book that the file is a part of; its own path starts with the e-book's. */
  readonly container?: SourceContainer;
}

/** A file that holds others: an EPUB. */
export interface SourceContainer {
  /** As {@link SourceBytes.path}. */
  readonly path: string;
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** Whether the file goes on with the chapter of the one before, unless something in it starts another. */
  readonly goesOn: boolean;
  /** The inflated size that a file inside states, in bytes; 0 where it is not there. */
  readonly sizeOf: (path: string) => number;
  /**
   * The bytes of a file by its path inside: `OEBPS/images/lamp.png`; `null` where there is none to be read, or it is
   * encrypted.
   */
  readonly readResource: (path: string) => Uint8Array | null;
}

const formatOfExtension: Readonly<Record<string, SourceFormat>> = {
  txt: 'plainText',
  text: 'plainText',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
};

const epubExtension = 'epub';

/** The endings of file names that are read as stories. */
export const storyExtensions: readonly string[] = [...Object.keys(formatOfExtension), epubExtension];

/** The format a text's file name stands for; `null` for one that is not read as text. */
export function formatOf(path: string): SourceFormat | null {
  return formatOfExtension[extensionOf(path)] ?? null;
}

/** Whether a file's name is that of a story. */
export function isStoryName(path: string): boolean {
  return storyExtensions.includes(extensionOf(path));
}

/** Whether a file's name is that of an e-book. */
export function isEpubName(path: string): boolean {
  return extensionOf(path) === epubExtension;
}

/** Matches the start of an EPUB, which any of its readers looks for: a zip whose first entry is `mimetype`, stored. */
const epubStart = /^PK\x03\x04[^]{26}mimetypeapplication\/epub\+zip/;

/** Whether a file is an e-book, by its first bytes whatever its name, or else by its name. */
export function isEpub({ path, bytes }: SourceBytes): boolean {
  return isEpubName(path) || epubStart.test(String.fromCharCode(...bytes.subarray(0, 60)));
}

function extensionOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
