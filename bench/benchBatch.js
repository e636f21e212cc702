import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBatchShelf } from './batchShelf.js';
import { measureTree } from './measureTree.js';

const wordsPerStory = 5000;
/**
 * Builds a shelf of so many stories of 5,000 words, one book each, and holds what it takes to what is wanted of 1,000 on two
 * cores; fewer stories are held to their share, and 4 times as many to 4.4 times the time.
 */
export async function benchBatch({ program, stories }) {
  const work = mkdtempSync(join(tmpdir(), 'fascicle-batch-'));
  const [small, large] = [join(work, 'shelf'), join(work, 'large')];
  const paths = writeBatchShelf(small, stories, wordsPerStory);
  const share = stories / 1000;
  const rows = [];
  const build = (shelf, name, format, cover, keeping) => {
    const out = ['-o', join(work, name), '-f', format, '--cover', cover, '-q'];
    return measureTree(process.execPath, [program, 'build', shelf, ...out, ...keeping]);
  };
  const add = (job, taken, wantedS) => {
    rows.push(rowOf(job, taken, wantedS));
    console.log(JSON.stringify(rows.at(-1)));
  };
  const keeping = ['--cache', join(work, 'cache')];
  const cold = await build(small, 'epub', 'epub', 'none', keeping);
  add(`${stories} EPUBs, no cover, cold`, cold, 25 * share);
  add('  the same, nothing changed', await build(small, 'epub', 'epub', 'none', keeping), 1.5 * share);
  appendFileSync(join(small, paths[Math.floor(stories / 2)]), '\nThe lamp was lit again.\n');
  add('  the same, one changed', await build(small, 'epub', 'epub', 'none', keeping), 2 * Math.max(share, 0.25));
  const fresh = ['--no-cache'];
  add('  nothing kept', await build(small, 'fresh', 'epub', 'none', fresh), 25 * share);
  add(`${stories} EPUBs, typographic covers`, await build(small, 'covers', 'epub', 'typographic', fresh), 75 * share);
  add(`${stories} PDFs, no cover`, await build(small, 'pdf', 'pdf', 'none', fresh), 90 * share);
  writeBatchShelf(large, stories * 4, wordsPerStory);
  const keepingLarge = ['--cache', join(work, 'large-cache')];
  add(`${stories * 4} EPUBs, no cover, cold`, await build(large, 'four', 'epub', 'none', keepingLarge), (cold.wallMs * 4.4) / 1000); // prettier-ignore
  addCalibre(rows, paths.slice(0, 20).map(path => join(small, path)), work); // prettier-ignore
  rmSync(work, { recursive: true });
  return rows;
}

const wantedMb = 700;

function rowOf(job, { wallMs, cpuMs, peakMb }, wantedS) {
  const isGood = wallMs <= wantedS * 1000 && peakMb <= wantedMb;
  return {
    job,
    'wall s': Math.round(wallMs / 10) / 100,
    'wanted s': Math.round(wantedS * 100) / 100,
    'cpu s': Math.round(cpuMs / 10) / 100,
    'peak MB': peakMb,
    'wanted MB': wantedMb,
    verdict: isGood ? 'yes' : 'no',
  };
}

/** Each story by a call of its own, as a loop of a shell does it, when calibre is installed. */
function addCalibre(rows, files, work) {
  if (spawnSync('ebook-convert', ['--version']).status !== 0) return;
  const started = performance.now();
  for (const file of files) spawnSync('ebook-convert', [file, join(work, 'calibre.epub')]);
  const wallMs = performance.now() - started;
  rows.push({ job: `calibre, ${files.length} of them in a loop`, 'wall s': Math.round(wallMs / 10) / 100 });
}
