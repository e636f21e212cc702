import type { BidiLevel } from './bidiAlgorithm.ts';

/**
 * The indices of a line's items from left to right: from the highest level down to the lowest odd one, every sequence at that
 * level or above is turned round (rule L2 of UAX 9).
 */
export function visualOrder(levels: readonly BidiLevel[]): number[] {
  const order = levels.map((_, index) => index);
  const lowestOdd = Math.min(...levels.filter(level => level % 2 === 1));
  const levelAt = (place: number): BidiLevel => levels[order[place] ?? 0] ?? 0;
  for (let level = Math.max(0, ...levels); level >= lowestOdd; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while (end < order.length && levelAt(end) >= level) end++;
      if (end - start > 1) order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return order;
}
