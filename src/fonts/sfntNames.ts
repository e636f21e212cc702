/** Names of a font, `null` where it has none. */
export interface SfntNames {
  readonly family: string | null;
  /** The family that holds more than four faces. */
  readonly typographicFamily: string | null;
  readonly fullName: string | null;
}

/** Name ids (OpenType 1.9.1, name). */
const familyId = 1;
const fullNameId = 4;
const typographicFamilyId = 16;

/** A name longer than this is no name. */
const longestName = 200;

/** Reads the names of a font: English ones before others. */
export function readNames(table: DataView | undefined): SfntNames {
  const found = new Map<number, { readonly rank: number; readonly name: string }>();
  if (table !== undefined && table.byteLength >= 6) {
    const count = table.getUint16(2);
    const storage = table.getUint16(4);
    for (let index = 0; index < count && 6 + index * 12 + 12 <= table.byteLength; index++) {
      const record = readRecord(table, 6 + index * 12, storage);
      const known = record === null ? undefined : found.get(record.id);
      if (record !== null && (known === undefined || record.rank < known.rank)) found.set(record.id, record);
    }
  }
  const nameOf = (id: number): string | null => found.get(id)?.name ?? null;
  return {
    family: nameOf(familyId),
    typographicFamily: nameOf(typographicFamilyId),
    fullName: nameOf(fullNameId),
  };
}

const windows = 3;
const macintosh = 1;
const americanEnglish = 0x409;

function readRecord(
  table: DataView,
  at: number,
  storage: number,
): { readonly id: number; readonly rank: number; readonly name: string } | null {
  const [platform, , language, id, length, offset] = [0, 2, 4, 6, 8, 10].map(field => table.getUint16(at + field));
  if (platform === undefined || id === undefined || length === undefined || offset === undefined) return null;
  if (storage + offset + length > table.byteLength) return null;
  const bytes = new Uint8Array(table.buffer, table.byteOffset + storage + offset, length);
  const decoded = new TextDecoder(platform === macintosh ? 'macintosh' : 'utf-16be').decode(bytes);
  // Matches a control character and a break, which no name has; not a letter of any script.
  const name = decoded.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim().slice(0, longestName);
  const rank = platform === windows && language === americanEnglish ? 0 : platform === macintosh && language === 0 ? 1 : platform === windows ? 2 : 3;
  return name === '' ? null : { id, rank, name };
} // prettier-ignore
