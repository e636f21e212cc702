/** Which way the lettering of a spine runs, as the book stands upright. */
export type SpineDirection = 'down' | 'up';

/**
 * Books in these languages are usually lettered upwards, so that the title is read with the head tilted to the left; all
 * others downwards, so that it can be read on a book that lies on its back. ISO 6357 knows both; the list is as known among
 * printers, to be confirmed.
 */
const letteredUpwards: readonly string[] = ['fr', 'de', 'es', 'it', 'pt', 'ca', 'ro'];

/** The way in which a book's spine is lettered, by its language as BCP 47 has it: `fr-CA` → `up`. */
export function spineDirection(language: string): SpineDirection {
  return letteredUpwards.includes(language.split('-')[0]?.toLowerCase() ?? '') ? 'up' : 'down';
}
