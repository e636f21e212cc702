/** A mark in a text that may open or close emphasis, and whether it can. */
export interface EmphasisMark {
  readonly at: number;
  /** The mark as it is typed: `*`, `__`, `<i>`, `[/b]`. */
  readonly mark: string;
  /** What closes with what: marks of one name belong together. */
  readonly name: string;
  readonly types: readonly EmphasisType[];
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly isTag: boolean;
}

export type EmphasisType = 'emphasis' | 'strong' | 'strikethrough' | 'superscript' | 'subscript';

/** What is learned from a whole file about how it marks emphasis. */
export interface EmphasisConventions {
  /** Whether slashes are emphasis, `/so/`, rather than parts of paths and pairings. */
  readonly hasSlashes: boolean;
}

const markTypes: Readonly<Record<string, readonly EmphasisType[]>> = {
  '*': ['emphasis'], '**': ['strong'], '***': ['strong', 'emphasis'], _: ['emphasis'], __: ['emphasis'], '/': ['emphasis'],
}; // prettier-ignore

const tagTypes: Readonly<Record<string, readonly EmphasisType[]>> = {
  i: ['emphasis'], em: ['emphasis'], u: ['emphasis'], b: ['strong'], strong: ['strong'],
  s: ['strikethrough'], del: ['strikethrough'], strike: ['strikethrough'], sup: ['superscript'], sub: ['subscript'],
}; // prettier-ignore

/** Matches `*`, `**`, `___`, `/`, `<i>`, `</B>`, `[i]`, `[/u]`; attributes of a tag are short. */
const anyMark = /\*+|_+|\/+|<(?<closesTag>\/?)(?<tag>i|em|u|b|strong|s|del|strike|sup|sub)(?: [^<>\n]{0,80})?>|\[(?<closesCode>\/?)(?<code>i|b|u|s|em|strong)\]/giu; // prettier-ignore

/** What may stand before an opening mark: white space, a bracket, a dash, a quotation mark, or another mark of emphasis. */
const beforeOpening = /[\s([{"'“‘«„‚‹»—–\-*_/>\]…¿¡]/;
/** What an opening mark may stand before: a word, or what a word may open with. */
const afterOpening = /[\p{L}\p{N}\p{M}"'“‘«„‚‹([—–\-.…¿¡*_</&$£€#@]/u;
/** What may stand after a closing mark. */
const afterClosing = /[\s.,;:!?)\]}"'”’“‘»«›…—–\-*_</[]/;

/** Endings of censored words: `***ing`, `**er` open nothing. */
const censoredEnd = /^(?:ing|in|in'|ed|er|ers|s|hole|holes|face|head|heads|y|ty)(?![\p{L}])/iu;

/** Finds the marks of a text in order. */
export function findEmphasisMarks(text: string, { hasSlashes }: EmphasisConventions): EmphasisMark[] {
  const marks: EmphasisMark[] = [];
  for (const match of text.matchAll(anyMark)) {
    const [mark] = match;
    const tag = (match.groups?.tag ?? match.groups?.code)?.toLowerCase();
    if (tag !== undefined) {
      const closes = (match.groups?.closesTag ?? match.groups?.closesCode) === '/';
      const name = (mark.startsWith('<') ? '<' : '[') + tag;
      marks.push({ at: match.index, mark, name, types: tagTypes[tag] ?? ['emphasis'], canOpen: !closes, canClose: closes, isTag: true }); // prettier-ignore
      continue;
    }
    const types = markTypes[mark];
    if (types === undefined || (mark === '/' && !hasSlashes)) continue;
    marks.push({ at: match.index, mark, name: mark, types, ...sidesOf(text, match.index, mark), isTag: false });
  }
  return marks;
}

function sidesOf(text: string, at: number, mark: string): Pick<EmphasisMark, 'canOpen' | 'canClose'> {
  const before = text.charAt(at - 1);
  const end = at + mark.length;
  const after = text.charAt(end);
  const isBeforeWord = after !== '' && afterOpening.test(after);
  const isAfterOpener = before === '' || beforeOpening.test(before) || text.slice(Math.max(0, at - 2), at) === '..';
  const isCensored = mark.length > 1 && mark.startsWith('*') && censoredEnd.test(text.slice(end, end + 8));
  const isAfterWord = before !== '' && !/\s/.test(before);
  return {
    canOpen: isBeforeWord && isAfterOpener && !isCensored,
    canClose: isAfterWord && (after === '' || afterClosing.test(after)),
  };
}

/** Matches `/Come to me./`, `"/now/"`; not `/usr/bin`, `K/S`, `his/her`, `1/2/98`, ` / `. */
const slashedWords = /(?<=^|[\s("“'‘—*_])\/(?=[\p{L}"“'‘¿¡])[^/\n]{1,300}(?<=[\p{L}\p{N}.,!?…"”'’—-])\/(?=$|[\s.,;:!?)"”'’—*_])/gmu; // prettier-ignore

/** A slash that stands at the edge of a word, as those of emphasis do. */
const edgeSlash = /(?<=^|[\s("“'‘—])\/(?=\p{L})|(?<=[\p{L}.,!?…])\/(?=$|[\s,.;:!?)"”])/gmu;

/** So many places, and so large a share of the slashes at words' edges, make slashes emphasis. */
const minSlashed = 3;
const minSlashedShare = 0.8;

/** Learns from a whole file how it marks emphasis. */
export function learnEmphasis(texts: Iterable<string>): EmphasisConventions {
  let slashed = 0;
  let edges = 0;
  for (const text of texts) {
    if (!text.includes('/')) continue;
    slashed += text.match(slashedWords)?.length ?? 0;
    edges += text.match(edgeSlash)?.length ?? 0;
  }
  return { hasSlashes: slashed >= minSlashed && slashed * 2 >= edges * minSlashedShare };
}
