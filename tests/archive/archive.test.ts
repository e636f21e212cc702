import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { ArchiveFile } from '../../src/archive/archiveFile.ts';
import { defaultArchiveLimits, openArchive } from '../../src/archive/openArchive.ts';
import { packArchive } from '../../src/archive/packArchive.ts';
import { readEntry } from '../../src/archive/readEntry.ts';
import { containerBytes, fillContainer, storeInContainer } from '../../src/archive/zipContainer.ts';
import { CompileError } from '../../src/diagnostics/compileError.ts';

const files: readonly ArchiveFile[] = [
  { path: 'b/ünï.txt', content: 'Grüße, 世界 🎩' },
  { path: 'a.txt', content: 'long '.repeat(1000) },
  { path: 'empty', content: '' },
  { path: 'mimetype', content: 'application/epub+zip', stored: true },
  { path: 'bytes.bin', content: new Uint8Array([0, 255, 128]) },
];

/** Bytes that do not deflate; the same on every call. */
function randomBytes(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

/** The code of the CompileError that a call throws; anything else that it throws fails the test. */
function codeOf(call: () => unknown): string | null {
  try {
    call();
    return null;
  } catch (error) {
    if (error instanceof CompileError) return error.code;
    throw error;
  }
}

function readAll(bytes: Uint8Array): Map<string, Uint8Array> {
  const archive = openArchive(bytes);
  return new Map(archive.entries.map(entry => [entry.path, Uint8Array.from(readEntry(archive, entry))]));
}

describe('packArchive', () => {
  it('puts mimetype first and the others in code unit order, without directories', () => {
    const paths = openArchive(packArchive(files)).entries.map(entry => entry.path);
    expect(paths).toEqual(['mimetype', 'a.txt', 'b/ünï.txt', 'bytes.bin', 'empty']);
  });

  it('stores what is to be stored and deflates the rest', () => {
    const methods = new Map(openArchive(packArchive(files)).entries.map(entry => [entry.path, entry.method]));
    expect(methods.get('mimetype')).toBe(0);
    expect(methods.get('a.txt')).toBe(8);
  });

  it('stores what deflating makes hardly smaller, and deflates what it does', () => {
    const noise = randomBytes(3000);
    const halfNoise = new Uint8Array([...noise, ...new Uint8Array(300)]);
    const entries = openArchive(
      packArchive([
        { path: 'photograph.jpg', content: noise },
        { path: 'drawing.jpg', content: halfNoise },
      ]),
    ).entries;
    expect(entries.map(({ path, method }) => [path, method])).toEqual([
      ['drawing.jpg', 8],
      ['photograph.jpg', 0],
    ]);
  });

  it('is read by JSZip, checksums and all', async () => {
    const zip = await JSZip.loadAsync(packArchive(files), { checkCRC32: true });
    expect(await zip.file('b/ünï.txt')?.async('string')).toBe('Grüße, 世界 🎩');
    expect(zip.file('a.txt')?.date.toISOString()).toBe('1980-01-01T00:00:00.000Z');
  });

  it('gives back what it was given', () => {
    const file = fc.record({
      path: fc.string({ minLength: 1, unit: 'grapheme' }),
      content: fc.uint8Array({ maxLength: 500 }),
      stored: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: each => each.path }), packed => {
        const read = readAll(packArchive(packed));
        for (const { path, content } of packed) expect(read.get(path)).toEqual(content);
      }),
    );
  });

  it('refuses two files of one path', () => {
    expect(() => packArchive([...files, { path: 'a.txt', content: '' }])).toThrow('a.txt');
  });
});

describe('a container filled from natively deflated files', () => {
  it('is deflated as zlib does it, keeps the order and has one constant time', async () => {
    const zip = new JSZip();
    storeInContainer(zip, 'mimetype', 'application/epub+zip');
    await fillContainer(zip, files.filter(file => file.path !== 'mimetype')); // prettier-ignore
    const bytes = await containerBytes(zip);
    expect(openArchive(bytes).entries.map(({ path, method, packedSize }) => ({ path, method, packedSize }))).toEqual(
      openArchive(packArchive(files)).entries.map(({ path, method, packedSize }) => ({ path, method, packedSize })),
    );
    const loaded = await JSZip.loadAsync(bytes);
    const times = new Set(Object.values(loaded.files).map(file => file.date.toISOString()));
    expect([...times]).toEqual(['1980-01-01T00:00:00.000Z']);
  });

  it('is the same bytes entry for entry as one zip of many files, and reads each content once', async () => {
    const readings: string[] = [];
    const many = Array.from({ length: 300 }, (_, index) => `${String((index * 7919) % 1000)}.txt`).map(path => ({
      path,
      get content() {
        readings.push(path);
        return path.startsWith('1') ? randomBytes(200) : path.repeat(100);
      },
    }));
    const zip = new JSZip();
    await fillContainer(zip, many);
    expect(readings).toEqual(many.map(file => file.path).sort());
    const bytes = await containerBytes(zip);
    expect(readAll(bytes)).toEqual(readAll(packArchive(many)));
    expect(openArchive(bytes).entries.map(({ path, method }) => [path, method])).toEqual(
      [...readings].slice(0, 300).map(path => [path, path.startsWith('1') ? 0 : 8]),
    );
  });

  it('refuses two files of one path, however far apart', async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ path: String(index), content: '' }));
    await expect(fillContainer(new JSZip(), [...many, { path: '7', content: '' }])).rejects.toThrow('path 7');
  });
});

describe('openArchive', () => {
  const bytes = packArchive(files);

  it('names what is not a zip, what ends too early and what is damaged', () => {
    expect(codeOf(() => openArchive(new TextEncoder().encode('Once upon a time')))).toBe('archive/not-a-zip');
    expect(codeOf(() => openArchive(new Uint8Array()))).toBe('archive/not-a-zip');
    expect(codeOf(() => openArchive(bytes.slice(0, -30)))).toBe('archive/damaged');
    expect(codeOf(() => openArchive(bytes.slice(40)))).toBe('archive/damaged');
  });

  it('opens an archive with something before it', () => {
    const prefixed = new Uint8Array([...new TextEncoder().encode('#!/bin/sh\n'), ...bytes]);
    expect(readAll(prefixed).get('a.txt')).toEqual(readAll(bytes).get('a.txt'));
  });

  it('refuses more entries or bytes than its limits, and what unpacks as no book does', () => {
    const limits = defaultArchiveLimits;
    expect(codeOf(() => openArchive(bytes, { ...limits, maxEntries: 4 }))).toBe('archive/too-large');
    expect(codeOf(() => openArchive(bytes, { ...limits, maxTotalBytes: 5000 }))).toBe('archive/too-large');
    expect(codeOf(() => openArchive(bytes, { ...limits, maxEntryBytes: 4999 }))).toBe('archive/too-large');
    const bomb = packArchive([{ path: 'bomb', content: new Uint8Array(3_000_000) }]);
    expect(codeOf(() => openArchive(bomb))).toBe('archive/too-large');
  });

  it('never inflates more than an entry states', () => {
    const lying = packArchive([{ path: 'a', content: 'x'.repeat(100_000) }]);
    const view = new DataView(lying.buffer);
    const central = openArchive(lying).bytes.length - 22 - 46 - 1;
    view.setUint32(central + 24, 10, true);
    const archive = openArchive(lying);
    expect(codeOf(() => archive.entries.map(entry => readEntry(archive, entry)))).toBe('archive/damaged');
  });

  it('notices a changed byte', () => {
    const stored = packArchive([{ path: 'a', content: 'hat', stored: true }]);
    stored[31] = 'c'.charCodeAt(0);
    expect(crc32('hat')).not.toBe(crc32('cat'));
    expect(codeOf(() => readAll(stored))).toBe('archive/damaged');
  });

  it('throws nothing but a CompileError over any bytes', () => {
    const positions = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(positions, fc.nat(bytes.length), (changes, length) => {
        const changed = bytes.slice(0, Math.max(length, bytes.length - 50));
        for (const [position, value] of changes) changed[position] = value;
        codeOf(() => readAll(changed));
      }),
      { numRuns: 500 },
    );
  });
});
