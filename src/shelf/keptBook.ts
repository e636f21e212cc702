import type { DiskCache } from '../cache/diskCache.ts';
import type { Read } from '../reads/trackReads.ts';
import type { BookReport, WrittenFile } from './bookReport.ts';

/** A book that was made, as it is told again: its files by their names in the output folder. */
export interface KeptBook extends Pick<BookReport, 'stories' | 'diagnostics'> {
  readonly files: readonly (Omit<WrittenFile, 'path'> & { readonly fileName: string })[];
}

/** What a job read when its books were last made; `null` when nobody knows. */
export async function loadReads(cache: DiskCache, key: string): Promise<readonly Read[] | null> {
  const value = await loadJson(cache, key);
  return Array.isArray(value) && value.every(isRead) ? value : null;
}

export async function loadBook(cache: DiskCache, key: string): Promise<KeptBook | null> {
  const value = await loadJson(cache, key);
  return isKeptBook(value) ? value : null;
}

export async function saveJson(cache: DiskCache, key: string, value: readonly Read[] | KeptBook): Promise<void> {
  await cache.write(key, new TextEncoder().encode(JSON.stringify(value)));
}

async function loadJson(cache: DiskCache, key: string): Promise<unknown> {
  const bytes = await cache.read(key);
  if (bytes === null) return null;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

function isRead(value: unknown): value is Read {
  return typeof value === 'object' && value !== null && 'path' in value && 'kind' in value && 'digest' in value;
}

/** The cache has checked the bytes, and the key names the program that wrote them: what is asked here is whether it is a book. */
function isKeptBook(value: unknown): value is KeptBook {
  if (typeof value !== 'object' || value === null) return false;
  return ['stories', 'diagnostics', 'files'].every(key => Array.isArray(Reflect.get(value, key)));
}
