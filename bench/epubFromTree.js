// Writes a book of so many chapters of 2,000 words from its tree to a file, then the KEPUB of the same render, then
// checks the first, and prints as JSON what each took.
// usage: node bench/epubFromTree.js CHAPTERS FILE
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assembleBook, assembleStory } from '../dist/book/assembleBook.js';
import { createIdentity } from '../dist/compile/identity.js';
import { readStory } from '../dist/compile/readStory.js';
import { renderEpubFiles } from '../dist/epub/renderEpubFiles.js';
import { packEpub, packKepub } from '../dist/epub/writeEpub.js';
import { loadTheme } from '../dist/theme/loadTheme.js';
import { verifyEpub } from '../dist/verify/verifyEpub.js';
import { makeLongStory } from './longStory.js';

/** Chapters that are really read; the others are copies of them, with a memory of their own. */
const chaptersRead = 50;

const [chapterCount, output] = [Number(process.argv[2]), process.argv[3]];
const stories = resolve(import.meta.dirname, '../stories');
const book = makeBook(chapterCount);
const options = { theme: loadTheme('plain'), cover: null };
const treeMb = peakMbSoFar();

let files;
const epub = await measure(async () => {
  files = renderEpubFiles(book, options);
  const bytes = await packEpub(book, files);
  writeFileSync(output, bytes);
  return bytes;
});
const kepub = await measure(() => packKepub(book, files));
const check = await measure(() => verifyEpub(epub.result));
if (check.result.some(finding => finding.code !== 'epub/cover-missing')) throw new Error(JSON.stringify(check.result));
const report = ({ wallMs, cpuMs, peakMb }) => ({ wallMs, cpuMs, peakMb });
console.log(JSON.stringify({ treeMb, epub: report(epub), kepub: report(kepub), check: report(check) }));

async function measure(job) {
  const [startedCpu, started] = [process.cpuUsage(), performance.now()];
  const result = await job();
  const [wallMs, { user, system }] = [performance.now() - started, process.cpuUsage(startedCpu)];
  return { result, wallMs, cpuMs: (user + system) / 1000, peakMb: peakMbSoFar() };
}

function peakMbSoFar() {
  return process.resourceUsage().maxRSS / 1024;
}

function makeBook(count) {
  const bytes = Buffer.from(makeLongStory(stories, chaptersRead * 2000));
  const read = readStory([{ path: join(stories, 'long.txt'), bytes }]);
  const chapters = Array.from({ length: count }, (_, index) => ({
    ...JSON.parse(JSON.stringify(read.chapters[index % chaptersRead])),
    number: index + 1,
    label: `Chapter ${index + 1}`,
  }));
  const identity = createIdentity(null);
  const { story } = assembleStory({ ...read, fileName: 'long.txt', chapters }, {}, identity);
  return assembleBook([story], {}, identity);
}
