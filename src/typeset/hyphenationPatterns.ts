import { createRequire } from 'node:module';

/** Where a lower-case word may be divided: offsets (UTF-16) inside it, ascending. */
export type DivideWord = (word: string) => readonly number[];

/**
 * Patterns by their letters, as the package `hyphen` has them: under each letter the patterns that go on with it, the index
 * of the levels of a pattern that ends with it, or both. A dot stands for the edge of a word.
 */
type PatternNode = PatternLetters | number | readonly [PatternLetters, number];
interface PatternLetters {
  readonly [letter: string]: PatternNode;
}

interface HyphenationPatterns {
  /** Of each pattern, the levels before its letters; the dot at its head is not counted. */
  readonly levels: readonly (readonly number[])[];
  readonly letters: PatternLetters;
  /** Words that go by no pattern, and where they are divided. */
  readonly exceptions: ReadonlyMap<string, readonly number[]>;
}

const require = createRequire(import.meta.url);
const loaded = new Map<string, DivideWord>();

/**
 * Loads the TeX patterns of a language, `en-us`, the first time they are asked for: German alone is 0.7 MB.
 * The names are the files of the package `hyphen`, whose own way through them takes five times as long.
 */
export function loadHyphenationPatterns(name: string): DivideWord {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const patterns = readPatterns(require(`hyphen/patterns/${name}.js`));
  const divide: DivideWord = word => patterns.exceptions.get(word) ?? divideWord(word, patterns);
  loaded.set(name, divide);
  return divide;
}

function readPatterns(content: unknown): HyphenationPatterns {
  if (!Array.isArray(content)) throw new TypeError('the package hyphen has no list of patterns');
  const [levels, letters, exceptions] = content as readonly unknown[];
  if (!Array.isArray(levels) || !isRecord(letters)) throw new TypeError('the package hyphen has other patterns');
  return {
    levels: levels as readonly (readonly number[])[],
    letters: letters as PatternLetters,
    exceptions: new Map(
      Object.entries(isRecord(exceptions) ? exceptions : {}).map(([word, offsets]) => [word, offsetsOf(offsets)]),
    ),
  };
}

function offsetsOf(value: unknown): number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The level before each letter of the word in hand; kept between words, for most are short. */
let wordLevels = new Uint8Array(64);

/** Liang's method: of all patterns that fit, the highest level counts at each place, and an odd one divides. */
function divideWord(word: string, { levels, letters }: HyphenationPatterns): number[] {
  const dotted = `.${word}.`;
  if (wordLevels.length < dotted.length + 1) wordLevels = new Uint8Array(dotted.length * 2);
  wordLevels.fill(0, 0, dotted.length + 1);
  for (let start = 0; start < dotted.length - 2; start++) {
    let next: PatternLetters | null = letters;
    for (let at = start; next !== null && at < dotted.length; at++) {
      const node: PatternNode | undefined = next[dotted.charAt(at)];
      if (node === undefined) break;
      next = typeof node === 'number' ? null : isEnding(node) ? node[0] : node;
      const ending = typeof node === 'number' ? node : isEnding(node) ? node[1] : -1;
      if (ending >= 0) raiseLevels(Math.max(start - 1, 0), levels[ending] ?? []);
    }
  }
  const offsets: number[] = [];
  // No letter stands alone.
  for (let offset = 2; offset < word.length - 1; offset++)
    if (((wordLevels[offset] ?? 0) & 1) === 1) offsets.push(offset);
  return offsets;
}

function isEnding(node: Exclude<PatternNode, number>): node is readonly [PatternLetters, number] {
  return Array.isArray(node);
}

function raiseLevels(start: number, levels: readonly number[]): void {
  for (let index = 0; index < levels.length; index++) {
    const level = levels[index] ?? 0;
    if (level > (wordLevels[start + index] ?? 0)) wordLevels[start + index] = level;
  }
}
