/** A part of the notes: a heading, then steps that are done one after another, or sentences that are no steps. */
export interface NoteSection {
  readonly heading: string;
  readonly steps: readonly string[];
  readonly isNumbered: boolean;
}

/** As wide as every editor and every printer of plain text shows. */
export const noteColumns = 72;

/** Between words that stand on one line, as a number and its unit. */
export const joint = '\u00a0';

/** Sections as plain text: headings underlined, steps numbered, lines no wider than {@link noteColumns}. */
export function noteText(title: string, summary: string, sections: readonly NoteSection[]): string {
  const head = [...wrapWords(title, ''), '='.repeat(Math.min(noteColumns, title.length)), ...wrapWords(summary, '')];
  const parts = sections.filter(({ steps }) => steps.length > 0).map(section => ['', '', ...sectionLines(section)]);
  return `${[...head, ...parts.flat()].join('\n').replaceAll(joint, ' ')}\n`;
}

function sectionLines({ heading, steps, isNumbered }: NoteSection): string[] {
  const lines = steps.flatMap((step, index) => {
    if (!isNumbered) return wrapWords(step, '');
    const label = `${index + 1}. `;
    return wrapWords(step, ' '.repeat(label.length)).map((line, row) => (row === 0 ? label + line.trimStart() : line));
  });
  return [heading, '-'.repeat(heading.length), ...lines];
}

/** Breaks a text at its spaces; each line is indented. A word that is longer than a line has one for itself. */
function wrapWords(text: string, indent: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const joined = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && joined.length <= noteColumns) lines[lines.length - 1] = joined;
    else lines.push(indent + word);
  }
  return lines;
}
