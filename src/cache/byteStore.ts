/**
 * Keeps bytes under keys for later runs. What is not there, is broken, or cannot be had is `null`; what cannot be kept is
 * lost without a word: nothing ever fails for want of it.
 */
export interface ByteStore {
  /** @param key SHA-256 in hexadecimal of all that the bytes depend on */
  readonly read: (key: string) => Promise<Uint8Array | null>;
  readonly write: (key: string, bytes: Uint8Array) => Promise<void>;
}

/** For runs that keep nothing. */
export const noStore: ByteStore = {
  read: () => Promise.resolve(null),
  write: () => Promise.resolve(),
};
