/**
 * How many sheets each signature has, none more than `most`, as few signatures as that allows, lengths that differ by one
 * sheet at most, longer ones first: 13 sheets, at most 4 → 4, 3, 3, 3. Two abreast come in pairs, so that no half of a
 * sheet stays empty where there are sheets for both.
 */
export function balanceSignatures(sheets: number, most: number, abreast: 1 | 2): readonly number[] {
  const limit = Math.max(1, Math.floor(most));
  const pairs = Math.ceil(sheets / (limit * abreast));
  const count = Math.min(sheets, pairs * abreast);
  const shorter = Math.floor(sheets / count);
  return Array.from({ length: count }, (_, index) => shorter + (index < sheets % count ? 1 : 0));
}

/** Every sheet its own signature. */
export function singleSheets(sheets: number): readonly number[] {
  return Array.from({ length: sheets }, () => 1);
}
