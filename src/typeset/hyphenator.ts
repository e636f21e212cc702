import { exceptionOffsets } from './hyphenationExceptions.ts';
import { loadHyphenationPatterns } from './hyphenationPatterns.ts';
import { isAddress } from './wordBreaks.ts';

/** Finds where a word may be divided with a hyphen: offsets (UTF-16) inside it, ascending. */
export type Hyphenator = (word: string) => readonly number[];

interface LanguageRules {
  readonly patterns: string;
  /** Fewest letters that may stand before and after a hyphen. */
  readonly leftMin: number;
  readonly rightMin: number;
}

/** The minima are those of TeX's language files, hyph-utf8 (https://ctan.org/pkg/hyph-utf8). */
const languages: Readonly<Record<string, LanguageRules>> = {
  ca: { patterns: 'ca', leftMin: 2, rightMin: 2 },
  cs: { patterns: 'cs', leftMin: 2, rightMin: 3 },
  da: { patterns: 'da', leftMin: 2, rightMin: 2 },
  de: { patterns: 'de-1996', leftMin: 2, rightMin: 2 },
  en: { patterns: 'en-us', leftMin: 2, rightMin: 3 },
  'en-au': { patterns: 'en-gb', leftMin: 2, rightMin: 3 },
  'en-gb': { patterns: 'en-gb', leftMin: 2, rightMin: 3 },
  'en-ie': { patterns: 'en-gb', leftMin: 2, rightMin: 3 },
  'en-nz': { patterns: 'en-gb', leftMin: 2, rightMin: 3 },
  es: { patterns: 'es', leftMin: 2, rightMin: 2 },
  fi: { patterns: 'fi', leftMin: 2, rightMin: 2 },
  fr: { patterns: 'fr', leftMin: 2, rightMin: 3 },
  hr: { patterns: 'hr', leftMin: 2, rightMin: 2 },
  hu: { patterns: 'hu', leftMin: 2, rightMin: 2 },
  it: { patterns: 'it', leftMin: 2, rightMin: 2 },
  la: { patterns: 'la', leftMin: 2, rightMin: 2 },
  nb: { patterns: 'nb', leftMin: 2, rightMin: 2 },
  nl: { patterns: 'nl', leftMin: 2, rightMin: 2 },
  nn: { patterns: 'nn', leftMin: 2, rightMin: 2 },
  no: { patterns: 'no', leftMin: 2, rightMin: 2 },
  pl: { patterns: 'pl', leftMin: 2, rightMin: 2 },
  pt: { patterns: 'pt', leftMin: 2, rightMin: 3 },
  ro: { patterns: 'ro', leftMin: 2, rightMin: 2 },
  ru: { patterns: 'ru', leftMin: 2, rightMin: 2 },
  sk: { patterns: 'sk', leftMin: 2, rightMin: 3 },
  sl: { patterns: 'sl', leftMin: 2, rightMin: 2 },
  sv: { patterns: 'sv', leftMin: 2, rightMin: 2 },
  tr: { patterns: 'tr', leftMin: 2, rightMin: 2 },
  uk: { patterns: 'uk', leftMin: 2, rightMin: 2 },
};

/** A run of letters that stands free of hyphens, figures and addresses. Matches in "“rabbit’s"; not in "well-known", "R2D2". */
const letterRun = /(?<![\p{L}\p{N}\p{M}_@-])\p{L}[\p{L}\p{M}]*(?![\p{L}\p{N}\p{M}_@-])/gu;

/** Words of this many letters or fewer are never divided. */
const shortestDivided = 5;
/** Longer than any word of any language: finding its syllables would take time that grows with the square of the length. */
const longestDivided = 120;

/**
 * The hyphenator of a language, or `null` when its rules are not known (`und` among them).
 * Never divided: words in capitals, compounds that have a hyphen already, addresses of the network.
 */
export function createHyphenator(language: string): Hyphenator | null {
  const tag = language.toLowerCase();
  const primary = tag.split('-')[0] ?? '';
  const rules = languages[tag] ?? languages[primary];
  if (rules === undefined) return null;
  const known = new Map<string, readonly number[]>();
  return word => {
    let offsets = known.get(word);
    if (offsets === undefined) {
      offsets = divideWord(word, rules, primary);
      known.set(word, offsets);
    }
    return offsets;
  };
}

/**
 * Most words of most books, and no address among them: marks, letters, marks, and what is too short to be divided. Matches
 * "rabbit", "“rabbit’s,”"; not "www.example.org", "well-known".
 */
const plainWord = /^([“‘"'(]*)([A-Za-z]+)(?:[’'][A-Za-z]{1,4})?[.,;!?’”"')]*$/;

function divideWord(word: string, rules: LanguageRules, language: string): readonly number[] {
  if (word.length < shortestDivided) return [];
  const plain = plainWord.exec(word);
  if (plain !== null) {
    const [, marks = '', letters = ''] = plain;
    const offsets = divideLetters(letters, rules, language);
    return marks === '' ? offsets : offsets.map(offset => marks.length + offset);
  }
  if (isAddress(word)) return [];
  const offsets: number[] = [];
  for (const match of word.matchAll(letterRun)) {
    for (const offset of divideLetters(match[0], rules, language)) offsets.push(match.index + offset);
  }
  return offsets;
}

function divideLetters(letters: string, rules: LanguageRules, language: string): readonly number[] {
  if (letters.length < shortestDivided || letters.length > longestDivided) return [];
  const lower = letters.toLowerCase();
  if (lower.length !== letters.length || letters === letters.toUpperCase()) return [];
  const offsets = exceptionOffsets(language, lower) ?? loadHyphenationPatterns(rules.patterns)(lower);
  return offsets.filter(offset => offset >= rules.leftMin && letters.length - offset >= rules.rightMin);
}
