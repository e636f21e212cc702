/** Matches `2024`, `2024-10`, `2024-10-31` and the day of an instant; not `October 2024`. */
const isoDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T|$)/;

/** A date as a person writes it, as precise as it is stated: `2024-10` → "October 2024"; anything else stays as it is. */
export function formatDate(date: string, language: string): string {
  const [, year, month, day] = isoDate.exec(date) ?? [];
  if (year === undefined) return date;
  if (month === undefined) return year;
  const instant = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return date;
  const precision = day === undefined ? {} : ({ day: 'numeric' } as const);
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', ...precision, timeZone: 'UTC' }).format(
    instant,
  );
}
