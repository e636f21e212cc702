import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { writeBatchShelf } from './batchShelf.js';

const wordsPerStory = 5000;
/** How often memory is looked at. */
const sampleMs = 250;

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

/**
 * Runs a command to its end: its wall time, the processor time of it and of all processes below it, and the most memory that
 * they had together, each page of what they share counted once (PSS, as Linux tells it).
 */
async function measureTree(command, args) {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const usedBefore = childUsageMs();
  let stderr = '';
  child.stderr.on('data', chunk => (stderr += String(chunk)));
  let peakKb = 0;
  const cpuMsOf = new Map();
  const sample = setInterval(() => {
    let sumKb = 0;
    for (const pid of treeOf(child.pid)) {
      sumKb += pssKbOf(pid);
      cpuMsOf.set(pid, cpuMsOfProcess(pid));
    }
    peakKb = Math.max(peakKb, sumKb);
  }, sampleMs);
  const status = await new Promise(done => void child.once('close', done));
  const wallMs = performance.now() - started;
  clearInterval(sample);
  if (status !== 0) throw new Error(`${args.join(' ')} failed with ${status}: ${stderr.slice(0, 2000)}`);
  const sampledMs = [...cpuMsOf.values()].reduce((sum, ms) => sum + ms, 0);
  return { wallMs, cpuMs: Math.max(sampledMs, childUsageMs() - usedBefore), peakMb: Math.round(peakKb / 1024) };
}

function treeOf(pid) {
  const children = readIfThere(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean);
  return [pid, ...children.flatMap(child => treeOf(Number(child)))];
}

function pssKbOf(pid) {
  return Number(/^Pss:\s+(\d+) kB/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

/** Hundredths of a second are what Linux counts for everyone to read. */
function cpuMsOfProcess(pid) {
  const fields = readIfThere(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
  return fields.length < 13 ? 0 : (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Of all children of this process that have ended, and of theirs. */
function childUsageMs() {
  const fields = readIfThere('/proc/self/stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return fields.length < 15 ? 0 : (Number(fields[13]) + Number(fields[14])) * 10;
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
