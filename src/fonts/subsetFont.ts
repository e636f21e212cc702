import { takeFaceBytes } from './rewriteFont.ts';
import { type SubsetLibrary, openTypeTag, subsetLibrary } from './subsetLibrary.ts';

/**
 * Features that a style sheet turns on beside those that HarfBuzz keeps by itself (kerning, ligatures, marks …): small
 * capitals, figures, and historical and swash forms are what headings ask for.
 */
const extraFeatures = ['smcp', 'c2sc', 'onum', 'lnum', 'pnum', 'tnum', 'dlig', 'case'] as const;

/** `HB_SUBSET_SETS_LAYOUT_FEATURE_TAG` of hb-subset.h. */
const layoutFeatureSet = 6;
/** `HB_MEMORY_MODE_READONLY`: the bytes live as long as the blob. */
const readOnlyMemory = 1;

/** What was subset in this process, by font file: several books, or a book and its stories alone, share their letters. */
const subsets = new WeakMap<Uint8Array, Map<string, Uint8Array | null>>();

/**
 * A font that holds the glyphs for the given characters alone, with their layout features; the same bytes for the same
 * font and characters. `null` when the font cannot be read or has none of them.
 * @param data a TrueType or OpenType file
 * @param codePoints the characters, in any order
 */
export function subsetFont(data: Uint8Array, codePoints: ReadonlySet<number>): Uint8Array | null {
  const sorted = [...codePoints].sort((left, right) => left - right);
  const key = sorted.join(' ');
  const known = subsets.get(data) ?? new Map<string, Uint8Array | null>();
  subsets.set(data, known);
  let subset = known.get(key);
  if (subset === undefined) {
    subset = makeSubset(subsetLibrary(), data, sorted);
    known.set(key, subset);
  }
  return subset;
}

function makeSubset(library: SubsetLibrary, data: Uint8Array, codePoints: readonly number[]): Uint8Array | null {
  const source = library.malloc(data.length);
  new Uint8Array(library.memory.buffer, source, data.length).set(data);
  const blob = library.hb_blob_create(source, data.length, readOnlyMemory, 0, 0);
  const face = library.hb_face_create(blob, 0);
  const input = library.hb_subset_input_create_or_fail();
  const characters = library.hb_subset_input_unicode_set(input);
  for (const codePoint of codePoints) library.hb_set_add(characters, codePoint);
  const features = library.hb_subset_input_set(input, layoutFeatureSet);
  for (const feature of extraFeatures) library.hb_set_add(features, openTypeTag(feature));
  const subset = library.hb_subset_or_fail(face, input);
  const bytes = subset === 0 ? null : takeFaceBytes(library, subset);
  library.hb_subset_input_destroy(input);
  library.hb_face_destroy(face);
  library.hb_blob_destroy(blob);
  library.free(source);
  return bytes;
}
