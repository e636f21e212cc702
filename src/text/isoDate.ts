/** Whether a text is a date of the calendar as ISO 8601 has it: `2024`, `2024-10`, `2024-10-31`; not `2024-02-31`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text)) return false;
  return text.length < 10 || new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}
