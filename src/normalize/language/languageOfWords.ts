import { functionWords } from './functionWords.ts';

/** A language that words speak for. */
export interface WordsGuess {
  readonly tag: string;
  readonly confidence: number;
}

/** Fewer words than this show no language; below the other only one that leads by far. */
const minWords = 35;
const fairWords = 40;
const minLeadOfFewWords = 0.3;
/** So many words show it as well as any more do. */
const sureWords = 300;
/** Running text holds at least this share of its language's small words; a list of names, or another language, less. */
const minHitShare = 0.14;
/** What the best has to lead by, as a share of its score; Danish and Norwegian lie some 0.2 apart. */
const minLead = 0.06;
/** What a label in a language adds to its score; the words of running text make 0.2 to 0.5 together. */
const labelWeight = 0.015;
const maxLabels = 4;

/** Labels at the heads of stories that are a language's own; English ones stand over stories in any language. */
const labelWords: Readonly<Record<string, string>> = {
  de: 'titel autor autorin zusammenfassung inhalt anmerkung anmerkungen warnung warnungen widmung danksagung vorwort',
  fr: 'titre auteur auteure résumé avertissement avertissements note notes genre personnages rating droits',
  es: 'título titulo autor autora resumen sumario advertencia advertencias nota notas género personajes parejas clasificación',
  pt: 'título titulo autor autora resumo sinopse aviso avisos nota notas gênero personagens classificação casal',
  it: 'titolo autore autrice riassunto trama avvertimenti avvertenze note genere personaggi coppia',
  nl: 'titel auteur samenvatting waarschuwing waarschuwingen opmerking',
  sv: 'titel författare sammanfattning varning varningar',
  da: 'titel forfatter resumé advarsel advarsler',
  nb: 'tittel forfatter sammendrag advarsel advarsler',
  fi: 'nimi kirjoittaja tiivistelmä varoitus varoitukset ikäraja',
  pl: 'tytuł autor autorka streszczenie ostrzeżenia gatunek',
  cs: 'název autor autorka shrnutí varování žánr',
  hu: 'cím szerző összefoglaló figyelmeztetés',
  ru: 'название автор бета пейринг рейтинг дисклеймер саммари жанр фэндом персонажи размер статус описание предупреждения',
  uk: 'назва автор бета пейринг рейтинг жанр фендом персонажі опис попередження',
};

/**
 * Judges by its small words which language a text is in, `labels` being the labels of its header; `null` where too few
 * words speak for one, or as many for another. `il était une fois …` → `fr`.
 */
export function languageOfWords(text: string, labels: readonly string[]): WordsGuess | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < minWords) return null;
  const { languagesOf } = functionWords();
  const scores = new Map<string, number>();
  const hits = new Map<string, number>();
  for (const word of words) {
    const languages = languagesOf.get(word) ?? [];
    for (const language of languages) {
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length / words.length);
      hits.set(language, (hits.get(language) ?? 0) + 1 / words.length);
    }
  }
  for (const [language, own] of Object.entries(labelWords)) {
    const ownLabels = new Set(own.split(' '));
    const found = labels.filter(label => ownLabels.has(label.toLowerCase())).length;
    if (scores.has(language)) {
      scores.set(language, (scores.get(language) ?? 0) + Math.min(found, maxLabels) * labelWeight);
    }
  }
  const [best, second] = [...scores].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  if (best === undefined || (hits.get(best[0]) ?? 0) < minHitShare) return null;
  const lead = (best[1] - (second?.[1] ?? 0)) / best[1];
  if (lead < (words.length < fairWords ? minLeadOfFewWords : minLead)) return null;
  const confidence = 0.5 + 0.4 * Math.min(1, lead / 0.6) + 0.15 * Math.min(1, words.length / sureWords);
  return { tag: best[0], confidence: Math.min(0.99, confidence) };
}
