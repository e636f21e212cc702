import type { UntouchedText } from './untouchedText.ts';

/** A mark that may be a quotation mark, and what stands beside it. */
export interface QuoteToken {
  readonly at: number;
  readonly mark: string;
  readonly before: string;
  readonly after: string;
  /** What stands from here on, as far as a decision needs it. */
  readonly rest: string;
}

/** Matches `"`, `''`, `'`, `` ` ``, ` `` `, `´`, `,,` before a word, `<<`, `>>`, and the marks of print. */
const quoteMark = /["“”„«»‘’‚‹›´]|'{1,2}|`{1,2}|(?<!,),,(?=[\p{L}.…"'])|(?<!<)<<(?!<)|(?<!>)>>(?!>)/gu;

/** No decision looks further ahead than this, in characters. */
const restChars = 16;

/** The marks of a text in order, without those in addresses and emoticons; `'''` is one mark and two. */
export function findQuoteTokens(text: string, untouched: UntouchedText): readonly QuoteToken[] {
  const tokens: QuoteToken[] = [];
  for (const match of text.matchAll(quoteMark)) {
    const at = match.index;
    const [mark] = match;
    if (untouched.holds(at)) continue;
    const end = at + mark.length;
    const rest = text.slice(end, end + restChars);
    tokens.push({ at, mark, before: text.charAt(at - 1), after: rest.charAt(0), rest });
  }
  return tokens;
}

/** Whether a mark stands where one opens: after white space, a bracket, a dash or another mark that opens. */
export function canOpen({ before, after, rest }: QuoteToken, isAfterOpening: boolean): boolean {
  if (after === '' || /\s/.test(after)) return false;
  const isAtStart = before === '' || /\s/.test(before);
  // A word may be missing where the speech sets in: "...and then", "?" alone.
  if (/[,;:)\]}”’»]/.test(after)) return false;
  if (/[.!?…]/.test(after)) return (isAtStart || isAfterOpening) && !/^[.!?…]+(?:\s|$)/.test(rest);
  return isAtStart || isAfterOpening || /[([{“‘«„‚‹—–\-/*_~|]/.test(before);
}

/** Whether a mark stands where one closes: after a word or its punctuation, before anything that is no word. */
export function canClose({ before, after }: QuoteToken): boolean {
  return before !== '' && !/\s/.test(before) && !/[\p{L}\p{N}]/u.test(after);
}

export function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}

export function isDigit(character: string): boolean {
  return /\d/.test(character);
}
