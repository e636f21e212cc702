import type { ByteStore } from '../cache/byteStore.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { drawingToSvg } from '../drawing/drawingToSvg.ts';
import { digestOfText } from '../reads/trackReads.ts';
import { programId } from './programId.ts';

/**
 * Has the pictures of a drawing from an earlier run, or makes them and keeps them for a later one: a change of the text that
 * leaves the drawing as it is costs no picture. Drawing and packing a cover takes some hundred times as long as writing the
 * drawing down, whose words are what its pictures are known by.
 *
 * @param requests all that is said of each picture besides the drawing
 * @param make makes all of them, since they are drawn as one
 */
export async function keepPictures(
  store: ByteStore,
  drawing: Drawing,
  requests: readonly object[],
  make: () => Promise<Uint8Array[]>,
): Promise<Uint8Array[]> {
  const svg = drawingToSvg(drawing);
  const keys = requests.map(request => digestOfText(JSON.stringify(['picture', programId(), request, svg])));
  const kept = (await Promise.all(keys.map(key => store.read(key)))).filter(picture => picture !== null);
  if (kept.length === keys.length) return kept;
  const pictures = await make();
  for (const [index, picture] of pictures.entries()) await store.write(keys[index] ?? '', picture);
  return pictures;
}
