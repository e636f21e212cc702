import { expect, it } from 'vitest';
import { parseByteSize } from '../../src/text/byteSize.ts';

it.each([
  ['200MB', 200_000_000],
  ['64 MiB', 64 * 2 ** 20],
  ['1.5g', 1_500_000_000],
  ['4096', 4096],
  ['0', null],
  ['-1MB', null],
  ['lots', null],
  ['10 parsecs', null],
  ['', null],
])('%j is %s bytes', (text, bytes) => {
  expect(parseByteSize(text)).toBe(bytes);
});
