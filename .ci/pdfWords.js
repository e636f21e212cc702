import { execFileSync } from 'node:child_process';
import { readDisplayedHeadings, readFootnotes, readImprintFacts, readStoryText } from './readStoryText.js';

/**
 * Compares a PDF's words, as they are copied and as they are heard, with those of the EPUB of the same book: every word of
 * titles, labels, headings and text must come out whole, apart from its neighbours and in order. What print has in places of
 * its own need only be there, in one piece: the contents, which are taken out before the rest is compared and name the
 * dedication and the motto; a footnote; what the imprint states.
 *
 * @returns What is wrong with the words as pdftotext copies them, and as `pdfinfo -struct-text` tells them; null for nothing.
 */
export function pdfWordGaps(pdfPath, epubPath) {
  const structure = structureText(printStructure(pdfPath));
  const rawText = copiedText(pdfPath, ['-raw']);
  const raw = copiedWordsOf(rawText);
  const { rest, gap } = withoutContents(raw, copiedWordsOf(structure.contents));
  const arrangedText = copiedText(pdfPath, []);
  // A divided word is counted as one and as its parts: pdftotext arranged may join them, and what follows one at a page's end
  // depends on the order.
  const countings = [copiedWordsOf, partsOf].map(split => ({
    raw: split(rawText),
    arranged: withCapsApart(split(arrangedText), split(rawText), structure.caps),
  }));
  const text = readStoryText(epubPath, { withShifted: true });
  return {
    copied:
      gap ??
      orderGap(rest, copiedWordsOf(text)) ??
      footnoteGap(raw, readFootnotes(epubPath).map(copiedWordsOf)) ??
      missingGap(raw, copiedWordsOf(readImprintFacts(epubPath)), 'the imprint') ??
      missingGap(
        copiedWordsOf(structure.contents),
        copiedWordsOf(readDisplayedHeadings(epubPath)),
        'a dedication, in the contents',
      ) ??
      wholenessGap(countings, wholeWordsOf(readStoryText(epubPath, { withShifted: false }))),
    heard: orderGap(wordsOf(structure.text), wordsOf(text)),
  };
}

function printStructure(pdfPath) {
  return execFileSync('pdfinfo', ['-struct-text', '-enc', 'UTF-8', pdfPath], { encoding: 'utf8', maxBuffer: 1e9 });
}

function copiedText(pdfPath, options) {
  return execFileSync('pdftotext', [...options, '-enc', 'UTF-8', pdfPath, '-'], { encoding: 'utf8', maxBuffer: 1e9 });
}

/**
 * The words of a PDF without those of its contents, which tell all headings before the text does. Heads and folios may stand
 * between its lines.
 */
function withoutContents(pdf, contents) {
  const known = contents.filter(word => word.length <= longestWord);
  if (known.length === 0) return { rest: pdf, gap: null };
  const opening = known.slice(0, 3);
  for (let start = 0; start < pdf.length; start++) {
    if (!opening.every((word, index) => pdf[start + index] === word)) continue;
    const end = endOfWords(pdf.slice(0, start + known.length + mostInContents), start, known);
    if (end !== null) return { rest: [...pdf.slice(0, start), ...pdf.slice(end)], gap: null };
  }
  return { rest: pdf, gap: `the contents are not there whole: ${known.slice(0, 12).join(' ')}` };
}

/** Where words end that follow each other from a place on, whatever stands between them; null if one is missing. */
function endOfWords(pdf, start, words) {
  let at = start;
  for (const word of words) {
    at = pdf.indexOf(word, at) + 1;
    if (at === 0) return null;
  }
  return at;
}

/** The most words that stand in contents of many pages that are not of them: heads, folios, and pieces of endless words. */
const mostInContents = 2_000;

/**
 * The texts of a printed structure, those of its contents apart: an element's follow each other, and an element that is no part
 * of a line parts words.
 */
function structureText(printed) {
  const parts = { contents: '', text: '' };
  const caps = Array.from(printed.matchAll(dropCap), ([, letters]) => letters.toLowerCase());
  let contentsDepth = Infinity;
  for (const line of printed.split('\n')) {
    const [, shown] = /^ *"(.*)"$/s.exec(line) ?? [];
    const [, indent, role] = /^( *)([A-Z][A-Za-z0-9]*)\b/.exec(line) ?? [];
    if (role !== undefined && indent.length <= contentsDepth) contentsDepth = role === 'TOC' ? indent.length : Infinity;
    const part = contentsDepth === Infinity ? 'text' : 'contents';
    if (shown !== undefined) parts[part] += shown;
    else if (partsWords.test(role ?? '')) parts[part] += '\n';
  }
  const joined = text => text.replace(/\u00ad\s*/g, '');
  return { contents: joined(parts.contents), text: joined(parts.text), caps };
}

// Matches `P (block)`, `Span (inline)`, `"In"`, each in a line of its own.
const dropCap = /^ *P \(block\)\n *Span \(inline\)\n *"\P{L}*(\p{L}{1,3})"$/gmu;

const partsWords = /^(?:Document|Sect|P|H\d|L|LI|Lbl|LBody|T[RHD]|Table|TOCI?|BlockQuote|Caption|Figure|Note)$/;

/**
 * Without options pdftotext looks for columns, and finds them in tables and in short lines of verse too: its order is its
 * own, so each word need only be there as often as `-raw` gives it.
 */
function wholenessGap(countings, expected) {
  const counted = countings.map(({ raw, arranged }) => ({ raw: countWords(raw), arranged: countWords(arranged) }));
  for (const word of new Set(expected)) {
    const found = counted.map(({ raw, arranged }) => [arranged.get(word) ?? 0, raw.get(word) ?? 0]);
    if (found.every(([some, all]) => some < all)) {
      return `"${word}" is there ${found[0][0]} times without -raw, ${found[0][1]} times with it`;
    }
  }
  return null;
}

/** The words of copied text, the parts of a divided one by themselves. */
function partsOf(text) {
  return copiedWordsOf(text.replace(/[-\u00ad\u2010]\s*\n/g, '\n'));
}

/**
 * Words as pdftotext arranges them, a drop cap parted from the line that it stands on: it has the baseline of that line, and
 * its size says that the blank between is none. As many times as there are such caps, and no word that `-raw` knows.
 */
function withCapsApart(arranged, raw, caps) {
  const known = new Set(raw);
  const left = countWords(caps);
  const isJoined = (word, cap) => word.startsWith(cap) && left.get(cap) > 0 && known.has(word.slice(cap.length));
  return arranged.flatMap(word => {
    const cap = known.has(word) ? undefined : [...left.keys()].find(letters => isJoined(word, letters));
    if (cap === undefined) return [word];
    left.set(cap, left.get(cap) - 1);
    return [cap, word.slice(cap.length)];
  });
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

function missingGap(pdf, words, place) {
  const known = new Set(pdf);
  const missing = words.find(word => word.length <= longestWord && !known.has(word));
  return missing === undefined ? null : `"${missing}" of ${place} is nowhere`;
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
    let found = pdf.indexOf(expected[index], at);
    if (found < 0 || found - at > nearby) found = endOfDivided(pdf, expected[index], at) ?? found;
    // Between two words of the text stand heads, folios, at most a story's page and notes.
    if (found < 0 || found - at > maxGap) {
      const context = words => words.slice(Math.max(0, at - 8), at + 12).join(' ');
      return `"${expected[index]}" is missing after: ${expected.slice(Math.max(0, index - 8), index).join(' ')}\n  the PDF has: ${context(pdf)}`;
    }
    at = found + 1;
  }
  return expected.length === 0 ? 'the EPUB has no words' : null;
}

/**
 * Where a word ends that begins near a place of the PDF and is divided by the end of a page, heads and notes between its parts;
 * its first part may be joined to what follows there. Null if none does.
 */
function endOfDivided(pdf, word, at) {
  for (let start = at; start <= at + nearby && start < pdf.length; start++) {
    for (let length = word.length - fewestLetters; length >= fewestLetters; length--) {
      if (!pdf[start].startsWith(word.slice(0, length))) continue;
      const end = pdf.indexOf(word.slice(length), start + 1);
      if (end >= 0 && end - start <= maxGap) return end;
    }
  }
  return null;
}

/** Within so many words stands what goes on without a page's head or foot between. */
const nearby = 12;
/** No part of a divided word has fewer. */
const fewestLetters = 2;

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

/**
 * As `wordsOf`, but each letter that stands from right to left by itself and without marks, by its script or because U+202E says
 * so: pdftotext parts them. It parts what has three marks on a letter anywhere: such words are left to the structure.
 */
function copiedWordsOf(text) {
  const parted = text.replace(turnedByForce, ([, ...letters]) => ` ${letters.join(' ')}`);
  const words = wordsOf(parted).filter(word => !/\p{M}{3}/u.test(word));
  return words.flatMap(word =>
    /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word) ? (word.match(/[\p{L}\p{N}]/gu) ?? []) : [word],
  );
}

const turnedByForce = /\u202e[^\u202c]*\u202c/g;

/** The words of a text whose copies can be counted: letters that are turned by force come together or apart. */
function wholeWordsOf(text) {
  const turned = new Set((text.match(turnedByForce) ?? []).flatMap(copiedWordsOf));
  return copiedWordsOf(text).filter(word => !turned.has(word));
}
