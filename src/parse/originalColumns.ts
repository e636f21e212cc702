import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Manuscript } from './manuscript.ts';

/** So many characters of a damaged text may stand for one of the mended: `â€œ` for `“`, encoded twice over. */
const maxDamage = 8;

/**
 * A manuscript that was read from mended lines, with its columns in the file's own: where a zero-width space was left out
 * before them, they move to the right. Parts that share a line still share all of it.
 */
export function withOriginalColumns(
  manuscript: Manuscript,
  original: readonly string[],
  mended: readonly string[],
): Manuscript {
  const maps = new Map<number, readonly number[]>();
  const move = (span: SourceSpan): SourceSpan => {
    const [line] = span.lines;
    const [from, to] = [original[line - 1] ?? '', mended[line - 1] ?? ''];
    if (span.columns === undefined || from === to) return span;
    const places = maps.get(line) ?? alignCharacters([...from], [...to]);
    maps.set(line, places);
    const [first, last] = span.columns;
    return { ...span, columns: [(places[first - 1] ?? 0) + 1, places[last] ?? [...from].length] };
  };
  const moveAll = <Placed extends { readonly span: SourceSpan; readonly places?: readonly SourceSpan[] }>(
    placed: Placed,
  ): Placed => ({
    ...placed,
    span: move(placed.span),
    ...(placed.places === undefined ? {} : { places: placed.places.map(move) }),
  });
  return {
    ...manuscript,
    blocks: manuscript.blocks.map(moveAll),
    settled: manuscript.settled.map(moveAll),
    ...(manuscript.notes === undefined ? {} : { notes: manuscript.notes.map(moveAll) }),
  };
}

/**
 * For each place between the characters of a mended line, the one in the original: what was left out belongs to what
 * stands before it. The places only ever grow, the first is the start of the line and the last its end.
 */
function alignCharacters(original: readonly string[], mended: readonly string[]): readonly number[] {
  const places = [0];
  let at = 0;
  const length = [...mended.join('').trimEnd()].length;
  for (let index = 0; index < length; index++) {
    if (original[at] === mended[index] || index === 0) at++;
    else {
      const next = original.slice(at, at + maxDamage).indexOf(mended[index] ?? '');
      const after = original.slice(at + 1, at + maxDamage).indexOf(mended[index + 1] ?? '');
      at += next >= 0 ? next + 1 : Math.max(1, after + 1);
    }
    places.push(Math.min(at, original.length - (length - index - 1)));
  }
  places[length] = original.length;
  for (let index = length + 1; index <= mended.length; index++) places.push(original.length);
  return places;
}
