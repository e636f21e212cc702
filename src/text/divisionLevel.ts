import { foldLetters } from './foldLetters.ts';
import { fromOtherNumberWords } from './numberWords.ts';
import { parseNumber } from './numerals.ts';

/** What a division of a story is called, from the widest to the narrowest. */
export type DivisionLevel = 'book' | 'part' | 'chapter' | 'scene';

/** In English; words of other languages that English has too are in both lists. */
const englishWords: Readonly<Record<DivisionLevel, string>> = {
  book: 'book|volume|vol|arc',
  part: 'part|pt|act',
  chapter:
    'chapter|chap|chpt|chpter|ch|adventure|letter|episode|stave|canto|installment|instalment|section|lesson|tale',
  scene: 'scene',
};

/** In German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages, Polish, Czech, Hungarian, Russian, Ukrainian, Greek, Turkish, Vietnamese and Indonesian. */
const otherWords: Readonly<Record<DivisionLevel, string>> = {
  book: 'buch|band|livre|tome|libro|livro|tomo|boek|bok|bog|kirja|ksiega|kniha|konyv|книга|том|βιβλιο|τομοσ|kitap|cilt|quyen|tap|buku|jilid',
  part: 'teil|partie|parte|deel|del|osa|czesc|cast|dil|resz|часть|частина|μεροσ|kisim|phan|bagian|akt|acte|acto|atto|ato|naytos|felvonas|акт|деиствие|діія|πραξη|perde|hoi|babak',
  chapter:
    'kapitel|kap|chapitre|capitulo|cap|capitolo|hoofdstuk|kapittel|luku|rozdzial|kapitola|fejezet|глава|розділ|κεφαλαιο|bolum|chuong|bab|brief|lettre|carta|lettera|folge|episodio|abenteuer|письмо|эпизод|серия',
  scene: 'szene|scene|escena|scena|cena|scen|kohtaus|jelenet|сцена|σκηνη|sahne|canh|adegan',
};

const levels: readonly DivisionLevel[] = ['book', 'part', 'chapter', 'scene'];

const levelOf: ReadonlyMap<string, DivisionLevel> = new Map(
  levels.flatMap(level =>
    `${otherWords[level]}|${englishWords[level]}`.split('|').map(word => [foldLetters(word), level] as const),
  ),
);

const english: ReadonlySet<string> = new Set(levels.flatMap(level => englishWords[level].split('|')));

/** The level of a word for a division, however it is written: `ΣΚΗΝΗ` → scene; `null` for any other word. */
export function divisionLevel(word: string): DivisionLevel | null {
  return levelOf.get(foldLetters(word)) ?? null;
}

/** Whether a word for a division is an English one, whose number is written in English as well. */
export function isEnglishDivision(word: string): boolean {
  return english.has(foldLetters(word));
}

/** Matches two words that are the whole line, or stand before a mark: `Глава первая`, `Zweites Kapitel`, `2. fejezet – A lámpa`. */
const twoWords =
  /^[^\p{L}\p{N}]{0,12}(?<first>[\p{L}\p{M}\d]{1,24})\.?\s+(?<second>[\p{L}\p{M}\d]{1,24})(?:\s*[.:)–—|]|\s+-|[^\p{L}\p{N}]{0,12}$)/u;

/** Whether a line counts a division and says no more than that and a title: `Глава первая`, `Zweites Kapitel`; not `Una carta de amor`. */
export function isDivisionLine(line: string): boolean {
  const { first = '', second = '' } = twoWords.exec(line.slice(0, maxDivisionLength))?.groups ?? {};
  const isNumber = (word: string) => (parseNumber(word) ?? fromOtherNumberWords(word)) !== null;
  return (divisionLevel(first) !== null && isNumber(second)) || (divisionLevel(second) !== null && isNumber(first));
}

/** So much of a line is enough to see its first two words, in characters. */
const maxDivisionLength = 100;
