/**
 * An ISBN of 13 digits without hyphens, if the check digit is right: `978-0-306-40615-7` and `0-306-40615-2` →
 * `9780306406157`; `null` for `978-0-306-40615-8` and for anything else.
 *
 * @see https://www.isbn-international.org/content/isbn-users-manual
 */
export function readIsbn(text: string): string | null {
  const digits = text.replace(/^(?:urn:isbn:|isbn(?:-1[03])?:?)\s*/i, '').replace(/[\s\u2010-\u2012-]/g, '');
  if (/^97[89]\d{10}$/.test(digits)) return checkDigitOf(digits) === digits.at(-1) ? digits : null;
  if (!/^\d{9}[\dX]$/i.test(digits) || !isTenDigitIsbn(digits)) return null;
  const without = `978${digits.slice(0, 9)}`;
  return without + checkDigitOf(without);
}

function checkDigitOf(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}

function isTenDigitIsbn(digits: string): boolean {
  const valueOf = (digit: string) => (/x/i.test(digit) ? 10 : Number(digit));
  return [...digits].reduce((total, digit, index) => total + valueOf(digit) * (10 - index), 0) % 11 === 0;
}
