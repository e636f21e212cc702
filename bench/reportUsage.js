// Preloaded into a measured process: writes its peak memory when it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const path = process.env.FASCICLE_BENCH_USAGE;
  if (path !== undefined) writeFileSync(path, JSON.stringify({ maxRssKb: process.resourceUsage().maxRSS }));
});
