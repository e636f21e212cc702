/** Numbers that look random and are the same for the same seed, on every machine. */
export interface SeededRandom {
  /** From `low` up to `high`. */
  readonly between: (low: number, high: number) => number;
  /** Any of the list, all alike likely. */
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** Yes, in that share of cases. */
  readonly chance: (probability: number) => boolean;
}

/**
 * A stream of numbers for one purpose. Each part of a cover draws from a stream of its own (`seed` and a name), so that
 * a change to one part leaves the others as they were.
 */
export function seededRandom(seed: string, name: string): SeededRandom {
  let state = hash(`${seed}/${name}`);
  const next = (): number => {
    // Mulberry32 by Tommy Ettinger, in the public domain.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (low, high) => low + (high - low) * next(),
    pick: list => list[Math.floor(next() * list.length)] ?? list[0],
    chance: probability => next() < probability,
  };
}

/** FNV-1a over UTF-16 units, then stirred, so that seeds which differ in their last letter part at once. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
