import { analyse } from 'chardet';
import {
  alphabets,
  arabic,
  cyrillic,
  frequentEastAsian,
  greek,
  hebrew,
  type ScriptLetters,
  thai,
} from './alphabets.ts';
import { drawsBoxes, withoutBoxes } from './boxDrawing.ts';
import { fewBytes } from './brokenUtf8.ts';
import { decodeAs } from './encodings.ts';

/** An encoding that a file without a mark, and not UTF-8, was found to have. */
export interface GuessedEncoding {
  readonly encoding: string;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** Names that Python, the web and iconv know alike; before each other where two read a text the same. */
const latinEncodings = ['windows-1252', 'windows-1250', 'iso-8859-2', 'mac-roman', 'cp850', 'cp437', 'windows-1254', 'windows-1257', 'cp852']; // prettier-ignore
const scriptEncodings: readonly (readonly [encoding: string, script: ScriptLetters])[] = [
  ['iso-8859-7', greek], ['windows-1253', greek], ['cp737', greek], ['windows-1251', cyrillic], ['koi8-r', cyrillic], ['koi8-u', cyrillic],
  ['cp866', cyrillic], ['iso-8859-5', cyrillic], ['mac-cyrillic', cyrillic], ['windows-1255', hebrew], ['windows-1256', arabic], ['cp874', thai],
]; // prettier-ignore
const wideEncodings = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp'];

/** Those that draw boxes. */
const dosEncodings: ReadonlySet<string> = new Set(['cp437', 'cp850', 'cp852', 'cp737', 'cp866']);

/** How much chardet's own confidence (0 to 1) counts beside the score of the text as read: enough to part near ties. */
const chardetWeight = 0.05;

/** Below this share of frequent letters or characters, a text is in none of the scripts that are known. */
const minScore = 0.3;

/**
 * Guesses the encoding of bytes that are neither marked nor UTF-8, by reading them in each that comes into question: the
 * letters should be of one language or script and stand where letters stand, capitals at the heads of words, no control
 * characters. `ΛΑΜΠΑ και` counts, `ëÁÌ` and `¶½óÑ` do not. Where nothing fits it is Windows-1252, in which anything can be read.
 */
export function guessEncoding(bytes: Uint8Array): GuessedEncoding {
  const drawn = sampleOf(bytes);
  const isDos = drawsBoxes(drawn);
  const sample = isDos ? withoutBoxes(drawn) : drawn;
  // Boxes alone tell the family; the code page of the machine that most such files were made on draws them all.
  if (isDos && !sample.some(byte => byte >= 0x80)) return { encoding: 'cp437', confidence: 0.9 };
  const votes = new Map(analyse(sample).map(({ name, confidence }) => [name.toLowerCase(), confidence / 100]));
  const vote = (encoding: string) => chardetWeight * (votes.get(encoding) ?? 0);
  // A few strays in a text of ASCII are no words of another script, however well they fit one.
  if (!isDos && isMostlyHigh(sample) && areStrays(sample)) return { encoding: 'windows-1252', confidence: 0.3 };
  const candidates = isMostlyHigh(sample)
    ? [
        ...wideEncodings.map(encoding => ({ encoding, score: wideScore(decodeAs(encoding, sample)) })),
        ...scriptEncodings.map(([encoding, script]) => ({ encoding, score: scriptScore(decodeAs(encoding, sample), script) })),
      ]
    : latinEncodings.map(encoding => ({ encoding, score: latinScore(decodeAs(encoding, sample)) })); // prettier-ignore
  const ranked = candidates
    .filter(({ encoding }) => !isDos || dosEncodings.has(encoding))
    .map(({ encoding, score }) => ({ encoding, score, withVote: score + vote(encoding) }))
    .sort((left, right) => right.withVote - left.withVote);
  const [best] = ranked;
  const western = ranked.find(({ encoding }) => encoding === 'windows-1252');
  if (isDos && (best === undefined || best.score < minScore)) return { encoding: 'cp437', confidence: 0.6 };
  if (best === undefined || best.score < minScore) return { encoding: 'windows-1252', confidence: 0.3 };
  // Where Windows-1252 reads as well, no other is guessed: most texts of the Latin script are in it.
  if (western !== undefined && western.score >= best.score - 0.1) {
    return { encoding: 'windows-1252', confidence: rounded(0.5 + western.score / 2) };
  }
  const text = decodeAs(best.encoding, sample);
  const rival = ranked.find(({ encoding }) => encoding !== best.encoding && decodeAs(encoding, sample) !== text);
  const lead = best.score - Math.max(0, rival?.score ?? 0);
  return {
    encoding: best.encoding,
    confidence: rounded(0.5 + Math.min(0.25, lead / 2) + Math.min(0.25, best.score / 4)),
  };
}

function rounded(confidence: number): number {
  return Math.round(Math.max(0, Math.min(0.99, confidence)) * 100) / 100;
}

/** What is judged of a long file: so many bytes of lines that are not plain ASCII. */
const sampleBytes = 96 * 1024;

/** The lines with bytes above ASCII, as many as are needed; no encoding in question has a line feed inside a letter. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleBytes) return bytes;
  const sample = new Uint8Array(sampleBytes);
  let length = 0;
  for (let start = 0; start < bytes.length && length < sampleBytes;) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const line = bytes.subarray(start, end);
    if (line.some(byte => byte >= 0x80)) {
      const piece = line.subarray(0, sampleBytes - length);
      sample.set(piece, length);
      length += piece.length;
    }
    start = end;
  }
  return sample.subarray(0, length);
}

/**
 * Whether bytes above ASCII mostly stand beside each other, as they do in scripts other than Latin: always in Chinese, 5 of
 * 6 times in Greek; hardly ever in French or Czech.
 */
function isMostlyHigh(bytes: Uint8Array): boolean {
  let high = 0;
  let beside = 0;
  for (let index = 0; index < bytes.length; index++) {
    if ((bytes[index] ?? 0) < 0x80) continue;
    high++;
    if ((bytes[index - 1] ?? 0) >= 0x80 || (bytes[index + 1] ?? 0) >= 0x80) beside++;
  }
  return high > 0 && beside / high > 0.6;
}

/** Whether bytes above ASCII are too few to tell a script by, in a text that has more letters of ASCII. */
function areStrays(bytes: Uint8Array): boolean {
  const high = bytes.filter(byte => byte >= 0x80).length;
  if (high >= fewBytes) return false;
  const isLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
  return bytes.filter(isLetter).length > high;
}

/** The share of characters above ASCII that are among the most used of East Asian texts, less what cannot be read. */
function wideScore(text: string): number {
  let wide = 0;
  let frequent = 0;
  let faults = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    wide++;
    if (frequentEastAsian.has(character)) frequent++;
    else if (/[\ufffd\p{Co}\p{Cn}\u0080-\u009f\uff61-\uff9f]/u.test(character)) faults++;
  }
  return wide === 0 ? 0 : Math.min(1, (frequent / wide) * 1.8) - (faults / wide) * 8;
}

/** The share of characters above ASCII that are letters of a script, the most used counting most; less those out of place. */
function scriptScore(text: string, script: ScriptLetters): number {
  let [high, points] = [0, 0];
  let previous = ' ';
  for (const character of text) {
    if (character >= '\u0080') {
      high++;
      points += scriptPoints(character, previous, script);
    }
    previous = character;
  }
  return high === 0 ? 0 : points / high;
}

function scriptPoints(character: string, previous: string, { letter, frequent }: ScriptLetters): number {
  if (typographic.test(character)) return 0.4;
  if (!letter.test(character)) return /[\p{L}\ufffd\p{Cn}\p{Co}\u0080-\u009f]/u.test(character) ? -3 : -1;
  if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(previous)) return -2;
  return frequent.has(character.toLowerCase()) ? 1 : 0.3;
}

/** Matches the marks that printers set: `“`, `—`, `…`, `«`, a no-break space; not `¶` or `¬`. */
const typographic = /[\u00a0«»“”„‘’‚—–…©°·§•€]/u;

/** The share of letters above ASCII that one language has and that stand where they may, with the marks; less what is out of place. */
function latinScore(text: string): number {
  const fitting = alphabets.map(() => 0);
  let [high, letters, marks, faults] = [0, 0, 0, 0];
  for (const match of text.matchAll(/[\u0080-\uffff]/g)) {
    const [character] = match;
    const before = text.charAt(match.index - 1);
    const after = text.charAt(match.index + 1);
    high++;
    if (/\p{L}/u.test(character)) {
      letters++;
      if (/\p{Lu}/u.test(character) && /\p{Ll}/u.test(before)) faults++;
      const lower = character.toLowerCase();
      alphabets.forEach((alphabet, index) => {
        if (alphabet.letters.has(lower)) fitting[index] = (fitting[index] ?? 0) + 1;
      });
    } else if (isInPlace(character, before, after)) {
      marks++;
    } else {
      faults++;
    }
  }
  if (high === 0) return 0;
  const misfits = letters - Math.max(...fitting);
  return (high - 2 * faults - 1.5 * misfits) / high + (marks > 0 ? 0.01 : 0);
}

/** Whether a mark stands where it may: `“` before a word, `’` in or after one, `—` anywhere; no `€` or `‡` inside a word. */
function isInPlace(mark: string, before: string, after: string): boolean {
  const isLetter = (character: string) => /\p{L}/u.test(character);
  if (/[“„‘‚«‹¿¡]/u.test(mark)) return !isLetter(before) || mark === '“';
  if (/[”»›]/u.test(mark)) return !isLetter(after) || !isLetter(before);
  if (/[’—–…\u00a0]/u.test(mark)) return true;
  return (
    /[\p{S}\p{P}\p{No}]/u.test(mark) &&
    !(isLetter(before) && isLetter(after)) &&
    !(isLetter(before) && /[³¹²£¥¬¶¼½¾¤¦]/u.test(mark))
  );
}
