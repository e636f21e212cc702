// Writes a book of so many chapters of 2,000 words from its tree to a file, and prints as JSON what that took.
// usage: node bench/epubFromTree.js CHAPTERS FILE
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assembleBook, assembleStory } from '../dist/book/assembleBook.js';
import { createIdentity } from '../dist/compile/identity.js';
import { readStory } from '../dist/compile/readStory.js';
import { writeEpub } from '../dist/epub/writeEpub.js';
import { loadTheme } from '../dist/theme/loadTheme.js';
import { verifyEpub } from '../dist/verify/verifyEpub.js';
import { makeLongStory } from './longStory.js';

/** Chapters that are really read; the others are copies of them, with a memory of their own. */
const chaptersRead = 50;

const [chapterCount, output] = [Number(process.argv[2]), process.argv[3]];
const root = resolve(import.meta.dirname, '..');
const book = makeBook(chapterCount);
const theme = loadTheme('plain');
const treeMb = process.resourceUsage().maxRSS / 1024;

const cpu = process.cpuUsage();
const started = performance.now();
const bytes = await writeEpub(book, { theme, cover: null });
writeFileSync(output, bytes);
const wallMs = performance.now() - started;
const { user, system } = process.cpuUsage(cpu);
const cpuMs = (user + system) / 1000;
const peakMb = process.resourceUsage().maxRSS / 1024;

const verifying = performance.now();
const findings = await verifyEpub(bytes);
const verifyMs = performance.now() - verifying;
if (findings.some(finding => finding.code !== 'epub/cover-missing')) throw new Error(JSON.stringify(findings));
console.log(JSON.stringify({ bytes: bytes.length, wallMs, cpuMs, treeMb, peakMb, verifyMs }));

function makeBook(count) {
  const source = Buffer.from(makeLongStory(join(root, 'stories'), chaptersRead * 2000));
  const read = readStory([{ path: 'long.txt', bytes: source }]);
  const chapters = Array.from({ length: count }, (_, index) => ({
    ...structuredClone(read.chapters[index % chaptersRead]),
    number: index + 1,
    label: `Chapter ${index + 1}`,
  }));
  const identity = createIdentity(null);
  const { story } = assembleStory({ ...read, fileName: 'long.txt', chapters }, {}, identity);
  return assembleBook([story], {}, identity);
}
