/** Colours and their like, which take no column: `\u001b[31m`. */
const escapeSequence = /\u001b\[[0-9;]*m/g;

/** Breaks a text at its spaces into lines of so many columns; all are indented, those after the first by two more. */
export function wrapLines(text: string, { columns, indent }: { columns: number; indent: number }): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  let isEmpty = true;
  for (const word of text.split(/ +/)) {
    const isTooLong = widthOf(line) + 1 + widthOf(word) > columns;
    if (!isEmpty && isTooLong) {
      lines.push(line);
      line = `${' '.repeat(indent + 2)}${word}`;
    } else line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}

function widthOf(text: string): number {
  return text.replace(escapeSequence, '').length;
}
