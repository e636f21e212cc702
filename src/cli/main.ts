#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

/** Answered before anything is loaded, so that scripts can ask for it often. */
function printVersion(): void {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  process.stdout.write(`${String(version)}\n`);
}

/**
 * By the major version of V8 (11 in Node 20, 12 in Node 22), the flag that makes it wait eight times as long before it
 * optimizes a function. A run is short, and what it spends on optimizing it seldom gets back: a fifth less processor time for
 * a book of 10,000 words, a tenth for 100,000, and nothing lost for a million. Later versions gain nothing by it.
 */
const optimizeLater = new Map([
  ['11', '--interrupt-budget=540000'],
  ['12', '--invocation-count-for-turbofan=24000'],
]);

/** An engine that does not know a flag would print an error, so none is guessed. */
function tuneEngine(): void {
  // "11.3.244.8-node.33" → "11"
  const flag = optimizeLater.get(process.versions.v8.split('.', 1)[0] ?? '');
  if (flag !== undefined) setFlagsFromString(flag);
}

if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  printVersion();
} else {
  tuneEngine();
  const { runCli } = await import('./runCli.ts');
  process.exitCode = await runCli(process.argv.slice(2));
}
