/** A picture's size as its header states it, in pixels. */
export interface PictureSize {
  readonly format: 'jpeg' | 'png' | 'gif';
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The size of a JPEG, PNG or GIF, or `null` when the bytes are none or the header is cut off. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return pngSize(view) ?? gifSize(view) ?? jpegSize(view);
}

/** PNG §11.2.2: the header chunk comes first; width and height stand in bytes 16 to 23. */
function pngSize(view: DataView): PictureSize | null {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452) return null;
  return { format: 'png', widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
}

/** GIF89a §18: the size of the logical screen follows the signature, "GIF8". */
function gifSize(view: DataView): PictureSize | null {
  if (view.byteLength < 10 || view.getUint32(0) !== 0x47494638) return null;
  return { format: 'gif', widthPx: view.getUint16(6, true), heightPx: view.getUint16(8, true) };
}

/** JPEG (ITU T.81) §B.2.2: markers with their lengths, up to the start of a frame, which states height and width. */
function jpegSize(view: DataView): PictureSize | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let offset = 2;
  while (offset + 9 <= view.byteLength) {
    if (view.getUint8(offset) !== 0xff) return null;
    const marker = view.getUint8(offset + 1);
    // Markers may be filled up with 0xff.
    if (marker === 0xff) offset += 1;
    else if (isFrameStart(marker)) {
      return { format: 'jpeg', widthPx: view.getUint16(offset + 7), heightPx: view.getUint16(offset + 5) };
    } else offset += 2 + Math.max(2, view.getUint16(offset + 2));
  }
  return null;
}

/** SOF0 to SOF15 but for DHT, JPG and DAC, which lie between them. */
function isFrameStart(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
