/** What the endings of file names say; only types that a reader tells apart. */
const typesByExtension: Readonly<Record<string, readonly string[]>> = {
  xhtml: ['application/xhtml+xml'],
  html: ['application/xhtml+xml', 'text/html'],
  htm: ['application/xhtml+xml', 'text/html'],
  css: ['text/css'],
  ncx: ['application/x-dtbncx+xml'],
  svg: ['image/svg+xml'],
};

/** The first bytes of the pictures that every reader shows. */
const pictureSignatures: readonly { readonly type: string; readonly bytes: readonly number[] }[] = [
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/gif', bytes: [0x47, 0x49, 0x46, 0x38] },
];

/** What speaks against a declared media type, "it is image/png", or `null`. Contents are read for pictures alone. */
export function mediaTypeProblem(path: string, mediaType: string, read: () => Uint8Array | null): string | null {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const expected = Object.hasOwn(typesByExtension, extension) ? typesByExtension[extension] : undefined;
  if (expected?.includes(mediaType) === false) return `its name says ${expected.join(' or ')}`;
  if (!pictureSignatures.some(signature => signature.type === mediaType)) return null;
  const bytes = read();
  if (bytes === null) return null;
  const found = pictureSignatures.find(signature => signature.bytes.every((byte, index) => bytes[index] === byte));
  if (found?.type === mediaType) return null;
  return found === undefined ? 'its first bytes are of no such picture' : `it is ${found.type}`;
}
