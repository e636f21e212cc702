/** Languages that stories name in words, each by its tag; their names are looked up in themselves and in English. */
const namedLanguages = [
  'ar', 'bg', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'gl', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it',
  'ja', 'ko', 'la', 'lt', 'lv', 'nb', 'nl', 'nn', 'no', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'zh',
]; // prettier-ignore

/**
 * A language as a canonical BCP 47 tag: `EN-gb` → `en-GB`, `French` and `français` → `fr`; `null` when it is none.
 * A primary subtag has two or three letters; longer ones are well-formed, but nobody has registered any.
 */
export function languageTag(value: string): string | null {
  const wanted = value.trim();
  if (/^[a-z]{2,3}(?:-|$)/i.test(wanted)) return canonicalTag(wanted);
  return namedLanguages.find(tag => [namesIn('en'), namesIn(tag)].some(names => isName(names.of(tag), wanted))) ?? null;
}

function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function namesIn(language: string): Intl.DisplayNames {
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
}

function isName(name: string | undefined, wanted: string): boolean {
  return name?.toLowerCase() === wanted.toLowerCase();
}
