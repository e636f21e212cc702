import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileKey, markLength, maxNameBytes, safeName } from '../../src/text/safeName.ts';
import { digestOfText } from '../../src/reads/trackReads.ts';

const markOf = (text: string): string => digestOfText(text).slice(0, markLength);
const safe = (name: string): string => safeName(name, markOf);
const bytes = (text: string): number => Buffer.byteLength(text);

/** Names as they are met: of any letters, and of those that file systems stumble over. */
const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: fc.constantFrom('a', 'A', '.', ' ', '/', '\\', ':', '\n', '\0', '🙂', 'é', 'e\u0301', '-', '\ud800'), maxLength: 300 }),
  fc.tuple(fc.constantFrom('con', 'AUX', 'nul', 'com1', 'Lpt9', 'com²', 'prn', 'conin$'), fc.constantFrom('', '.txt', '.a.b', ' ', '.')).map(parts => parts.join('')),
); // prettier-ignore

describe('safeName', () => {
  it.each([
    ['The Lamp (2019), part 2', 'The Lamp (2019), part 2'],
    ['What? Now.', 'What- Now'],
    ['aux', 'aux-'],
    ['Con.txt', 'Con-.txt'],
    ['console', 'console'],
    ['.hidden', 'hidden'],
    ['two\nlines', 'two-lines'],
    ['a🙂b', 'a-b'],
    ['Ночь', 'Ночь'],
    ['e\u0301', 'é'],
    ['..', expect.stringMatching(/^book-[0-9a-f]{8}$/)],
    ['🙂', expect.stringMatching(/^book-[0-9a-f]{8}$/)],
  ])('%j is written %j', (name, expected) => {
    expect(safe(name)).toEqual(expected);
  });

  it('is safe on every file system, short enough, and the same when it is made safe again', () => {
    fc.assert(
      fc.property(names, name => {
        const made = safe(name);
        expect(made).toMatch(/[\p{L}\p{N}]/u);
        expect(made).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}\p{Extended_Pictographic}]/u);
        expect(made).not.toMatch(/^[. ]|[. ]$/);
        expect(made).not.toMatch(/^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\.|$)/i);
        expect(bytes(made)).toBeLessThanOrEqual(maxNameBytes);
        expect(safe(made)).toBe(made);
        expect(made).toBe(made.normalize('NFC'));
      }),
    );
  });

  it('tells long names apart that differ at their ends only', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ж', '字'), minLength: 130, maxLength: 300 }), start => {
        const [one, other] = [safe(`${start} one`), safe(`${start} other`)];
        expect(fileKey(one)).not.toBe(fileKey(other));
      }),
    );
  });
});

describe('fileKey', () => {
  it.each([
    ['A.epub', 'a.epub'],
    ['é', 'e\u0301'],
    ['straße', 'STRASSE'],
    ['É', 'e\u0301'],
  ])('%j and %j are one file on some disk', (one, other) => {
    expect(fileKey(one)).toBe(fileKey(other));
  });

  it('tells what no disk takes for one', () => {
    expect(fileKey('a')).not.toBe(fileKey('b'));
    expect(fileKey('e')).not.toBe(fileKey('é'));
  });
});
