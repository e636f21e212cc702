import { execFileSync } from 'node:child_process';
import { readFootnotes, readImprintFacts, readStoryText } from './readStoryText.js';

/**
 * Compares a PDF's words, as pdftotext gives them, with those of the EPUB of the same book: every word of titles, labels,
 * headings and text must come out whole, apart from its neighbours and in order. Heads and folios may stand between. What the
 * imprint states stands on the back of the title page or at the end, and need only be there; so does a footnote, in one piece.
 * Returns what is wrong, or null.
 */
export function pdfWordGap(pdfPath, epubPath) {
  const raw = pdfWords(pdfPath, ['-raw']);
  return (
    orderGap(raw, wordsOf(readStoryText(epubPath, { withTables: true }))) ??
    footnoteGap(raw, readFootnotes(epubPath).map(wordsOf)) ??
    imprintGap(raw, wordsOf(readImprintFacts(epubPath))) ??
    wholenessGap(raw, pdfWords(pdfPath, []), wordsOf(readStoryText(epubPath, { withTables: false })))
  );
}

/**
 * Compares what a reader of the structure hears, as `pdfinfo -struct-text` gives it, with the words of the EPUB of the same
 * book: each word whole and in order, whatever pages and lines it stands on. Returns what is wrong, or null.
 */
export function pdfStructureGap(pdfPath, epubPath) {
  const printed = execFileSync('pdfinfo', ['-struct-text', '-enc', 'UTF-8', pdfPath], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return orderGap(wordsOf(structureText(printed)), wordsOf(readStoryText(epubPath, { withTables: true })));
}

/** The texts of a printed structure: an element's follow each other, and an element that is no part of a line parts words. */
function structureText(printed) {
  let text = '';
  for (const line of printed.split('\n')) {
    const [, shown] = /^ *"(.*)"$/s.exec(line) ?? [];
    if (shown !== undefined) text += shown;
    else if (/^ *(?:Document|Sect|P|H\d|L|LI|Lbl|LBody|T[RHD]|Table|TOCI?|BlockQuote|Caption|Figure|Note)\b/.test(line))
      text += '\n';
  }
  return text.replace(/\u00ad\s*/g, '');
}

function pdfWords(pdfPath, options) {
  return wordsOf(
    execFileSync('pdftotext', [...options, '-enc', 'UTF-8', pdfPath, '-'], { encoding: 'utf8', maxBuffer: 1e9 }),
  );
}

/**
 * Without options pdftotext looks for columns, and finds them in tables and in short lines of verse too: its order is its
 * own, so each word need only be there as often as `-raw` gives it.
 */
function wholenessGap(raw, arranged, expected) {
  const rawCounts = countWords(raw);
  const counts = countWords(arranged);
  for (const word of new Set(expected)) {
    const [found, wanted] = [counts.get(word) ?? 0, rawCounts.get(word) ?? 0];
    if (found < wanted) return `"${word}" is there ${found} times without -raw, ${wanted} times with it`;
  }
  return null;
}

/** Each footnote stands somewhere, its words in order; a page's text and other notes may part it. */
function footnoteGap(pdf, notes) {
  const starts = new Map();
  pdf.forEach((word, at) => {
    const pair = `${word} ${pdf[at + 1]}`;
    if (!starts.has(pair)) starts.set(pair, []);
    starts.get(pair).push(at);
  });
  for (const words of notes) {
    const places = words.length < 2 ? [pdf.indexOf(words[0])] : (starts.get(`${words[0]} ${words[1]}`) ?? []);
    if (!places.some(at => at >= 0 && orderGap(pdf.slice(at, at + words.length + longestPart), words) === null)) {
      return `the footnote "${words.slice(0, 12).join(' ')}" is not there whole`;
    }
  }
  return null;
}

/** The most words that stand between the first and the last of a footnote that are not of it. */
const longestPart = 4_000;

function imprintGap(raw, facts) {
  const known = new Set(raw);
  const missing = facts.find(word => word.length <= longestWord && !known.has(word));
  return missing === undefined ? null : `"${missing}" of the imprint is nowhere`;
}

function countWords(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function orderGap(pdf, allExpected) {
  // A word that no line can hold is broken anywhere, without a hyphen.
  const expected = allExpected.filter(word => word.length <= longestWord);
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

/** The most characters of a word that fits on a line of any book. */
const longestWord = 30;

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
