/** The latest value that was made, for those who ask for the same again. */
export interface Latest<Key, Value> {
  readonly of: (key: Key) => Value;
  /** Lets go of the value, which may be large. */
  readonly forget: () => void;
}

/** Keeps the value of one key, that which was asked for last, so that no more than one is in memory. */
export function keepLatest<Key, Value>(make: (key: Key) => Value): Latest<Key, Value> {
  let latest: { readonly key: Key; readonly value: Value } | null = null;
  return {
    of: key => {
      if (latest?.key !== key) latest = { key, value: make(key) };
      return latest.value;
    },
    forget: () => {
      latest = null;
    },
  };
}
