import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { bundledFacePath } from '../../src/fonts/bundledFamilies.ts';
import { subsetFont } from '../../src/fonts/subsetFont.ts';
import { viewOf } from '../../src/fonts/sfnt.ts';

/** What a test font is to be; it is made from a bundled face. */
export interface TestFont {
  readonly style?: 'normal' | 'italic' | 'bold' | 'bold italic';
  /** The characters that it has; printable ASCII unless said otherwise. */
  readonly letters?: string;
  /** As long as "EB Garamond", which it takes the place of. */
  readonly family?: string;
  /** The bits of `fsType`. */
  readonly embedding?: number;
}

const printable = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => index + 32));

/** A small font of our own. */
export function makeFont({ style = 'normal', letters = printable, family, embedding }: TestFont = {}): Uint8Array {
  const path = bundledFacePath('EB Garamond', style) ?? '';
  const points = new Set([...letters].map(letter => letter.codePointAt(0) ?? 0));
  const font = subsetFont(readFileSync(path), points)?.slice() ?? new Uint8Array();
  if (family !== undefined) rename(font, family);
  if (embedding !== undefined) viewOf(font).setUint16(tableAt(font, 'OS/2') + 8, embedding);
  return font;
}

/** Puts another name of the same length in all places. */
function rename(font: Uint8Array, family: string): void {
  if (family.length !== 'EB Garamond'.length) throw new RangeError('the name must be as long as “EB Garamond”');
  for (const wide of [true, false]) {
    const bytesOf = (name: string): number[] => [...name].flatMap(letter => (wide ? [0, letter.charCodeAt(0)] : [letter.charCodeAt(0)]));
    const old = bytesOf('EB Garamond');
    for (let at = 0; at + old.length <= font.length; at++) {
      if (old.every((byte, index) => font[at + index] === byte)) font.set(bytesOf(family), at);
    }
  }
} // prettier-ignore

/** Where a table begins. */
export function tableAt(font: Uint8Array, tag: string): number {
  return viewOf(font).getUint32(entryAt(font, tag) + 8);
}

/** Where the directory speaks of a table. */
export function entryAt(font: Uint8Array, tag: string): number {
  const count = viewOf(font).getUint16(4);
  for (let at = 12; at < 12 + count * 16; at += 16) {
    if (String.fromCharCode(...font.subarray(at, at + 4)) === tag) return at;
  }
  throw new RangeError(`the font has no table ${tag}`);
}

/** The font without a table: it stands under a name that nobody looks for. */
export function withoutTable(font: Uint8Array, tag: string): Uint8Array {
  const changed = font.slice();
  changed.set([0x7a, 0x7a, 0x7a, 0x7a], entryAt(font, tag));
  return changed;
}

/** Packs a font as WOFF 1.0. */
export function toWoff(font: Uint8Array): Uint8Array {
  const view = viewOf(font);
  const count = view.getUint16(4);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 12 + index * 16;
    const start = view.getUint32(at + 8);
    const bytes = font.subarray(start, start + view.getUint32(at + 12));
    const packed = deflateSync(bytes);
    return { entry: font.subarray(at, at + 8), length: bytes.length, stored: packed.length < bytes.length ? packed : bytes };
  });
  const padded = (length: number): number => Math.ceil(length / 4) * 4;
  const size = tables.reduce((sum, { stored }) => sum + padded(stored.length), 44 + count * 20);
  const woff = new Uint8Array(size);
  const header = viewOf(woff);
  woff.set(Buffer.from('wOFF'));
  woff.set(font.subarray(0, 4), 4);
  header.setUint32(8, size);
  header.setUint16(12, count);
  header.setUint32(16, font.length);
  let offset = 44 + count * 20;
  tables.forEach(({ entry, length, stored }, index) => {
    const at = 44 + index * 20;
    woff.set(entry.subarray(0, 4), at);
    header.setUint32(at + 4, offset);
    header.setUint32(at + 8, stored.length);
    header.setUint32(at + 12, length);
    woff.set(entry.subarray(4, 8), at + 16);
    woff.set(stored, offset);
    offset += padded(stored.length);
  });
  return woff;
} // prettier-ignore

/** Two fonts in one file. */
export function toCollection(first: Uint8Array, second: Uint8Array): Uint8Array {
  const start = 20;
  const collection = new Uint8Array(start + first.length + second.length);
  const view = viewOf(collection);
  collection.set(Buffer.from('ttcf'));
  view.setUint32(4, 0x00010000);
  view.setUint32(8, 2);
  [first, second].reduce((offset, font, index) => {
    view.setUint32(12 + index * 4, offset);
    collection.set(font, offset);
    // Tables count from the start of the file.
    for (let at = offset + 12, last = at + viewOf(font).getUint16(4) * 16; at < last; at += 16) {
      view.setUint32(at + 8, view.getUint32(at + 8) + offset);
    }
    return offset + font.length;
  }, start);
  return collection;
}

/** The font with the glyphs of letters that follow each other under others: those of `ab` under `กข`. */
export function moveLetters(font: Uint8Array, from: string, to: string): Uint8Array {
  const moved = font.slice();
  const view = viewOf(moved);
  const cmap = tableAt(moved, 'cmap');
  const shift = to.charCodeAt(0) - from.charCodeAt(0);
  for (let record = cmap + 4; record < cmap + 4 + view.getUint16(cmap + 2) * 8; record += 8) {
    const table = cmap + view.getUint32(record + 4);
    if (view.getUint16(table) !== 4) throw new RangeError('the font has characters beyond the first plane');
    const segments = view.getUint16(table + 6);
    const [ends, starts, deltas] = [table + 14, table + 16 + segments, table + 16 + segments * 2];
    for (let at = 0; at < segments; at += 2) {
      if (view.getUint16(starts + at) !== from.charCodeAt(0)) continue;
      view.setUint16(starts + at, view.getUint16(starts + at) + shift);
      view.setUint16(ends + at, view.getUint16(ends + at) + shift);
      view.setUint16(deltas + at, view.getUint16(deltas + at) - shift);
    }
  }
  return moved;
}
