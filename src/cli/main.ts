#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import * as engine from 'node:module';
import { setFlagsFromString } from 'node:v8';

/** Answered before anything is loaded, so that scripts can ask for it often. */
function printVersion(): void {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  process.stdout.write(`${String(version)}\n`);
}

/**
 * The flags of V8 that suit a short run, by its major version (11 in Node 20, 12 in Node 22). An engine that does not know a
 * flag would print an error, so none is guessed.
 *
 * - It waits eight times as long before it optimizes a function, which a short run seldom gets back: a fifth less processor
 *   time for a book of 10,000 words, a tenth for 100,000, and nothing lost for a million.
 * - It compiles a pattern at its first use, instead of interpreting it once and compiling it then: most of our patterns are
 *   large and used again, and each was compiled twice. A quarter less for 10,000 words, a sixth for 100,000. Each pattern
 *   keeps the count that was set when it was made, so those that Node made before are run as before. (Switching the
 *   interpreter off here, `--no-regexp-tier-up`, changes how those are run, and one run in fifty ended in a crash.)
 */
const engineFlags: ReadonlyMap<string, readonly string[]> = new Map([
  ['11', ['--interrupt-budget=540000', '--regexp-tier-up-ticks=0']],
  ['12', ['--invocation-count-for-turbofan=24000', '--regexp-tier-up-ticks=0']],
]);

function tuneEngine(): void {
  // "11.3.244.8-node.33" → "11"
  const version = process.versions.v8.split('.', 1)[0] ?? '';
  for (const flag of engineFlags.get(version) ?? []) setFlagsFromString(flag);
}

if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  printVersion();
} else {
  tuneEngine();
  // Since Node 22.8.
  if ('enableCompileCache' in engine) await (await import('./keepCompiledCode.ts')).keepCompiledCode(process.argv.slice(2), engine.enableCompileCache); // prettier-ignore
  const { runCli } = await import('./runCli.ts');
  process.exitCode = await runCli(process.argv.slice(2));
}
