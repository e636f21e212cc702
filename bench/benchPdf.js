import { statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeLongStory } from './longStory.js';
import { measureProcess } from './measureProcess.js';
import { findPeers } from './pdfPeers.js';
import { measureWordGaps } from './wordGaps.js';

const root = resolve(import.meta.dirname, '..');
const program = join(root, 'dist/cli/main.js');

/** A text so short that what it takes is what it takes to start. */
const startText =
  'The Long Story\n\nby A. Bench\n\nChapter 1\n\nIt was only the kettle, and then it was the curtains.\n';

/** Runs of each program, in turns, of which the best counts; long texts run once. */
const turns = 3;
const longWords = 500_000;

/**
 * Measures how long a PDF takes us and the peers that are installed, whole processes on the same text, page and font: for each
 * size and program the wall time, its multiple of Typst's, CPU time, memory, the share of it that starting is, and how even the
 * gaps between the words are.
 */
export function benchPdf({ sizes, work, withPeers, typstFolder }) {
  const programs = [ours(work), ...(withPeers ? findPeers(typstFolder) : [])];
  const starts = measureAll(programs, startText, work, 0);
  return sizes.flatMap(words => {
    const invited = programs.filter(({ most }) => words <= most);
    const results = measureAll(invited, makeLongStory(join(root, 'stories'), words), work, words);
    const typst = results.get('typst');
    return invited.map(({ name }) => rowOf(name, words, results.get(name), starts.get(name), typst));
  });
}

function ours(work) {
  const prepare = (text, stem) => {
    writeFileSync(`${stem}.txt`, text);
    const args = [program, 'build', `${stem}.txt`, '-f', 'pdf', '--cover', 'none', '-o', work, '-q'];
    return { command: process.execPath, args, isNode: true, output: join(work, 'the-long-story.pdf') };
  };
  return { name: 'pdf', most: Infinity, prepare };
}

function measureAll(programs, text, work, words) {
  const best = new Map();
  const jobs = programs.map(({ name, prepare }) => {
    const stem = join(work, `${name}-${words}`);
    return { name, output: `${stem}.pdf`, ...prepare(text, stem) };
  });
  for (let turn = 0; turn < (words > longWords ? 1 : turns); turn++) {
    for (const { name, output, ...job } of jobs) {
      const usage = measureProcess(job);
      const before = best.get(name);
      const isBest = before === undefined || usage.wallMs < before.wallMs;
      const peakMb = Math.max(usage.peakMb ?? 0, before?.peakMb ?? 0) || null;
      best.set(name, { ...(isBest ? usage : before), cpuMs: least(usage.cpuMs, before?.cpuMs), peakMb, output });
    }
  }
  return best;
}

function least(one, other) {
  return other === undefined || other === null || one < other ? one : other;
}

function rowOf(name, words, { wallMs, cpuMs, peakMb, output }, start, typst) {
  const gaps = measureWordGaps(output);
  const times = (value, other) => (typeof other === 'number' && value !== null ? Math.round((value / other) * 100) / 100 : null); // prettier-ignore
  return {
    job: name,
    words,
    'wall s': Math.round(wallMs) / 1000,
    'words/s': Math.round((words / wallMs) * 1000),
    'cpu s': cpuMs === null ? null : Math.round(cpuMs) / 1000,
    'peak MB': peakMb,
    'file MB': Math.round(statSync(output).size / 1e4) / 100,
    // By CPU time where it is known: a busy machine stretches a short wall time most.
    'of it starting %': Math.round((cpuMs === null ? start.wallMs / wallMs : start.cpuMs / cpuMs) * 100),
    '× typst wall': times(wallMs, typst?.wallMs),
    '× typst cpu': times(cpuMs, typst?.cpuMs),
    '× typst MB': times(peakMb, typst?.peakMb),
    'gap sd pt': gaps?.deviationPt ?? null,
    'gaps over 5 pt %': gaps?.widePercent ?? null,
    'hyphenated %': gaps?.hyphenatedPercent ?? null,
  };
}
