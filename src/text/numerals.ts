import { fromNumberWords } from './numberWords.ts';

const romanDigits: readonly (readonly [string, number])[] = [
  ['M', 1000], ['CM', 900], ['D', 500], ['CD', 400], ['C', 100], ['XC', 90],
  ['L', 50], ['XL', 40], ['X', 10], ['IX', 9], ['V', 5], ['IV', 4], ['I', 1],
]; // prettier-ignore

/** 1–3999 in upper-case roman numerals: 14 → `XIV`. */
export function toRoman(number: number): string {
  let rest = number;
  let roman = '';
  for (const [digit, value] of romanDigits) {
    while (rest >= value) {
      roman += digit;
      rest -= value;
    }
  }
  return roman;
}

/** The value of a well-formed roman numeral in either case: `xiv` → 14; `null` for anything else (`IIII`, `mix`-ups, words). */
export function fromRoman(text: string): number | null {
  const upper = text.toUpperCase();
  let value = 0;
  let index = 0;
  for (const [digit, digitValue] of romanDigits) {
    while (upper.startsWith(digit, index)) {
      value += digitValue;
      index += digit.length;
    }
  }
  return value > 0 && index === upper.length && toRoman(value) === upper ? value : null;
}

/** Matches 三, 十二, 二十, 一百零五, 四百二十一; not 〇, 百十. */
const chineseNumber =
  /^(?:(?<hundreds>[一二三四五六七八九两])百零?)?(?:(?<tens>[一二三四五六七八九])?(?<ten>十))?(?<ones>[一二三四五六七八九])?$/;
const chineseDigits = '〇一二三四五六七八九';

/** The value of a Chinese numeral from 1 to 999: 二十一 → 21; else `null`. */
export function fromChineseNumerals(text: string): number | null {
  const groups = chineseNumber.exec(text)?.groups;
  if (groups === undefined || text === '') return null;
  const digit = (character: string | undefined) => (character === undefined ? 0 : character === '两' ? 2 : chineseDigits.indexOf(character)); // prettier-ignore
  const tens = groups.ten === undefined ? 0 : Math.max(1, digit(groups.tens));
  return digit(groups.hundreds) * 100 + tens * 10 + digit(groups.ones);
}

/** A chapter's number in digits of any width, roman numerals, English number words or Chinese numerals; else `null`. */
export function parseNumber(text: string): number | null {
  const plain = /[０-９]/.test(text) ? text.normalize('NFKC') : text;
  if (/^\d{1,4}$/.test(plain)) return Number(plain);
  return fromRoman(plain) ?? fromNumberWords(plain) ?? fromChineseNumerals(plain);
}
