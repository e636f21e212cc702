import { cacheLayout } from '../cache/cacheLayout.ts';
import { type CacheContents, cleanCache, measureCache } from '../cache/pruneCache.ts';
import { readCacheSettings } from '../cache/readCacheSettings.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { CacheRequest } from './cacheCommand.ts';
import { exitCodes } from './exitCodes.ts';
import { printable } from './terminal.ts';

/** What `fascicle cache --json` prints; sizes in bytes. */
interface CacheReport extends CacheContents {
  readonly schema: 'fascicle/cache@1';
  readonly folder: string;
  readonly limitBytes: number;
  /** Whether what is counted was removed. */
  readonly isRemoved: boolean;
}

/** Runs `fascicle cache` and returns the exit code. */
export async function runCache({ action, cache, 'cache-size': size, json }: CacheRequest): Promise<number> {
  const settings = readCacheSettings({ cache, size });
  if (settings === null) {
    throw new CompileError('config/usage', 'No folder is named: nothing is kept for later builds.', {
      hint: 'Name one with --cache, or unset FASCICLE_CACHE.',
    });
  }
  const { folder, limitBytes } = settings;
  const layout = cacheLayout(folder);
  const isRemoved = action === 'clean';
  const contents = isRemoved ? await cleanCache(layout) : await measureCache(layout);
  const report: CacheReport = { schema: 'fascicle/cache@1', folder, ...contents, limitBytes, isRemoved };
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : describe(report));
  return exitCodes.done;
}

function describe({ folder, entries, bytes, limitBytes, isRemoved }: CacheReport): string {
  const count = entries === 1 ? '1 entry' : `${entries} entries`;
  if (isRemoved) return `Removed ${count}, ${sizeOf(bytes)}, from ${printable(folder)}\n`;
  return `Folder:  ${printable(folder)}\nEntries: ${entries}\nSize:    ${sizeOf(bytes)}\nLimit:   ${sizeOf(limitBytes)}\n`;
}

/** 1536 → `1.5 kB`. */
function sizeOf(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** step;
  return `${step === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10} ${units[step] ?? ''}`;
}
