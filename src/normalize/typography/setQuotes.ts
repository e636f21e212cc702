import type { Edit } from './flatText.ts';
import type { LanguageMarks } from './languageMarks.ts';
import { canClose, canOpen, findQuoteTokens, isDigit, isLetter, type QuoteToken } from './quoteTokens.ts';
import type { UntouchedText } from './untouchedText.ts';

/** What the quotation marks of a paragraph are set by. */
export interface QuoteStyle {
  readonly marks: LanguageMarks;
  /** Whether the file's speech stands in single marks, as British books print it. */
  readonly hasSingleSpeech: boolean;
}

/** A word that has lost its head takes an apostrophe: `'em`, `'tis`, `'90s`; not `'Emily`. */
const headlessWord =
  /^(?:em|tis|tisn|twas|twasn|twere|twill|twould|til|till|cause|bout|round|neath|cos|coz|cuz|nuff|nother|n|ere|kay|sup|fraid|ad|ave|ow|im|ello|ouse|ome|ead|alf|s|ne|nen|ner|nem|ns|d|ll|re|ve|\d0s?|\d\d)(?![\p{L}\p{N}])/iu;

/** How deep in quotation a paragraph is, and what is ahead of the mark being read. */
interface QuoteState {
  readonly text: string;
  readonly style: QuoteStyle;
  readonly tokens: readonly QuoteToken[];
  /** For each token: whether a later one can close single speech, and whether one does so after punctuation. */
  readonly closersAhead: readonly CloserAhead[];
  /** For each token: how many straight double marks come after it. */
  readonly doublesAhead: readonly number[];
  readonly hasPointedPair: boolean;
  double: number;
  single: number;
  /** Double marks that are open and that two single ones may close: `''`, ` `` `, `,,`. */
  pairs: number;
  /** The end of the last mark that opened. */
  openedAt: number;
}

interface CloserAhead {
  readonly any: boolean;
  readonly afterPunctuation: boolean;
}

/**
 * Sets straight marks as a language prints them, within one paragraph: `"Yes," she said. "That's 'it'."` →
 * `“Yes,” she said. “That’s ‘it’.”` A mark is judged by what stands beside it; only where that leaves it open, by
 * whether speech is open before it. Marks of print stay as they are.
 */
export function setQuotes(text: string, style: QuoteStyle, untouched: UntouchedText): readonly Edit[] {
  const tokens = findQuoteTokens(text, untouched);
  if (tokens.length === 0) return [];
  const state: QuoteState = {
    text,
    style,
    tokens,
    ...lookAhead(tokens),
    hasPointedPair: tokens.some(({ mark }) => mark === '<<') && tokens.some(({ mark }) => mark === '>>'),
    double: 0,
    single: 0,
    pairs: 0,
    openedAt: -1,
  };
  return tokens.flatMap((token, index) => setToken(token, index, state));
}

function lookAhead(tokens: readonly QuoteToken[]): Pick<QuoteState, 'closersAhead' | 'doublesAhead'> {
  const closersAhead: CloserAhead[] = [];
  const doublesAhead: number[] = [];
  let closer: CloserAhead = { any: false, afterPunctuation: false };
  let doubles = 0;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token === undefined) break;
    closersAhead[index] = closer;
    doublesAhead[index] = doubles;
    if (token.mark === '"') doubles++;
    if (/^['’´]/.test(token.mark) && canClose(token)) {
      closer = { any: true, afterPunctuation: closer.afterPunctuation || /[.,!?…—–-]/.test(token.before) };
    }
  }
  return { closersAhead, doublesAhead };
}

function setToken(token: QuoteToken, index: number, state: QuoteState): Edit[] {
  switch (token.mark) {
    case '"':
      return setDouble(token, index, state);
    case "'":
    case '´':
      return setSingle(token, index, state);
    case "''":
      return setPair(token, index, state);
    case '`':
    case '``':
      return setBacktick(token, state);
    case ',,':
      if (state.style.marks.double[0] !== '„' || !canOpen(token, isAfterOpening(token, state))) return [];
      state.pairs++;
      return openDouble(token, state);
    case '<<':
    case '>>':
      return setPointed(token, state);
    default:
      followPrinted(token, state);
      return [];
  }
}

function isAfterOpening(token: QuoteToken, state: QuoteState): boolean {
  return token.at > 0 && state.openedAt === token.at;
}

/** A measure in inches, `6'2"`, `19"`, has a prime; `"He is 19"` closes. */
function isPrime(token: QuoteToken, index: number, state: QuoteState): boolean {
  if (!isDigit(token.before) || isLetter(token.after)) return false;
  const isFeetAndInches = /\d['′]\d{1,2}$/.test(state.text.slice(Math.max(0, token.at - 4), token.at));
  const ahead = state.doublesAhead[index] ?? 0;
  return state.double === 0 ? isFeetAndInches || ahead === 0 : isFeetAndInches && ahead % 2 === 1;
}

function setDouble(token: QuoteToken, index: number, state: QuoteState): Edit[] {
  if (isPrime(token, index, state)) return [editOf(token, '″', 'primes')];
  if (token.before === '' && token.after === '') return [];
  return opensDouble(token, state) ? openDouble(token, state) : closeDouble(token, state);
}

function opensDouble(token: QuoteToken, state: QuoteState): boolean {
  const { before, after } = token;
  const isAfterSpace = before === '' || /\s/.test(before);
  const isBeforeSpace = after === '' || /\s/.test(after);
  if (isAfterSpace && isBeforeSpace) return state.double === 0 && after !== '';
  if (isBeforeSpace) return false;
  if (isAfterSpace && state.double === 0) return true;
  // "I was--"she said: a dash before it leaves it open whether it closes.
  if (/[-–—/]/.test(before)) return state.double === 0 && canOpen(token, false);
  if (canOpen(token, isAfterOpening(token, state))) return true;
  // A space is missing: `he said,"Hello,"and left`.
  return /[\p{L}¿¡]/u.test(after) && !isDigit(before) && state.double === 0;
}

function openDouble(token: QuoteToken, state: QuoteState): Edit[] {
  const { double, quoteSpace } = state.style.marks;
  state.double++;
  state.openedAt = token.at + token.mark.length;
  const isSpaced = quoteSpace !== '' && token.after === ' ';
  return [{ at: token.at, length: token.mark.length + (isSpaced ? 1 : 0), text: double[0] + quoteSpace, kind: 'quotes' }]; // prettier-ignore
}

function closeDouble(token: QuoteToken, state: QuoteState): Edit[] {
  const { double, quoteSpace } = state.style.marks;
  state.double = Math.max(0, state.double - 1);
  state.pairs = Math.min(state.pairs, state.double);
  const isSpaced = quoteSpace !== '' && token.before === ' ';
  const at = isSpaced ? token.at - 1 : token.at;
  return [{ at, length: token.mark.length + (isSpaced ? 1 : 0), text: quoteSpace + double[1], kind: 'quotes' }];
}

function setSingle(token: QuoteToken, index: number, state: QuoteState): Edit[] {
  const { before, after, mark } = token;
  const { marks } = state.style;
  if (isDigit(before) && isDigit(after)) return [editOf(token, '′', 'primes')];
  const isPlainWord = isLetter(before) || isDigit(before);
  if (isPlainWord && isLetter(after)) return [editOf(token, '’', 'quotes')];
  if (canOpen(token, isAfterOpening(token, state))) {
    if (!opensSingle(token, index, state)) return mark === "'" ? [editOf(token, '’', 'quotes')] : [];
    state.single++;
    state.openedAt = token.at + 1;
    return [editOf(token, marks.single[0], 'quotes')];
  }
  if (state.single > 0 && !isPossessive(token, index, state)) {
    state.single--;
    return [editOf(token, marks.single[1], 'quotes')];
  }
  if (mark === '´') return [];
  if (isDigit(before) && state.double === 0 && /^\s*\p{Ll}/u.test(token.rest)) return [editOf(token, '′', 'primes')];
  return [editOf(token, '’', 'quotes')];
}

function opensSingle(token: QuoteToken, index: number, state: QuoteState): boolean {
  const { style, closersAhead } = state;
  const ahead = closersAhead[index] ?? { any: false, afterPunctuation: false };
  if (headlessWord.test(token.rest)) {
    // "'Cause I say so,' he said": speech in single marks may set in with such a word.
    return style.hasSingleSpeech && ahead.afterPunctuation && /^\p{Lu}/u.test(token.rest);
  }
  return ahead.any || style.hasSingleSpeech || isAfterOpening(token, state);
}

/** `the boys' room` inside single speech, when the speech is closed later. */
function isPossessive({ before, rest }: QuoteToken, index: number, { closersAhead }: QuoteState): boolean {
  return /[sxzßn]/i.test(before) && /^\s\p{L}/u.test(rest) && closersAhead[index]?.afterPunctuation === true;
}

/** Two single marks for a double one, `''Yes,'' she said`; else they are two. */
function setPair(token: QuoteToken, index: number, state: QuoteState): Edit[] {
  if (isDigit(token.before) && state.double === 0 && !isLetter(token.after)) return [editOf(token, '″', 'primes')];
  const closes = state.pairs > 0 && canClose(token);
  if (closes) return closeDouble(token, state);
  const isClosedLater = state.tokens.slice(index + 1, index + 1 + pairLookahead).some(({ mark }) => mark === "''" || mark === '"'); // prettier-ignore
  if (isClosedLater && canOpen(token, isAfterOpening(token, state))) {
    state.pairs++;
    return openDouble(token, state);
  }
  const first: QuoteToken = { ...token, mark: "'", after: "'", rest: `'${token.rest}` };
  const second: QuoteToken = { ...token, mark: "'", at: token.at + 1, before: "'" };
  return [...setSingle(first, index, state), ...setSingle(second, index, state)];
}

/** How many marks on, at most, the end of a pair of single marks is looked for. */
const pairLookahead = 12;

/** Marks as Usenet and TeX type them: `` `so' ``, ` ``so'' `; between letters an apostrophe, ``don`t``. */
function setBacktick(token: QuoteToken, state: QuoteState): Edit[] {
  const opens = canOpen(token, isAfterOpening(token, state)) && isWordStart(token.after);
  if (token.mark === '``') {
    if (opens) {
      state.pairs++;
      return openDouble(token, state);
    }
    return state.pairs === 0 ? [] : closeDouble(token, state);
  }
  if (isLetter(token.before) && isLetter(token.after)) return [editOf(token, '’', 'quotes')];
  if (opens) {
    state.single++;
    state.openedAt = token.at + 1;
    return [editOf(token, state.style.marks.single[0], 'quotes')];
  }
  if (state.single === 0 || !canClose(token)) return [];
  state.single--;
  return [editOf(token, state.style.marks.single[1], 'quotes')];
}

function isWordStart(character: string): boolean {
  return /[\p{L}\p{N}.…"'¿¡—-]/u.test(character);
}

/** Guillemets typed as `<<Да>>`, in languages that print them. */
function setPointed(token: QuoteToken, state: QuoteState): Edit[] {
  const { double } = state.style.marks;
  if (!state.hasPointedPair || !double.includes('«')) return [];
  return [editOf(token, token.mark === '<<' ? '«' : '»', 'quotes')];
}

/** A mark of print stays, and opens or closes for those after it. */
function followPrinted(token: QuoteToken, state: QuoteState): void {
  const isDouble = /["“”„«»]/.test(token.mark);
  if (!isDouble && isLetter(token.before) && isLetter(token.after)) return;
  const opens = canOpen(token, isAfterOpening(token, state)) || /[„‚]/.test(token.mark);
  if (opens) state.openedAt = token.at + 1;
  if (isDouble) state.double = Math.max(0, state.double + (opens ? 1 : -1));
  else state.single = Math.max(0, state.single + (opens ? 1 : -1));
}

function editOf({ at, mark }: QuoteToken, text: string, kind: Edit['kind']): Edit {
  return { at, length: mark.length, text, kind };
}
