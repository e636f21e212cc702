import { readerSays } from '../corrections/overrideMark.ts';
import type { Mark, Reading } from '../reading.ts';

/**
 * A reading with the marks of headings that were found. What the reader says stands; where a heading was found as the
 * reader says it, it keeps what was read of it, the title on the line below a part's label for instance.
 */
export function withHeadingMarks(reading: Reading, found: ReadonlyMap<number, Mark>): Reading {
  if (found.size === 0) return reading;
  return {
    ...reading,
    marks: reading.marks.map((own, index) => {
      const mark = found.get(index) ?? null;
      return own === null || mark === null ? (own ?? mark) : agree(own, mark) ? { ...mark, ...readerSays } : own;
    }),
  };
}

function agree(own: Mark, found: Mark): boolean {
  if (own.rule !== readerSays.rule || own.kind !== found.kind) return false;
  if (own.kind === 'heading' && found.kind === 'heading') {
    const isSame = own.heading.number === found.heading.number && own.heading.chapterKind === found.heading.chapterKind;
    return isSame && own.heading.statedTitle === undefined;
  }
  if (own.kind === 'part' && found.kind === 'part')
    return own.part.number === found.part.number && own.part.title === null;
  return own.kind === 'chapterTitle';
}
