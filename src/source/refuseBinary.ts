import { CompileError } from '../diagnostics/compileError.ts';

/** First bytes of files that are often given a text file's name, and what to say of them. */
const signatures: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a zip archive (EPUB and DOCX are such)' },
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], name: 'a PDF' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG image' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG image' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Word document' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66, 0x31], name: 'a rich text (RTF) document' },
];

/** More than this share of control bytes is no text: prose has none, a binary file has one in eight. */
const maxControlShare = 0.02;

/**
 * Refuses bytes that are no text, by their first bytes or, unless their encoding is known to have such, by their control bytes.
 * @throws CompileError `source/binary-file`.
 */
export function refuseBinary(path: string, bytes: Uint8Array, isUnicode: boolean): void {
  const signature = signatures.find(candidate => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (signature === undefined && (isUnicode || controlShare(bytes) <= maxControlShare)) return;
  throw new CompileError('source/binary-file', `${path} is ${signature?.name ?? 'a binary file'}, not text.`, {
    hint: 'Save the story as plain text or Markdown and name that file.',
    path,
  });
}

function controlShare(bytes: Uint8Array): number {
  let control = 0;
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) control++;
  }
  return bytes.length === 0 ? 0 : control / bytes.length;
}
