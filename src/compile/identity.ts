import { createHash } from 'node:crypto';
import type { Identity } from '../book/assembleBook.ts';

/** The namespace of the names this program makes, a UUID chosen once at random. */
const namespace = Buffer.from('6fa1c1de5b0e5d0c9c3f3f0a2f6f7c11', 'hex');

/** A name-based UUID, version 5 (RFC 9562 §5.5), as a URN. */
export function uuidOf(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The identity of books made now; `sourceDateEpoch` as `SOURCE_DATE_EPOCH` has it, in seconds. */
export function createIdentity(sourceDateEpoch: number | null): Identity {
  return { uuidOf, sourceDateEpoch };
}
