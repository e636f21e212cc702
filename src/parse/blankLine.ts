/** Whether a line holds nothing: white space as every reader of the file would count it, the zero-width space, the mark, Ctrl-Z. */
export function isBlankLine(line: string): boolean {
  const first = line.charCodeAt(0);
  if (first > 0x20 && first < 0x7f) return false;
  return /^[\s\u001a\u001c-\u001f\u0085\u200b\ufeff]*$/.test(line);
}
