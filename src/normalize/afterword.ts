import { foldLetters } from '../text/foldLetters.ts';
import { closing } from './chapterRange.ts';
import type { HeadingView, PlacedHeading } from './placedHeading.ts';
import type { Mark } from './reading.ts';

/** What an author's word after the story is called. */
const names: ReadonlySet<string> = new Set(
  'afterword|author`s afterword|nachwort|postface|posface|nawoord|naschrift|efterord|послесловие|posłowie|postfacio|pos-scriptum'
    .split('|')
    .map(foldLetters),
);

/** Matches `AFTERWORD`, `~ Nachwort ~`; not `Afterword: The Lamp`, which a story may have as its last chapter. */
function isAfterword({ index, level }: PlacedHeading, { blocks }: HeadingView): boolean {
  const text = blocks[index]?.text ?? '';
  return level === 'named' && names.has(foldLetters(text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')));
}

/** The last heading where it opens an afterword below chapters that are counted; `null` where it is a chapter as any other. */
export function findAfterword(view: HeadingView, headings: readonly PlacedHeading[]): PlacedHeading | null {
  const last = headings.at(-1);
  const hasChapters = headings.some(({ heading }) => heading.number !== null);
  return last !== undefined && hasChapters && isAfterword(last, view) ? last : null;
}

/** The marks of an afterword: its heading is the label, and all that follows belongs to it. */
export function afterwordMarks(view: HeadingView, { index }: PlacedHeading): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  for (let at = index; at < view.blocks.length; at++) {
    if (!view.isOpen(at)) continue;
    const isHeading = at === index;
    marks.set(at, {
      kind: 'matter',
      rule: isHeading ? 'afterword-heading' : 'under-afterword-heading',
      confidence: 0.85,
      why: isHeading ? 'The author’s afterword stands below the last chapter.' : 'It stands in the afterword.',
      matter: closing('afterword', true, isHeading, isHeading ? (view.blocks[at]?.text.length ?? 0) : 0),
    });
  }
  return marks;
}
