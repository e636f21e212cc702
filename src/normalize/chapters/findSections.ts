import { charsBetween, type HeadingView, type PlacedHeading } from './placedHeading.ts';
import type { Mark } from '../reading.ts';

/** Two numbers of a chapter's sections have a scene between them, of so many characters at least. */
const minSectionChars = 150;

/**
 * The headings inside chapters: `I.`, `II.`, `III.` within an adventure, `Part 2` within chapter 3, scenes of a chapter.
 * Numbers have to count on, from 1 in the chapter or through all of them; one alone is a line of the story.
 */
export function findSections(
  view: HeadingView,
  chapters: readonly PlacedHeading[],
  candidates: readonly PlacedHeading[],
  marks: ReadonlyMap<number, Mark>,
): readonly number[] {
  if (chapters.length === 0) return [];
  const first = chapters[0]?.index ?? 0;
  const left = candidates
    .filter(({ index }) => index > first && !marks.has(index))
    .toSorted((one, other) => one.index - other.index);
  const runs = new Map<string, PlacedHeading[]>();
  const found: number[] = [];
  const close = (run: readonly PlacedHeading[] | undefined) => {
    if (run !== undefined && run.length > 1) for (const { index } of run) found.push(index);
  };
  for (const candidate of left) {
    if (candidate.level !== 'number') {
      found.push(candidate.index);
      continue;
    }
    const run = runs.get(candidate.style);
    const last = run?.at(-1);
    const goesOn = last !== undefined && candidate.heading.number === (last.heading.number ?? 0) + 1;
    if (goesOn && charsBetween(view, last.index, candidate.index) >= minSectionChars) {
      run?.push(candidate);
    } else if (candidate.heading.number === 1) {
      close(run);
      runs.set(candidate.style, [candidate]);
    }
  }
  for (const run of runs.values()) close(run);
  return found;
}
