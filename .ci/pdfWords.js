import { execFileSync } from 'node:child_process';
import { readStoryText } from './readStoryText.js';

/**
 * Compares a PDF's words, as pdftotext gives them, with those of the stories in the EPUB of the same book: every word of
 * the text must come out whole, apart from its neighbours and in order. Heads and folios may stand between.
 * Returns what is wrong, or null.
 */
export function pdfWordGap(pdfPath, epubPath) {
  const pdf = wordsOf(
    execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', pdfPath, '-'], { encoding: 'utf8', maxBuffer: 1e9 }),
  );
  const expected = wordsOf(readStoryText(epubPath));
  let at = 0;
  for (let index = 0; index < expected.length; index++) {
    const found = pdf.indexOf(expected[index], at);
    // Between two words of the text stand heads, folios, at most a story's page and notes.
    if (found < 0 || found - at > maxGap) {
      const context = words => words.slice(Math.max(0, at - 8), at + 12).join(' ');
      return `"${expected[index]}" is missing after: ${expected.slice(Math.max(0, index - 8), index).join(' ')}\n  the PDF has: ${context(pdf)}`;
    }
    at = found + 1;
  }
  return expected.length === 0 ? 'the EPUB has no words' : null;
}

/** The most words of a PDF that may stand between two words of the stories. */
const maxGap = 400;

/** Words as letters and digits, each Chinese or Japanese character by itself; a hyphen joins, at the end of a line as inside a word. */
function wordsOf(text) {
  return (
    text
      .normalize('NFKC')
      .replace(/[-\u00ad\u2010\u2011]\s*\n\s*/g, '')
      .replace(/[-\u00ad\u2010\u2011]/g, '')
      .toLowerCase()
      .replace(/[\ufe00-\ufe0f]/g, '')
      .match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{L}\p{N}\p{M}]*|\p{N}[\p{L}\p{N}\p{M}]*/gu,
      ) ?? []
  );
}
