import { inOrder } from './divisions.ts';
import { charsBetween, type HeadingView, type PlacedHeading } from './placedHeading.ts';
import { isWordStyle } from './headingSequence.ts';
import { hasTitleShape } from '../opening/titleLine.ts';

/** Below each number of a run that starts again stands a chapter's text, of so many characters. */
const minCharsOfChapter = 500;
const minRunLength = 2;

/**
 * A sequence of bare or titled numbers with the runs of its own style that count from one again, before or after it, as
 * a book in parts has them where nothing names the parts: `1.` `2.` `3.` `1.` `2.`. Each number has to have a chapter's
 * text, so that no list is one; runs under titles of their own are sections of those, and stay out.
 */
export function withRestartedRuns(
  sequence: readonly PlacedHeading[],
  candidates: readonly PlacedHeading[],
  view: HeadingView,
): readonly PlacedHeading[] {
  const style = sequence[0]?.style ?? '';
  if (isWordStyle(style) || sequence.some(heading => heading.style !== style)) return sequence;
  const own = inOrder(candidates.filter(heading => heading.style === style));
  const runs = runsOf(own);
  const isOwn = runs.some(run => run.length === sequence.length && run[0]?.index === sequence[0]?.index);
  const isCounted = runs.reduce((sum, run) => sum + run.length, 0) === own.length;
  const isUnderTitle = runs.slice(1).some(run => isTitleAbove(run[0], view));
  if (runs.length < 2 || !isOwn || !isCounted || isUnderTitle) return sequence;
  const hasText = own.every(({ index }, at) => charsBetween(view, index, own[at + 1]?.index ?? view.blocks.length) >= minCharsOfChapter); // prettier-ignore
  return hasText && runs.every(run => run.length >= minRunLength) ? own : sequence;
}

/** The runs that count 1, 2, 3 … without a gap; what counts otherwise is in none. */
function runsOf(headings: readonly PlacedHeading[]): readonly (readonly PlacedHeading[])[] {
  const runs: PlacedHeading[][] = [];
  for (const placed of headings) {
    const run = runs.at(-1);
    if (placed.heading.number === 1) runs.push([placed]);
    else if (run !== undefined && placed.heading.number === run.length + 1) run.push(placed);
  }
  return runs;
}

function isTitleAbove(first: PlacedHeading | undefined, { blocks }: HeadingView): boolean {
  const above = first === undefined ? undefined : blocks[first.index - 1];
  return above?.kind === 'text' && hasTitleShape(above.text) && !/[.!?…]["”’»]?$/.test(above.text);
}
