/** A family of an npm package that anybody may install beside the program, and what it is for. */
export interface PackagedFamily {
  /** Unicode's names of the scripts that it sets (Unicode Standard Annex 24). */
  readonly scripts: readonly string[];
  /** The languages that it is drawn for, as BCP 47 tags begin; none where it is drawn for all of its scripts. */
  readonly languages: readonly string[];
  readonly family: string;
  readonly package: string;
  /** Paths inside the package. */
  readonly files: { readonly regular: string; readonly bold: string };
}

/** The faces of Expo's packages of Google Fonts have names of one kind: `400Regular/NotoSerifSC_400Regular.ttf`. */
function expoFamily(family: string, scripts: readonly string[], languages: readonly string[] = []): PackagedFamily {
  const file = family.replaceAll(' ', '');
  const files = { regular: `400Regular/${file}_400Regular.ttf`, bold: `700Bold/${file}_700Bold.ttf` };
  return { scripts, languages, family, package: `@expo-google-fonts/${kebabCase(family)}`, files };
}

/** So have Fontsource's, which give a file to each script: `files/noto-sans-tamil-tamil-400-normal.woff`. */
function fontsourceFamily(family: string, script: string): PackagedFamily {
  const name = kebabCase(family);
  const file = (weight: number): string => `files/${name}-${kebabCase(script)}-${weight}-normal.woff`;
  const files = { regular: file(400), bold: file(700) };
  return { scripts: [script], languages: [], family, package: `@fontsource/${name}`, files };
}

/** `Noto Serif SC` → `noto-serif-sc`. */
function kebabCase(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

/**
 * Which package has which script; all under the SIL Open Font License 1.1. Of several for one script, those that are drawn
 * for the book's language go before the others, and then they go in this order.
 */
export const packagedFamilies: readonly PackagedFamily[] = [
  expoFamily('Noto Serif SC', ['Han', 'Bopomofo'], ['zh']),
  expoFamily('Noto Serif JP', ['Hiragana', 'Katakana', 'Han'], ['ja']),
  expoFamily('Noto Serif KR', ['Hangul', 'Han'], ['ko']),
  expoFamily('Noto Serif TC', ['Han', 'Bopomofo'], ['zh-Hant', 'zh-TW', 'zh-HK', 'zh-MO', 'yue']),
  expoFamily('Noto Naskh Arabic', ['Arabic']),
  expoFamily('Noto Serif Hebrew', ['Hebrew']),
  expoFamily('Noto Serif Devanagari', ['Devanagari']),
  expoFamily('Noto Serif Bengali', ['Bengali']),
  expoFamily('Noto Serif Telugu', ['Telugu']),
  expoFamily('Noto Sans Thai', ['Thai']),
  expoFamily('Noto Sans Lao', ['Lao']),
  expoFamily('Noto Serif Khmer', ['Khmer']),
  expoFamily('Noto Serif Tibetan', ['Tibetan']),
  fontsourceFamily('Noto Sans Tamil', 'Tamil'),
  fontsourceFamily('Noto Sans Kannada', 'Kannada'),
  fontsourceFamily('Noto Sans Malayalam', 'Malayalam'),
  fontsourceFamily('Noto Sans Myanmar', 'Myanmar'),
  fontsourceFamily('Noto Sans Georgian', 'Georgian'),
  fontsourceFamily('Noto Sans Armenian', 'Armenian'),
];

/** The packages for a script, the first for the language before the others; `language` is BCP 47. */
export function packagesFor(script: string, language: string): readonly PackagedFamily[] {
  const fitting = packagedFamilies.filter(({ scripts }) => scripts.includes(script));
  return fitting.toSorted((left, right) => languageRank(right, language) - languageRank(left, language));
}

/** The length of the longest tag that the language begins with: `zh-TW` is nearer to `zh-TW-x` than `zh`. */
function languageRank({ languages }: PackagedFamily, language: string): number {
  const lower = `${language.toLowerCase()}-`;
  return Math.max(0, ...languages.filter(tag => lower.startsWith(`${tag.toLowerCase()}-`)).map(tag => tag.length));
}
