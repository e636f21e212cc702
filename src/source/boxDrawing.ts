/** Bytes of the lines, corners and shades that DOS code pages draw boxes with: 0xB0 to 0xDF in 437, 850, 852, 866 and 737. */
const firstDrawn = 0xb0;
const lastDrawn = 0xdf;

/** Matches the top or bottom of a box: a corner, a line, a corner; in Latin-1 it would read `ÉÍÍÍÍ»` or `ÚÄÄÄÄ¿`. */
const boxEdge =
  /[\xc9\xd5]\xcd{4,}[\xbb\xb8]|[\xc8\xd4]\xcd{4,}[\xbc\xbe]|[\xda\xd6]\xc4{4,}[\xbf\xb7]|[\xc0\xd3]\xc4{4,}[\xd9\xbd]|(?:^|[\r\n ])(?:\xc4{20,}|\xcd{20,})(?=[\r\n ]|$)/;

/** Whether bytes draw boxes as text files of DOS and bulletin boards do; nothing written in letters has their edges. */
export function drawsBoxes(bytes: Uint8Array): boolean {
  return boxEdge.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}

/** The bytes without those that boxes are drawn with: what is left above ASCII are letters. */
export function withoutBoxes(bytes: Uint8Array): Uint8Array {
  return bytes.filter(byte => byte < firstDrawn || byte > lastDrawn);
}
