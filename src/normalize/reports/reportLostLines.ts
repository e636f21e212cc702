import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Pass } from '../reading.ts';

/** A blank run longer than usual may hide a lost line only where long runs are rare; else they are the file's way of spacing. */
const maxShare = 0.15;

/**
 * Reports where a line may have been lost: blank runs longer than the file's usual one, inside the story. Scrapers drop
 * one-word lines of dialogue and leave their blank lines; a break is never made of it.
 */
export const reportLostLines: Pass = {
  name: 'report-lost-lines',
  run: reading => {
    const { blocks } = reading.manuscript;
    const inner = blocks.flatMap((block, index) =>
      reading.marks[index]?.kind === 'body' &&
      reading.marks[index - 1]?.kind === 'body' &&
      !reading.breaksBefore.has(index)
        ? [{ block, index }]
        : [],
    );
    const usual = usualRun(inner.map(({ block }) => block.blankLinesBefore));
    const longer = inner.filter(({ block }) => block.blankLinesBefore > usual);
    if (longer.length > inner.length * maxShare) return reading;
    const found = longer.map(({ block, index }): Diagnostic => {
      const first = blocks[index - 1]?.span.lines[1] ?? block.span.lines[0];
      return {
        code: 'normalize/possible-lost-line',
        severity: 'warning',
        message: `A line may be missing between lines ${first} and ${block.span.lines[0]}: more blank lines stand there than anywhere else.`,
        hint: 'Compare with the original; no scene break was made of it.',
        span: { file: block.span.file, lines: [first, block.span.lines[0]] },
      };
    });
    return { ...reading, diagnostics: [...reading.diagnostics, ...found] };
  },
};

function usualRun(runs: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1] || left[0] - right[0])[0]?.[0] ?? 0;
}
