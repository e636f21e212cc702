/**
 * English words that the patterns divide wrongly or not where a reader expects it, divided as dictionaries do; of the kind that
 * TUGboat's list of exceptions gathers (https://ctan.org/pkg/hyphenex). An ending may follow: "associates", "reappeared".
 */
const english = [
  'as-so-ciate', 'as-so-ci-a-tion', 'bib-li-og-ra-phy', 'co-work-er', 'co-in-ci-dence', 'door-step', 'fire-arm', 'fore-bod-ing',
  'for-eign-er', 'head-ache', 'heart-ache', 'house-keep-er', 'man-slaugh-ter', 'no-where', 'not-with-stand-ing', 'on-looker',
  'pas-time', 're-appear', 're-arrange', 're-assure', 're-enter', 're-open', 're-unite', 'ren-dez-vous', 'rep-a-ra-tion',
  'shoe-lace', 'step-mother', 'tooth-ache', 'type-writ-er', 'un-easy', 'un-even', 'up-right', 'way-side', 'week-night', 'whole-sale',
]; // prettier-ignore

/** What may follow an exception without changing its divisions: "s" of "headaches", "ed" of "reassured". */
const endings = /(?:e?s|e?d|e?r|e?rs|ing|ment|ance|ly|ness)$/;

const divided: Readonly<Record<string, ReadonlyMap<string, readonly number[]>>> = { en: offsetsOf(english) };

/** Most words begin like none of them, and need not be looked at for endings. */
const openingLength = 4;
const openings = new Set(english.map(word => word.replaceAll('-', '').slice(0, openingLength)));

function offsetsOf(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  return new Map(
    words.map(word => {
      const offsets: number[] = [];
      let letters = 0;
      for (const syllable of word.split('-').slice(0, -1)) offsets.push((letters += syllable.length));
      return [word.replaceAll('-', ''), offsets] as const;
    }),
  );
}

/** Where a word in small letters is divided in spite of its language's patterns; `null` where they are right. */
export function exceptionOffsets(language: string, word: string): readonly number[] | null {
  const known = divided[language];
  if (known === undefined || !openings.has(word.slice(0, openingLength))) return null;
  return known.get(word) ?? known.get(word.replace(endings, '')) ?? known.get(word.replace(endings, 'e')) ?? null;
}
