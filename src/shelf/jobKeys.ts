import { programId } from '../compile/programId.ts';
import { digestOf, digestOfText, type Read } from '../reads/trackReads.ts';
import type { BookJob } from './bookJob.ts';

/**
 * Names what a job does, whatever is in the files that it reads: under it stands what it read last time. Where its books are
 * written is no part of it.
 */
export function jobKey({ options }: BookJob): string {
  return digestOfText(JSON.stringify(['job', programId(), process.cwd(), options], plainly));
}

/** Names the books that a job makes of files as they are. */
export function bookKey(ofJob: string, reads: readonly Read[]): string {
  return digestOfText(JSON.stringify(['book', ofJob, reads.map(({ path, kind, digest }) => [path, kind, digest])]));
}

/** Texts in memory go by their digest, and numbers that JSON does not know by their names. */
function plainly(this: unknown, key: string, value: unknown): unknown {
  const given: unknown = typeof this === 'object' && this !== null ? Reflect.get(this, key) : value;
  if (given instanceof Uint8Array) return { bytes: digestOf(given) };
  return typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value;
}
