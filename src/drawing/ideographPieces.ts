/** Scripts that are written without spaces in characters of one width. */
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a word, as spaces part it, is a whole passage of Chinese or Japanese. */
export function joinsIdeographs(word: string): boolean {
  return word.length > 1 && ideograph.test(word);
}

/**
 * Parts a passage of Chinese or Japanese into what belongs together on a line: words with the particle after them, and
 * marks with what they close or open. `東京の夜` → `東京の`, `夜`.
 */
export function partIdeographs(passage: string): string[] {
  const parts: string[] = [];
  let isOpen = false;
  for (const { segment } of words.segment(passage)) {
    const last = parts.at(-1);
    if (last !== undefined && (isOpen || belongsBehind(segment))) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
    isOpen = opens.test(segment);
  }
  return parts;
}

const words = new Intl.Segmenter('ja', { granularity: 'word' });

function belongsBehind(segment: string): boolean {
  return closes.test(segment) || particle.test(segment);
}

/** Matches `。`, `」`, `ー`, `っと`: what no line begins with. Not `「`, `夜`. */
const closes = /^[\p{Pe}\p{Pf}\p{Po}々〻ー゛゜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ]/u;

/** Matches `の`, `から`; not `夜`, nor a word of Katakana. */
const particle = /^\p{Script=Hiragana}{1,2}$/u;

/** Matches `「`; no line ends with it. */
const opens = /[\p{Ps}\p{Pi}]$/u;
