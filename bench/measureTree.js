import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';

/** How often memory is looked at. */
const sampleMs = 250;

/**
 * Runs a command to its end: its wall time, the processor time of it and of all processes below it, and the most memory that
 * they had together, each page of what they share counted once (PSS, as Linux tells it).
 */
export async function measureTree(command, args) {
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
