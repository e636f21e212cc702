import type { ByteStore } from '../cache/byteStore.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { drawingToSvg } from '../drawing/drawingToSvg.ts';
import { digestOfText } from '../reads/trackReads.ts';
import { programId } from './programId.ts';

/**
 * Has the picture of a drawing from an earlier run, or makes it and keeps it for a later one: a change of the text that
 * leaves the drawing as it is costs no picture. Drawing and packing a cover takes some hundred times as long as writing the
 * drawing down, whose words are what the picture is known by.
 *
 * @param request all that is said of the picture besides the drawing
 */
export async function keepPicture(
  store: ByteStore,
  drawing: Drawing,
  request: object,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const key = digestOfText(JSON.stringify(['picture', programId(), request, drawingToSvg(drawing)]));
  const kept = await store.read(key);
  if (kept !== null) return kept;
  const picture = await make();
  await store.write(key, picture);
  return picture;
}
