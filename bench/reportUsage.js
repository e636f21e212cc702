// Preloaded into a measured process: writes its CPU time and its peak memory when it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const path = process.env.FASCICLE_BENCH_USAGE;
  if (path === undefined) return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(path, JSON.stringify({ maxRssKb: maxRSS, cpuMs: (userCPUTime + systemCPUTime) / 1000 }));
});
