const unitBytes: Readonly<Record<string, number>> = {
  '': 1, b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9, kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30,
}; // prettier-ignore

/** A size in bytes as people write it: `200MB`, `1.5 GiB`, `500k`, `4096`; `null` for anything else, and for nothing. */
export function parseByteSize(text: string): number | null {
  const [, number = '', unit = ''] = /^\s*(\d{1,12}(?:\.\d{1,6})?)\s*([a-z]{0,3})\s*$/i.exec(text) ?? [];
  const factor = unitBytes[unit.toLowerCase()];
  const bytes = number === '' || factor === undefined ? 0 : Math.floor(Number(number) * factor);
  return bytes > 0 ? bytes : null;
}
