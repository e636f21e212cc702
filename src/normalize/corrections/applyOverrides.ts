import { agreesWith } from './acceptingOverride.ts';
import { noMatch, type SaidOverride } from './placeOverrides.ts';
import { ReaderDecisions } from './readerDecisions.ts';
import type { Mark, Reading } from '../reading.ts';

/**
 * Sets the corrections that bear on what is decided around them, before the passes run again: a note at the top that was
 * taken for story hides the title under it.
 * @param found what the passes decided without them
 */
export function startCorrected(reading: Reading, said: readonly SaidOverride[], found: Reading): Reading {
  const decisions = new ReaderDecisions(reading);
  for (const { override, indices } of said) {
    decisions.take(indices, override, index => {
      const mark = found.marks[index] ?? null;
      return override.before === undefined && !isStructure(mark) && !agreesWith(mark, override);
    });
  }
  return decisions.reading([]);
}

/** A chapter is found by the sequence it belongs to; to take it away beforehand would take the others, too. */
function isStructure(mark: Mark | null): boolean {
  return mark?.kind === 'heading' || mark?.kind === 'part' || mark?.kind === 'chapterTitle' || mark?.kind === 'contents'; // prettier-ignore
}

/** Takes over all that the reader says, whatever was decided; what agrees with it becomes sure, and changes nothing. */
export function applyOverrides(reading: Reading, said: readonly SaidOverride[]): Reading {
  const decisions = new ReaderDecisions(reading);
  const failed = said.filter(({ override, indices }) => !decisions.take(indices, override, () => true));
  return decisions.reading(
    failed.map(({ origin, override }) => noMatch(origin, override, 'names a field, and its line has no label')),
  );
}
