import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const probe = resolve(import.meta.dirname, 'reportUsage.js');
/** GNU time tells what a program that is not Node used. */
const gnuTime = '/usr/bin/time';

/**
 * Runs a command to its end and returns its wall time, CPU time and peak memory; the last two are `null` for a program that is
 * not Node where GNU time is not there.
 */
export function measureProcess({ command, args, isNode }) {
  const usageFile = join(tmpdir(), `fascicle-usage-${process.pid}.json`);
  const withTime = !isNode && existsSync(gnuTime);
  const [run, given] = isNode
    ? [command, ['--import', probe, ...args]]
    : withTime
      ? [gnuTime, ['-f', '%M %U %S', command, ...args]]
      : [command, args];
  const environment = { ...process.env, FASCICLE_BENCH_USAGE: usageFile };
  const started = performance.now();
  const { status, stderr } = spawnSync(run, given, { env: environment, maxBuffer: 2 ** 30 });
  const wallMs = performance.now() - started;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed with ${status}: ${String(stderr)}`);
  if (isNode) {
    const { maxRssKb, cpuMs } = JSON.parse(readFileSync(usageFile, 'utf8'));
    rmSync(usageFile);
    return { wallMs, cpuMs, peakMb: Math.round(maxRssKb / 1024) };
  }
  const [kilobytes, user, system] = withTime ? String(stderr).trim().split('\n').at(-1).split(' ').map(Number) : [];
  if (kilobytes === undefined) return { wallMs, cpuMs: null, peakMb: null };
  return { wallMs, cpuMs: (user + system) * 1000, peakMb: Math.round(kilobytes / 1024) };
}
