import type { Inline } from './tree.ts';

/** Inlines as the lines that their breaks make of them, marks closed and opened again around each; without a break, one line. */
export function splitLines(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const done: (readonly Inline[])[] = [];
  let line: Inline[] = [];
  const endLine = (): void => {
    done.push(line);
    line = [];
  };
  for (const inline of inlines) {
    if (inline.type === 'hardBreak') endLine();
    else if ('children' in inline) {
      splitLines(inline.children).forEach((children, index) => {
        if (index > 0) endLine();
        line.push({ ...inline, children });
      });
    } else line.push(inline);
  }
  return [...done, line];
}
