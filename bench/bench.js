// Builds books of 10k, 100k and 1M words made of our own stories, one format at a time, each in a process of its own, and
// prints words a second, wall time and peak memory as a table, then as JSON; then what writing alone takes from the tree, and
// reading alone of a novel. With --pdf, PDF alone; with --covers, covers alone.
//
// With --peers, others beside it, as far as they are installed: pandoc for EPUB; for PDF WeasyPrint, LuaLaTeX, and Typst, whose
// compiler is no dependency of ours: `npm install --prefix FOLDER @myriaddreamin/typst-ts-node-compiler`, and --typst FOLDER.
// With --covers, covers instead. With --batch, a shelf of 1,000 stories, cold, unchanged and with one that changed, with and
// without covers, as PDF, and one four times as large, with the memory of all processes; --stories N for another number.
// usage: npm run bench [-- --pdf | --covers] [--peers [--typst FOLDER]] [--words 10000,100000]
//        npm run bench -- --batch [--stories 1000]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { benchBatch } from './benchBatch.js';
import { benchCovers } from './benchCovers.js';
import { benchPdf } from './benchPdf.js';
import { makeLongStory } from './longStory.js';
import { measureProcess } from './measureProcess.js';

const root = resolve(import.meta.dirname, '..');
const program = join(root, 'dist/cli/main.js');
const work = mkdtempSync(join(tmpdir(), 'fascicle-bench-'));
const sizes = optionValue('--words')?.split(',').map(Number) ?? [10_000, 100_000, 1_000_000];
const rows = [];

const withPeers = process.argv.includes('--peers');

const [isBatch, isCovers] = ['--batch', '--covers'].map(name => process.argv.includes(name));
if (isBatch) rows.push(...(await benchBatch({ program, stories: Number(optionValue('--stories') ?? 1000) })));
else if (isCovers) rows.push(...(await benchCovers(work)));
else rows.push(...benchPdf({ sizes, work, withPeers, typstFolder: optionValue('--typst') }));
if (!isBatch && !isCovers && !process.argv.includes('--pdf')) {
  for (const words of sizes) measureEpub(words);
  measureFromTree();
  for (const megabytes of [3.5, 20]) measureReading(megabytes);
  measureStart();
}
rmSync(work, { recursive: true });
console.table(rows);
console.log(JSON.stringify({ schema: 'fascicle/bench@1', node: process.version, rows }));

function measureEpub(words) {
  const input = join(work, `${words}.txt`);
  writeFileSync(input, makeLongStory(join(root, 'stories'), words));
  const build = (name, cover) =>
    measure(name, words, ['build', input, '-f', 'epub', '--cover', cover, '-o', join(work, name), '-q'], join(work, name, 'the-long-story.epub')); // prettier-ignore
  build('epub', 'none');
  build('epub with cover', 'woodcut');
  measure('inspect --json', words, ['inspect', input, '--json'], null);
  if (withPeers) measurePandoc(words, input);
}

function measure(name, words, args, output) {
  const { wallMs, peakMb } = measureProcess({ command: process.execPath, args: [program, ...args], isNode: true });
  addRow(name, words, wallMs, peakMb, output);
}

function addRow(name, words, wallMs, peakMb, output) {
  rows.push({
    job: name,
    words,
    'wall s': Math.round(wallMs) / 1000,
    'words/s': Math.round((words / wallMs) * 1000),
    'peak MB': peakMb,
    'file MB': output === null ? null : Math.round(statSync(output).size / 1e4) / 100,
  });
}

/** pandoc, when it is installed: the same text to EPUB. */
function measurePandoc(words, input) {
  if (spawnSync('pandoc', ['--version']).status !== 0) return;
  const output = join(work, 'pandoc.epub');
  const args = ['-f', 'markdown', input, '-o', output, '--metadata', 'title=x'];
  const { wallMs, peakMb } = measureProcess({ command: 'pandoc', args, isNode: false });
  addRow('pandoc epub', words, wallMs, peakMb, output);
}

/**
 * The writer alone: a tree of so many chapters of 2,000 words to the bytes of a file, each in a process of its own, and
 * what the KEPUB of the same render and the check after it add. Beside it pandoc's whole job, of which writing is a part.
 */
function measureFromTree() {
  const output = join(work, 'from-tree.epub');
  const runs = [500, 5000].map(chapters => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bench/epubFromTree.js'), chapters, output]); // prettier-ignore
    if (status !== 0) throw new Error(`${chapters} chapters from the tree failed with ${status}: ${String(stderr)}`);
    const { treeMb, epub, kepub, check } = JSON.parse(String(stdout));
    const words = chapters * 2000;
    const add = (job, { wallMs, cpuMs, peakMb }, file = null) => {
      addRow(job, words, wallMs, Math.round(peakMb), file);
      // A busy machine stretches the one and hardly the other.
      Object.assign(rows.at(-1), { 'cpu s': Math.round(cpuMs) / 1000 });
    };
    add(`epub from tree, ${chapters} chapters`, epub, output);
    add('  kepub of the same render', kepub);
    add('  check of the epub', check);
    return { bytes: statSync(output).size, growthMb: epub.peakMb - treeMb };
  });
  const [small, large] = runs;
  const ratio = key => (large[key] / small[key]).toFixed(1);
  rows.push({ job: `5000 by 500: ${ratio('growthMb')} × the memory beyond the tree, ${ratio('bytes')} × the file`, words: 0 }); // prettier-ignore
}

/** Normalization alone: a novel of so many megabytes from its bytes to a story, the best of three, as MB/s. */
function measureReading(megabytes) {
  const input = join(work, 'novel.txt');
  // Our stories have some 5.1 bytes a word.
  writeFileSync(input, makeLongStory(join(root, 'stories'), Math.round((megabytes * 1e6) / 5.1)));
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bench/readNovel.js'), input]);
  if (status !== 0) throw new Error(`reading ${megabytes} MB failed with ${status}: ${String(stderr)}`);
  const { bytes, words, wallMs, peakMb } = JSON.parse(String(stdout));
  rows.push({
    job: `normalize ${megabytes} MB`,
    words,
    'wall s': Math.round(wallMs) / 1000,
    'words/s': Math.round((words / wallMs) * 1000),
    'MB/s': Math.round(bytes / wallMs / 10) / 100,
    'peak MB': peakMb,
  });
}

/** Start-up: `fascicle --version` as a multiple of a bare `node -e 0`, the best of twenty each, in turns. */
function measureStart() {
  let [bare, version] = [Infinity, Infinity];
  for (let round = 0; round < 20; round++) {
    bare = Math.min(bare, timeOf(['-e', '0']));
    version = Math.min(version, timeOf([program, '--version']));
  }
  rows.push({
    job: `--version, ${(version / bare).toFixed(2)} × node -e 0`,
    words: 0,
    'wall s': Math.round(version) / 1000,
  });
}

function timeOf(args) {
  const started = performance.now();
  spawnSync(process.execPath, args);
  return performance.now() - started;
}

function optionValue(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
