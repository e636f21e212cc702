import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Words of a chapter of the long story. */
const chapterWords = 2000;

/**
 * How many of a sentence's longer words give way to others with the same ending, and how many of those to words that nobody
 * has written: a novel of 100,000 words has some 13,000 that differ, our texts have 3,000.
 */
const exchangedShare = 0.55;
const coinedShare = 0.85;

/**
 * One long plain-text story of so many words in numbered chapters, the same every time. Its paragraphs are sentences of our
 * own stories and of the tests' put together anew, with words exchanged or coined: none of them returns word for word, as none does in a
 * novel, so that nothing that is kept by paragraph or by sentence looks better than it is.
 */
export function makeLongStory(folder, words) {
  const { sentences, byEnding } = sentencesOf([folder, resolve(import.meta.dirname, '../tests')]);
  const random = createRandom(20_260_101);
  const pick = list => list[Math.floor(random() * list.length)];
  const exchange = word => {
    const others = byEnding.get(endingOf(word));
    if (others === undefined || random() > exchangedShare) return word;
    const other = pick(others);
    return random() > coinedShare ? other : word.slice(0, 2 + Math.floor(random() * 3)) + other.slice(-5);
  };
  const makeSentence = () => pick(sentences).replace(longWord, exchange);
  const seen = new Set();
  const out = ['The Long Story', '', 'by A. Bench', ''];
  for (let chapter = 1, written = 0; written < words; chapter++) {
    out.push(`Chapter ${chapter}`, '');
    for (let inChapter = 0; inChapter < chapterWords && written < words;) {
      const paragraph = Array.from({ length: 1 + Math.floor(random() ** 2 * 8) }, makeSentence).join(' ');
      if (seen.has(paragraph)) continue;
      seen.add(paragraph);
      out.push(paragraph, '');
      const count = paragraph.split(' ').length;
      inChapter += count;
      written += count;
    }
  }
  return `${out.join('\n')}\n`;
}

/** Matches "thimbles"; not "The", "Reichenbach", "lamp". */
const longWord = /(?<![\p{L}’-])[a-z]{6,}(?![\p{L}’-])/gu;

const endingOf = word => word.slice(-2);

/** Plain sentences of English prose in our own texts, and their longer words by the two letters that they end in. */
function sentencesOf(folders) {
  const texts = folders.flatMap(folder => textFilesIn(folder)).map(path => readFileSync(path, 'utf8'));
  const paragraphs = texts.flatMap(text => text.split(/\r?\n\s*\r?\n/)).map(text => text.replace(/\s+/g, ' ').trim());
  const sentences = new Set(
    paragraphs.flatMap(text => text.split(/(?<=[.!?][”"]?) (?=[“"\p{Lu}])/u)).filter(sentence => isProse(sentence)),
  );
  const byEnding = new Map();
  for (const word of new Set([...sentences].flatMap(sentence => sentence.match(longWord) ?? []))) {
    byEnding.set(endingOf(word), [...(byEnding.get(endingOf(word)) ?? []), word]);
  }
  return { sentences: [...sentences], byEnding };
}

/** A whole sentence without marks of an editor, a form or a web page: “It was only the kettle, and then the curtains.” */
const plainSentence = /^[“"]?\p{Lu}[\p{L} ,;’'—–“”".!?-]{30,400}[.!?][”"]?$/u;
/** Small words that every few words of English are. */
const english = /\b(?:the|and|of|to|a|was|in|it|he|she|that|had|his|her|with|for|not)\b/gi;

function isProse(sentence) {
  // Of “THE SOFTWARE IS PROVIDED”: words that are shouted have no place to be divided.
  if (!plainSentence.test(sentence) || /\p{Lu}{3}/u.test(sentence)) return false;
  if (/\bchapter\b|\bfic\b|review|story|author|note|licen[cs]e|copyright/i.test(sentence)) return false;
  const quotes = sentence.match(/[“”"]/g) ?? [];
  if (quotes.length % 2 === 1) return false;
  return (sentence.match(english) ?? []).length > sentence.split(' ').length / 6;
}

function textFilesIn(folder) {
  return readdirSync(folder)
    .sort()
    .map(name => join(folder, name))
    .flatMap(path => (statSync(path).isDirectory() ? textFilesIn(path) : /\.txt$/.test(path) ? [path] : []));
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
