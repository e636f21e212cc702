/** Matches `/u/1234/Name` and `https://www.fanfiction.net/u/1234`; not the address of a forum. */
export function isProfileAddress(href: string | null): boolean {
  return /^(?:https?:\/\/[^/]{1,60})?\/u\/\d+/.test(href ?? '');
}

const genres = new Set('adventure angst crime drama family fantasy friendship general horror humor hurt/comfort mystery parody poetry romance sci-fi spiritual supernatural suspense tragedy western'.split(' ')); // prettier-ignore

/** Matches `Humor`, `Adventure/Hurt/Comfort`; not `Wren/Otter`. */
export function isGenreList(text: string): boolean {
  return text
    .toLowerCase()
    .replace('hurt/comfort', '')
    .split('/')
    .every(genre => genre === '' || genres.has(genre));
}
