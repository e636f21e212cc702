import { type SubsetLibrary, openTypeTag, subsetLibrary } from './subsetLibrary.ts';

/** Which font of a file is meant, and what it is to be. */
export interface FontInstance {
  /** Its place in a collection; 0 in any other file. */
  readonly index: number;
  /** The weight that a variable font is fixed at; `null` where it has none to choose. */
  readonly weight: number | null;
}

/** `hb_subset_flags_t` of hb-subset.h. */
const retainGlyphIds = 0x2;
const withoutSubroutines = 0x4;

/** `HB_MEMORY_MODE_READONLY`: the bytes live as long as the blob. */
const readOnlyMemory = 1;

/**
 * A font written anew by HarfBuzz, with all its glyphs under their numbers. HarfBuzz checks every table and leaves out what
 * is broken, resolves subroutines within limits and fixes the axes of a variable font, so that whatever reads the result
 * meets neither a table that points outside nor a glyph that never ends. `null` when it cannot be read.
 */
export function rewriteFont(data: Uint8Array, { index, weight }: FontInstance): Uint8Array | null {
  const library = subsetLibrary();
  const source = library.malloc(data.length);
  if (source === 0) return null;
  new Uint8Array(library.memory.buffer, source, data.length).set(data);
  const blob = library.hb_blob_create(source, data.length, readOnlyMemory, 0, 0);
  const face = library.hb_face_create(blob, index);
  const input = library.hb_subset_input_create_or_fail();
  library.hb_subset_input_keep_everything(input);
  const flags = library.hb_subset_input_get_flags(input);
  library.hb_subset_input_set_flags(input, flags | retainGlyphIds | withoutSubroutines);
  library.hb_subset_input_pin_all_axes_to_default(input, face);
  if (weight !== null) library.hb_subset_input_pin_axis_location(input, face, openTypeTag('wght'), weight);
  const written = library.hb_subset_or_fail(face, input);
  const bytes = written === 0 ? null : takeFaceBytes(library, written);
  library.hb_subset_input_destroy(input);
  library.hb_face_destroy(face);
  library.hb_blob_destroy(blob);
  library.free(source);
  return bytes;
}

/** The bytes of a face, which is gone then; `null` where there are none. */
export function takeFaceBytes(library: SubsetLibrary, face: number): Uint8Array | null {
  const blob = library.hb_face_reference_blob(face);
  const length = library.hb_blob_get_length(blob);
  const start = library.hb_blob_get_data(blob, 0);
  // A copy: the library's memory is used again.
  const bytes = new Uint8Array(library.memory.buffer, start, length).slice();
  library.hb_blob_destroy(blob);
  library.hb_face_destroy(face);
  return length === 0 ? null : bytes;
}
