import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIsbn } from '../../src/text/isbn.ts';

describe('readIsbn', () => {
  it.each([
    ['978-0-306-40615-7', '9780306406157'],
    ['ISBN 978 0 306 40615 7', '9780306406157'],
    ['urn:isbn:9780306406157', '9780306406157'],
    ['0-306-40615-2', '9780306406157'],
    ['0-8044-2957-X', '9780804429573'],
  ])('reads %s', (text, isbn) => {
    expect(readIsbn(text)).toBe(isbn);
  });

  it.each(['978-0-306-40615-8', '0-306-40615-3', '0-8044-2957-Y', '9780306406157 2', '1234567890123', '', 'Smoke'])(
    'knows that %s is none',
    text => {
      expect(readIsbn(text)).toBeNull();
    },
  );

  it('finds any single wrong digit', () => {
    const digits = fc.record({ at: fc.integer({ min: 3, max: 12 }), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(digits, ({ at, by }) => {
        const right = '9780306406157';
        const wrong = right.slice(0, at) + String((Number(right.charAt(at)) + by) % 10) + right.slice(at + 1);
        expect(readIsbn(wrong)).toBeNull();
      }),
    );
  });
});
