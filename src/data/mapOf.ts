import * as v from 'valibot';

/** A map with known keys. `v.object` alone takes a list for a map without keys. */
export function mapOf<const Entries extends v.ObjectEntries>(
  entries: Entries,
  message = 'must be a map',
): v.LazySchema<v.ObjectSchema<Entries, string> | v.NeverSchema<string>> {
  const map = v.object(entries, message);
  const noMap = v.never(message);
  return v.lazy(value => (Array.isArray(value) ? noMap : map));
}
