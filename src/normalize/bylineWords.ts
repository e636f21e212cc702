/** Matches `by Michelle`, `Written by: J. Doe`, `von Ralf`, `Escrito por Nell`, `by Nell (nell@example.org)`; not `by the river they sat.` */
const bylinePattern =
  /^[\W_]{0,20}(?<by>(?:an? (?:\w+ ){0,3}(?:story|fic|fan ?fiction|tale) |story |fic |written |posted )?by|(?:écrite? |escrit[oa] |geschrieben )?(?:par|por|von)|scritt[oa] da|door|av|af|di|de|от)\s*:?\s+(?<name>\S.*)$/iu;

/** What a line that says by whom a story is says: the name, and whether the word before it is English. */
export interface BylineWords {
  readonly name: string;
  readonly isEnglish: boolean;
}

/** Reads a byline by its own words: `von Salzkrähe` → `Salzkrähe`; `null` for a line that opens with no such word. */
export function readBylineWords(text: string): BylineWords | null {
  const { by = '', name } = bylinePattern.exec(text)?.groups ?? {};
  return name === undefined ? null : { name, isEnglish: /by$/i.test(by) };
}
