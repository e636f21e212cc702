#!/usr/bin/env node
import { readFileSync } from 'node:fs';

/** Answered before anything is loaded, so that scripts can ask for it often. */
function printVersion(): void {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  process.stdout.write(`${String(version)}\n`);
}

if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  printVersion();
} else {
  const { runCli } = await import('./runCli.ts');
  process.exitCode = await runCli(process.argv.slice(2));
}
