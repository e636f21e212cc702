/** What Windows-1252 shows for the bytes 80 to 9F; the five it leaves out stand for themselves. */
const shownAs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const byteOfCharacter = new Map([...shownAs].map((character, index) => [character, 0x80 + index]));

function byteOf(character: string): number {
  return byteOfCharacter.get(character) ?? character.charCodeAt(0);
}

const tail = `[\\u0080-\\u00bf${shownAs}]`;

/** Matches `Ã©`, `â€œ`, `ðŸ˜€`, `ï¿½`: a lead byte and its tails as Windows-1252 shows them; not `é` or `”—`. */
const doubled = new RegExp(`[\\u00c2-\\u00df]${tail}|[\\u00e0-\\u00ef]${tail}{2}|[\\u00f0-\\u00f4]${tail}{3}`, 'gu');

/** What may come out: letters with accents, marks, Greek, Cyrillic, emoji; `CAFÉ»` does not become `CAFɻ`. */
const plausible =
  /^[\u00a0-\u017f\u0192\u0218-\u021b\u02c6\u02dc\u0370-\u045f\u2010-\u2044\u20ac\u2116\u2122\u2190-\u2193\u2600-\u27bf\u3000-\u30ff\u4e00-\u9fff\ufffd\u{1f300}-\u{1faff}]$/u;

/** Two characters may stand beside each other by chance; three that make a mark hardly do. */
const certainLength = 3;

/**
 * Undoes a second encoding: UTF-8 that was read as Windows-1252 and saved as UTF-8 again. `null` unless the text has such
 * runs so that it is no accident: one of three characters, or several of two.
 */
export function findDoubleEncoding(text: string): ((run: string) => string) | null {
  let certain = 0;
  let possible = 0;
  for (const [run] of text.matchAll(doubled)) {
    if (decodeRun(run) === null) continue;
    possible++;
    if (run.length >= certainLength) certain++;
  }
  if (certain === 0 && possible < 3) return null;
  return run => decodeRun(run) ?? run;
}

/** Runs as {@link findDoubleEncoding} reads them. */
export const doubleEncodedRuns = doubled;

function decodeRun(run: string): string | null {
  const bytes = Uint8Array.from([...run].map(byteOf));
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return plausible.test(decoded) ? decoded : null;
  } catch {
    return null;
  }
}
