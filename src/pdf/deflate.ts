import { deflateSync } from 'node:zlib';

/**
 * Packs a content stream. Of a novel's 290 pages, level 4 makes 687 KB in 29 ms, level 6 makes 666 KB in 49 ms. In zlib's
 * threads a page costs more to hand over and back, 0.35 ms, than to pack here, 0.1 ms.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 4 });
}
