/** Matches the words before a byline that say what is by somebody: `A Play in Three Acts `, `Ein Stück in drei Szenen `, `Une comédie en un acte `. */
const kinds = [
  String.raw`an? (?:[\w-]+ ){0,3}(?:story|fic|fan ?fiction|tale|play|comedy|farce|drama|tragedy|sketch|script|novel|novella|romance|poem)(?: in [\w-]+ [\w-]+)? (?=by)`,
  String.raw`eine? (?:\p{L}+ ){0,3}(?:\p{L}*stück|hörspiel|komödie|lustspiel|schwank|drama|tragödie|trauerspiel|sketch|roman|novelle|erzählung|\p{L}*geschichte|märchen)(?: in \p{L}+ \p{L}+)? (?=von)`,
  String.raw`(?:une? )?(?:pièce|comédie|farce|drame|tragédie|histoire|nouvelle|conte|récit|roman)(?: en \p{L}+ \p{L}+)? (?=par|de)`,
].join('|');

/** Matches `by Michelle`, `Written by: J. Doe`, `von Ralf`, `Escrito por Nell`, `by Nell (nell@example.org)`; not `by the river they sat.` */
const bylinePattern = new RegExp(
  String.raw`^[\W_]{0,20}(?<kind>${kinds})?(?<by>(?:story |fic |written |posted )?by|(?:écrite? |escrit[oa] |geschrieben )?(?:par|por|von)|scritt[oa] da|door|av|af|di|de|от)\s*:?\s+(?<name>\S.*)$`,
  'iu',
);

/** What a line that says by whom a story is says: the name, and whether the word before it is English. */
export interface BylineWords {
  readonly name: string;
  readonly isEnglish: boolean;
  /** Whether it says what is by somebody: `Ein Roman von …`, which may go on with what it is about. */
  readonly hasKind: boolean;
}

/** Reads a byline by its own words: `von Salzkrähe` → `Salzkrähe`; `null` for a line that opens with no such word. */
export function readBylineWords(text: string): BylineWords | null {
  const { by = '', name, kind } = bylinePattern.exec(text)?.groups ?? {};
  return name === undefined ? null : { name, isEnglish: /by$/i.test(by), hasKind: kind !== undefined };
}
