/** Languages that stories name in words, each by its tag; their names are looked up in themselves and in English. */
const namedLanguages = [
  'ar', 'bg', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'gl', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it',
  'ja', 'ko', 'la', 'lt', 'lv', 'nb', 'nl', 'nn', 'no', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sr', 'sv', 'th', 'tr', 'uk', 'vi', 'zh',
  'af', 'be', 'bn', 'bs', 'cy', 'eo', 'fil', 'gd', 'hy', 'ka', 'mk', 'ms', 'sq', 'ta', 'ur', 'yi', 'de-AT', 'de-CH', 'en-AU', 'en-CA', 'en-GB',
  'en-US', 'es-MX', 'fr-CA', 'pt-BR', 'pt-PT', 'zh-Hans', 'zh-Hant',
]; // prettier-ignore

/** Names that archives and readers use beside those. */
const otherNames: Readonly<Record<string, string>> = {
  'bahasa indonesia': 'id', 'bahasa malaysia': 'ms', 'bokmål': 'nb', 'bokmal': 'nb', 'nynorsk': 'nn', 'norsk': 'no',
  'português brasileiro': 'pt-BR', 'português europeu': 'pt-PT', 'castellano': 'es', 'mandarin': 'zh', 'cantonese': 'yue',
  '中文-普通话 國語': 'zh', '普通话': 'zh', '國語': 'zh', '国语': 'zh', '汉语': 'zh', '漢語': 'zh', '简体': 'zh-Hans', '繁體': 'zh-Hant',
  'flemish': 'nl-BE', 'vlaams': 'nl-BE', 'hochdeutsch': 'de', 'filipino': 'fil', 'tagalog': 'fil', 'eesti keel': 'et', 'suomen kieli': 'fi',
}; // prettier-ignore

/** Matches `English (US)`, `Español (España)`: a language with where it is spoken. */
const withRegion = /^(?<name>[^()]+?) ?\((?<region>[^()]+)\)$/u;
const regions: Readonly<Record<string, string>> = { us: 'US', usa: 'US', uk: 'GB', gb: 'GB' };

/**
 * A language as a canonical BCP 47 tag: `EN-gb` → `en-GB`, `French` and `français` → `fr`; `null` when it is none.
 * A primary subtag has two or three letters; longer ones are well-formed, but nobody has registered any.
 */
export function languageTag(value: string): string | null {
  const wanted = value.trim();
  if (/^[a-z]{2,3}(?:-|$)/i.test(wanted)) return canonicalTag(wanted);
  return namedTag(wanted) ?? regionalTag(wanted);
}

function namedTag(wanted: string): string | null {
  const other = otherNames[wanted.toLowerCase()];
  if (other !== undefined) return other;
  const english = namesIn('en');
  return namedLanguages.find(tag => isName(english.of(tag), wanted) || isName(namesIn(tag).of(tag), wanted)) ?? null;
}

function regionalTag(wanted: string): string | null {
  const { name = '', region = '' } = withRegion.exec(wanted)?.groups ?? {};
  const tag = name === '' ? null : namedTag(name);
  const known = regions[region.toLowerCase()];
  return tag === null || known === undefined ? tag : `${tag}-${known}`;
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
