/** How a language prints what typewriters cannot: quotation marks, dashes, the space before high punctuation. */
export interface LanguageMarks {
  /** Outer quotation marks, and inner ones. */
  readonly double: readonly [open: string, close: string];
  readonly single: readonly [open: string, close: string];
  /** What stands between guillemets and their words; a no-break space, or nothing. */
  readonly quoteSpace: '\u202f' | '';
  /** A dash with spaces around it, for `word -- word` and for `word - word`. */
  readonly spacedDash: string;
  readonly hyphenDash: string;
  /** Whether speech may open with a dash: "- Bonjour" at the start of a paragraph. */
  readonly hasDialogueDash: boolean;
  /** The marks that a narrow no-break space stands before. */
  readonly spacedPunctuation: string;
}

const curly = ['“', '”'] as const;
const curlySingle = ['‘', '’'] as const;
const guillemets = ['«', '»'] as const;
const pointedIn = ['»', '«'] as const;
const lowHigh = ['„', '“'] as const;
const lowHighSingle = ['‚', '‘'] as const;
const lowRight = ['„', '”'] as const;

const plain: LanguageMarks = {
  double: curly,
  single: curlySingle,
  quoteSpace: '',
  spacedDash: '–',
  hyphenDash: '–',
  hasDialogueDash: false,
  spacedPunctuation: '',
};
const english: LanguageMarks = { ...plain, spacedDash: '—' };
const german: LanguageMarks = { ...plain, double: lowHigh, single: lowHighSingle };
const romance: LanguageMarks = { ...plain, spacedDash: '—', hyphenDash: '—', hasDialogueDash: true };
const slavic: LanguageMarks = { ...romance, double: guillemets, single: lowHigh };
const french: LanguageMarks = { ...romance, double: guillemets, single: curly, quoteSpace: '\u202f', spacedPunctuation: ';:!?' }; // prettier-ignore

/**
 * By primary language subtag. Outer and inner marks as the exemplar characters of CLDR have them, but for Danish, German
 * and Norwegian books, of which the more usual form is taken; what a file itself uses goes before (`learnQuoteMarks`).
 *
 * @see https://cldr.unicode.org/translation/characters-emoji-symbols/quotation-marks
 */
const byLanguage: Readonly<Record<string, LanguageMarks>> = {
  en: english,
  de: german,
  fr: french,
  es: romance,
  ca: { ...romance, double: guillemets, single: curly },
  gl: romance,
  it: romance,
  pt: romance,
  ro: { ...romance, double: lowRight, single: guillemets, spacedDash: '–', hyphenDash: '–' },
  nl: plain,
  pl: { ...plain, double: lowRight, single: guillemets, hasDialogueDash: true },
  cs: { ...german, hasDialogueDash: true },
  sk: { ...german, hasDialogueDash: true },
  sl: german,
  hr: { ...plain, double: lowRight, hasDialogueDash: true },
  hu: { ...plain, double: lowRight, single: pointedIn, hasDialogueDash: true },
  ru: slavic,
  uk: { ...slavic, spacedDash: '—', hyphenDash: '—' },
  be: slavic,
  bg: { ...slavic, double: lowHigh, single: curlySingle },
  sr: { ...plain, double: lowRight, single: ['’', '’'], hasDialogueDash: true },
  el: { ...slavic, single: curly },
  sv: { ...plain, double: ['”', '”'], single: ['’', '’'], hasDialogueDash: true },
  fi: { ...plain, double: ['”', '”'], single: ['’', '’'], hasDialogueDash: true },
  da: { ...plain, double: pointedIn, single: ['›', '‹'], hasDialogueDash: true },
  no: { ...plain, double: guillemets, hasDialogueDash: true },
  nb: { ...plain, double: guillemets, hasDialogueDash: true },
  nn: { ...plain, double: guillemets, hasDialogueDash: true },
  et: german,
  lt: german,
  lv: { ...plain, hasDialogueDash: true },
  is: german,
  tr: { ...plain, hasDialogueDash: true },
  id: english,
};

/** How a language, a BCP 47 tag, prints its marks; `null` where they are left alone: Chinese, Japanese, an unknown language. */
export function languageMarks(language: string): LanguageMarks | null {
  const [primary = '', ...subtags] = language.toLowerCase().split('-');
  const marks = byLanguage[primary];
  if (marks === undefined) return null;
  if (primary === 'fr' && subtags.includes('ca')) return { ...marks, spacedPunctuation: ':' };
  if (primary === 'de' && (subtags.includes('ch') || subtags.includes('li'))) {
    return { ...marks, double: guillemets, single: ['‹', '›'] };
  }
  if (primary === 'pt' && subtags.includes('pt')) return { ...marks, double: guillemets, single: curly };
  return marks;
}

const quoteMarkForms: readonly Pick<LanguageMarks, 'double' | 'single'>[] = [
  { double: curly, single: curlySingle },
  { double: lowHigh, single: lowHighSingle },
  { double: lowRight, single: ['‚', '’'] },
  { double: guillemets, single: ['‹', '›'] },
  { double: pointedIn, single: ['›', '‹'] },
  { double: ['”', '”'], single: ['’', '’'] },
];

/** A quotation in marks of print, opening after white space: `“Yes`, `»Ja`; the pattern looks behind only from a mark. */
const openingMark = /(?<=^|\s)([“”„«»])(?=[\s\u202f]?[\p{L}.…¿¡])/gmu;
const closingMark = /(?<=[\p{L}.,!?…—–-][ \u00a0\u202f]?)([“”„«»])(?=[\s.,;:!?)]|$)/gmu;

/** So many quotations in one form show that it is the file's own; fewer may come from a quoted letter. */
const minOwnQuotes = 3;

/**
 * The language's marks, with the quotation marks that the file itself prints where it does: straight ones beside `»…«`
 * become `»…«` in a German file.
 */
export function learnQuoteMarks(texts: Iterable<string>, marks: LanguageMarks): LanguageMarks {
  const opening = new Map<string, number>();
  const closing = new Map<string, number>();
  for (const text of texts) {
    for (const [, mark = ''] of text.matchAll(openingMark)) opening.set(mark, (opening.get(mark) ?? 0) + 1);
    for (const [, mark = ''] of text.matchAll(closingMark)) closing.set(mark, (closing.get(mark) ?? 0) + 1);
  }
  const [open, count] = mostCommon(opening);
  const [close] = mostCommon(closing);
  if (count < minOwnQuotes || open === marks.double[0]) return marks;
  const own = quoteMarkForms.find(({ double }) => double[0] === open && double[1] === close);
  return own === undefined ? marks : { ...marks, ...own };
}

function mostCommon(counts: ReadonlyMap<string, number>): readonly [mark: string, count: number] {
  return [...counts].sort((left, right) => right[1] - left[1])[0] ?? ['', 0];
}
