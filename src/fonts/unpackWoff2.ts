import { refuseFont } from './refuseFont.ts';
import { viewOf } from './sfnt.ts';

const woff2HeaderBytes = 48;

/**
 * Unpacks a WOFF2 file (https://www.w3.org/TR/WOFF2/); the decoder is loaded for the first one.
 * @param maxBytes the largest font that is unpacked
 * @throws CompileError `fonts/unreadable`
 */
export async function unpackWoff2(data: Uint8Array, path: string, maxBytes: number): Promise<Uint8Array> {
  if (data.length < woff2HeaderBytes) throw refuseFont(path, `is cut off: it is ${data.length} bytes long`);
  const header = viewOf(data);
  const stated = header.getUint32(8);
  if (stated > data.length) throw refuseFont(path, `is cut off: ${stated} bytes were stated, and it has ${data.length}`);
  const unpacked = header.getUint32(16);
  if (unpacked > maxBytes) throw refuseFont(path, `unpacks to ${unpacked} bytes; at most ${maxBytes} are read`);
  const { default: decompress } = await import('woff2-encoder/decompress');
  let font: Uint8Array;
  try {
    font = await decompress(data);
  } catch (cause) {
    throw refuseFont(path, 'is broken: its WOFF2 cannot be unpacked', undefined, cause);
  }
  if (font.length === 0) throw refuseFont(path, 'is broken: its WOFF2 cannot be unpacked');
  return font;
} // prettier-ignore
