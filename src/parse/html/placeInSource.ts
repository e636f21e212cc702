import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { Extent } from './flowItem.ts';
import { isBlankLine } from '../blankLine.ts';

/** Where the lines of a source start, in characters from the start of its text. */
export function startsOfLines(lines: readonly string[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  return starts;
}

/** The lines that a stretch of the source stands in. */
export function linesOf({ start, end }: Extent, lineStarts: readonly number[]): readonly [number, number] {
  return [lineAt(start, lineStarts), lineAt(Math.max(start, end - 1), lineStarts)];
}

function lineAt(offset: number, lineStarts: readonly number[]): number {
  let [low, high] = [0, lineStarts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly owner: number;
}

export interface Places {
  /** The lines and parts of lines that each owner has, in order. */
  readonly ofOwner: readonly (readonly SourceSpan[])[];
  /** Lines that hold markup only. */
  readonly markup: readonly SourceSpan[];
}

/**
 * Shares the lines of a file out among those that have words in it, every line once: a line with words of one owner is
 * all that owner's, markup and all; of several, each has columns up to where the next one's words start.
 */
export function placeInSource(file: string, lines: readonly string[], owners: readonly (readonly Extent[])[]): Places {
  const segments = disjoint(owners);
  const ofOwner = owners.map((): SourceSpan[] => []);
  const markup: SourceSpan[] = [];
  const lastFilled = new Map<SourceSpan[], number>();
  let [first, lineStart, filled] = [0, 0, 0];
  const add = (places: SourceSpan[], line: number) => {
    const last = places.at(-1);
    if (last?.columns === undefined && last !== undefined && lastFilled.get(places) === filled) {
      places[places.length - 1] = { file, lines: [last.lines[0], line] };
    } else places.push({ file, lines: [line, line] });
    lastFilled.set(places, line);
  };
  lines.forEach((text, index) => {
    const lineEnd = lineStart + text.length;
    while (first < segments.length && (segments[first]?.end ?? 0) <= lineStart) first++;
    let last = first;
    while (last < segments.length && (segments[last]?.start ?? lineEnd) < lineEnd) last++;
    if (!isBlankLine(text)) {
      const own = segments.slice(first, last);
      const owner = own[0] === undefined ? markup : ofOwner[own[0].owner];
      if (own.length <= 1) add(owner ?? markup, index + 1);
      else shareLine(file, index + 1, text, lineStart, own, ofOwner);
      filled = index + 1;
    }
    lineStart = lineEnd + 1;
  });
  return { ofOwner, markup };
}

/** Segments in the order of the source, none over another, neighbours of one owner joined. */
function disjoint(owners: readonly (readonly Extent[])[]): Segment[] {
  const sorted = owners
    .flatMap((extents, owner) => extents.map(extent => ({ ...extent, owner })))
    .sort((left, right) => left.start - right.start || left.end - right.end);
  const segments: Segment[] = [];
  for (const segment of sorted) {
    const last = segments.at(-1);
    const start = Math.max(segment.start, last?.end ?? 0);
    if (last?.owner === segment.owner) {
      segments[segments.length - 1] = { ...last, end: Math.max(last.end, segment.end) };
    } else if (start < segment.end) segments.push({ ...segment, start });
  }
  return segments;
}

function shareLine(
  file: string,
  line: number,
  text: string,
  lineStart: number,
  segments: readonly Segment[],
  ofOwner: readonly SourceSpan[][],
): void {
  const length = text.trimEnd().length;
  let [unit, column] = [0, 0];
  /** Columns are counted in characters, offsets in UTF-16 units. */
  const columnsTo = (to: number) => {
    while (unit < to) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      column++;
    }
    return column;
  };
  let from = 1;
  segments.forEach((segment, index) => {
    const next = segments[index + 1];
    const to = columnsTo(next === undefined ? length : next.start - lineStart);
    ofOwner[segment.owner]?.push({ file, lines: [line, line], columns: [from, to] });
    from = to + 1;
  });
}
