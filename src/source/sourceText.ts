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

/** The endings of file names that are read as stories. */
export const storyExtensions: readonly string[] = Object.keys(formatOfExtension);

/** The format a file name's ending stands for; `null` for one that is not read. */
export function formatOf(path: string): SourceFormat | null {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return formatOfExtension[extension] ?? null;
}
