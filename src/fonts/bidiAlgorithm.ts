import { createRequire } from 'node:module';

/** An embedding level by UAX 9: even levels are written from left to right, odd ones from right to left. */
export type BidiLevel = number;

/** The Unicode Bidirectional Algorithm (https://www.unicode.org/reports/tr9/), as bidi-js has it. */
interface BidiAlgorithm {
  /** The level of every UTF-16 unit of a text, whose paragraphs end in line feeds. */
  readonly levelsOf: (text: string, direction: 'ltr' | 'rtl' | 'auto') => Uint8Array;
}

const require = createRequire(import.meta.url);
let loaded: BidiAlgorithm | null = null;

/** Loaded when the first words that it is for are met: a book in Latin letters never needs it. */
export function loadBidiAlgorithm(): BidiAlgorithm {
  if (loaded !== null) return loaded;
  const createBidi: unknown = require('bidi-js');
  if (!isFunction(createBidi)) throw new TypeError('the package bidi-js exports no function');
  const bidi = createBidi();
  if (!isRecord(bidi) || !isFunction(bidi.getEmbeddingLevels)) throw new TypeError('bidi-js finds no levels');
  const { getEmbeddingLevels } = bidi;
  loaded = {
    levelsOf: (text, direction) => {
      const found = getEmbeddingLevels(text, direction);
      if (!isRecord(found) || !(found.levels instanceof Uint8Array)) throw new TypeError('bidi-js gives no levels');
      return found.levels;
    },
  };
  return loaded;
}

function isFunction(value: unknown): value is (...values: readonly unknown[]) => unknown {
  return typeof value === 'function';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
