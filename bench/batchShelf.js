import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words that the stories are made of: ours, plain, of the lengths that English has. */
const nouns = 'lamp river winter stair kettle garden ferry letter orchard clock harbour sister chimney lantern meadow engine pocket window island teacher ladder market tunnel violin basket thunder attic bridge candle compass shepherd signal'.split(' '); // prettier-ignore
const verbs = 'waited carried answered remembered crossed lifted whispered followed counted mended borrowed opened watched promised gathered listened wandered hurried laughed forgot'.split(' '); // prettier-ignore
const qualities = 'quiet crooked bitter early silver hollow patient narrow distant stubborn yellow gentle broken careful'.split(' '); // prettier-ignore
const small = 'the a of and in to with by on under over past through near that which her his their every no one'.split(' '); // prettier-ignore
const names = 'Mara Tobias Ines Calder Wren Oskar Lotte Amadi Pell Rosalind Ivo Greta Simeon Halloran'.split(' ');

/**
 * Writes a shelf of so many stories of so many words, each unlike the others, and its `fascicle.yaml`. The same call writes
 * the same bytes.
 */
export function writeBatchShelf(folder, count, words, perFolder = 100) {
  const books = [];
  for (let index = 0; index < count; index++) {
    const path = `shelf-${String(Math.floor(index / perFolder) + 1).padStart(3, '0')}/story-${String(index + 1).padStart(5, '0')}.txt`;
    if (index % perFolder === 0) mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), makeStory(index, words));
    books.push(path);
  }
  writeFileSync(join(folder, 'fascicle.yaml'), `books:\n${books.map(path => `  - ${path}\n`).join('')}`);
  return books;
}

/** A story in plain text as an archive gives it out: title, byline, chapters, scene breaks, speech. */
export function makeStory(index, words) {
  const random = randomFrom(index + 1);
  const pick = list => list[Math.floor(random() * list.length)];
  const title = `The ${capital(pick(qualities))} ${capital(pick(nouns))} of ${pick(names)} ${index + 1}`;
  const parts = [title, `by ${pick(names)} ${capital(pick(nouns))}`];
  const perChapter = Math.ceil(words / 3);
  for (let chapter = 1; chapter <= 3; chapter++) {
    parts.push(`Chapter ${chapter}: ${capital(pick(nouns))}`);
    for (let written = 0, paragraph = 1; written < perChapter; paragraph++) {
      const text = makeParagraph(pick, random);
      parts.push(text);
      written += text.split(' ').length;
      if (paragraph % 12 === 0 && written < perChapter) parts.push('* * *');
    }
  }
  return `${parts.join('\n\n')}\n`;
}

function makeParagraph(pick, random) {
  const sentences = [];
  for (let count = 2 + Math.floor(random() * 5); count > 0; count--) sentences.push(makeSentence(pick, random));
  if (random() < 0.4) sentences.push(`"${makeSentence(pick, random)}" ${pick(names)} said.`);
  return sentences.join(' ');
}

function makeSentence(pick, random) {
  const words = [pick(names), pick(verbs)];
  for (let count = 3 + Math.floor(random() * 12); count > 0; count--) {
    const kind = random();
    words.push(kind < 0.45 ? pick(small) : kind < 0.7 ? pick(nouns) : kind < 0.85 ? pick(qualities) : pick(verbs));
    if (random() < 0.08) words[words.length - 1] += ',';
  }
  words.push('the', pick(nouns));
  return `${words.join(' ')}.`;
}

function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
