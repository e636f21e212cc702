// Reads a text as a story three times (decode, parse, normalize), and prints the best time as JSON.
// usage: node bench/readNovel.js FILE
import { readFileSync } from 'node:fs';
import { readStory } from '../dist/compile/readStory.js';
import { countWords } from '../dist/text/words.js';

const path = process.argv[2];
const bytes = readFileSync(path);
let wallMs = Infinity;
for (let round = 0; round < 3; round++) {
  const started = performance.now();
  readStory([{ path, bytes }]);
  wallMs = Math.min(wallMs, performance.now() - started);
}
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ bytes: bytes.length, words: countWords(String(bytes)), wallMs, peakMb }));
