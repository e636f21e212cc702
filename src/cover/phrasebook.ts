/** The same in the languages that covers are described in, each in the words of its readers. */
export interface Phrasebook<T> {
  readonly en: T;
  readonly fr: T;
  readonly de: T;
  readonly es: T;
}

/** A language that covers are described in. */
export type PhraseLanguage = keyof Phrasebook<unknown>;

/** The language of the phrases for a book's language, BCP 47: English where there is no translation yet. */
export function phraseLanguage(language: string): PhraseLanguage {
  const primary = language.split('-')[0]?.toLowerCase();
  return primary === 'fr' || primary === 'de' || primary === 'es' ? primary : 'en';
}

/** What a phrasebook has for a book's language, BCP 47. */
export function phraseFor<T>(phrasebook: Phrasebook<T>, language: string): T {
  return phrasebook[phraseLanguage(language)];
}
