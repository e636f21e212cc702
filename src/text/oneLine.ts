/** Text without line breaks and doubled blanks: "a \n b" → `a b`. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
