import type { Point, Shape } from '../drawing/drawing.ts';
import { inks } from './inks.ts';
import { drawDashed, drawLines, type Segment, upTriangle } from './lines.ts';
import type { SideLines } from './sideLines.ts';
import { setWords, wordsWidth } from './words.ts';

const labelSize = 24;
const signWidth = 32;
const signGap = 12;
const entryGap = 44;

interface LegendEntry {
  readonly label: string;
  /** Drawn from the left end of its line to the right one. */
  readonly sign: (line: Segment) => Shape[];
}

/** What the signs of a preview mean, in a line from a point of its baseline on: those that are in it. */
export function previewLegend([left, baseline]: Point, { creases, cuts }: SideLines): Shape[] {
  const entries: readonly (LegendEntry | null)[] = [
    { label: 'head of the page', sign: ({ from }) => [upTriangle([from[0] + 16, from[1] - 8], 20, 16, inks.cut)] },
    creases.length === 0 ? null : { label: 'fold', sign: line => drawDashed(line, { color: inks.fold, width: 2 }, 9) },
    cuts.length === 0 ? null : { label: 'cut', sign: line => drawLines([line], { color: inks.cut, width: 2.5 }) },
  ];
  let x = left;
  return entries.flatMap(entry => {
    if (entry === null) return [];
    const y = baseline - 8;
    const sign = entry.sign({ from: [x, y], to: [x + signWidth, y] });
    const at: Point = [x + signWidth + signGap, baseline];
    x = at[0] + wordsWidth(entry.label, 'italic', labelSize) + entryGap;
    return [
      ...sign,
      ...setWords(entry.label, { voice: 'italic', size: labelSize, at, hold: 'start', fill: inks.quiet }),
    ];
  });
}
