// Builds books of 10k, 100k and 1M words made of our own stories, one format at a time, each in a process of its own, and
// prints words a second, wall time and peak memory as a table, then as JSON; then what writing alone takes from the tree, and
// reading alone of a novel. Peers are measured beside it with --peers.
// usage: npm run bench [-- --peers] [-- --words 10000,100000]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeLongStory } from './longStory.js';

const root = resolve(import.meta.dirname, '..');
const program = join(root, 'dist/cli/main.js');
const work = mkdtempSync(join(tmpdir(), 'fascicle-bench-'));
const sizes = optionValue('--words')?.split(',').map(Number) ?? [10_000, 100_000, 1_000_000];
const rows = [];

for (const words of sizes) {
  const input = join(work, `${words}.txt`);
  writeFileSync(input, makeLongStory(join(root, 'stories'), words));
  const build = (name, format, cover) =>
    measure(name, words, process.execPath, [program, 'build', input, '-f', format, '--cover', cover, '-o', join(work, name), '-q'], join(work, name, `the-long-story.${format}`)); // prettier-ignore
  build('epub', 'epub', 'none');
  build('epub with cover', 'epub', 'woodcut');
  build('pdf', 'pdf', 'none');
  measure('inspect --json', words, process.execPath, [program, 'inspect', input, '--json'], null);
  if (process.argv.includes('--peers')) measurePandoc(words, input);
}
measureFromTree();
for (const megabytes of [3.5, 20]) measureReading(megabytes);
measureStart();
rmSync(work, { recursive: true });
console.table(rows);
console.log(JSON.stringify({ schema: 'fascicle/bench@1', node: process.version, rows }));

function measure(name, words, command, args, output) {
  const usageFile = join(work, 'usage.json');
  const environment = { ...process.env, FASCICLE_BENCH_USAGE: usageFile };
  const probe = ['--import', join(root, 'bench/reportUsage.js')];
  const started = performance.now();
  const { status, stderr } = spawnSync(command, [...probe, ...args], { env: environment, maxBuffer: 2 ** 30 });
  const wallMs = performance.now() - started;
  if (status !== 0) throw new Error(`${name} failed with ${status}: ${String(stderr)}`);
  const { maxRssKb } = JSON.parse(readFileSync(usageFile, 'utf8'));
  addRow(name, words, wallMs, Math.round(maxRssKb / 1024), output);
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

/** pandoc, when it is installed: the same text to EPUB. Peak memory comes from GNU time, when that is there. */
function measurePandoc(words, input) {
  if (spawnSync('pandoc', ['--version']).status !== 0) return;
  const output = join(work, 'pandoc.epub');
  const started = performance.now();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', 'pandoc', '-f', 'markdown', input, '-o', output, '--metadata', 'title=x']); // prettier-ignore
  const wallMs = performance.now() - started;
  if (status !== 0) return;
  addRow('pandoc epub', words, wallMs, Math.round(Number(String(stderr).trim().split('\n').at(-1)) / 1024), output);
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
