/** Matches `part 1 of 2`, `(Part 3/?)`, `2/5`, `~ Chapter 4 of 9 ~`; not `Part 1`, a heading, nor `part of it`, `1/2 cup`. */
const partOfHowMany =
  /^[^\p{L}\p{N}]{0,6}(?:(?:part|chapter|pt\.?) )?\d{1,3}\s?(?:\/|\bof\b)\s?(?:\d{1,3}|\?{1,2}|x)[^\p{L}\p{N}]{0,6}$/iu;

/** Whether a line says which part of how many it stands over, and nothing else: under the title of a story posted in parts. */
export function isPartLine(text: string): boolean {
  return text.length <= 30 && partOfHowMany.test(text) && !/^\W*\d+\s+of/i.test(text);
}
