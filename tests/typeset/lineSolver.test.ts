import { describe, expect, it } from 'vitest';
import { type BreakTable, addBreak, createBreakTable, forcedBreak } from '../../src/typeset/breakTable.ts';
import {
  adjustmentRatio,
  doubleHyphenDemerits,
  finalHyphenDemerits,
  fitnessClass,
  fitnessDemerits,
  maxHyphensInARow,
  ownDemerits,
  shortLastLineDemerits,
} from '../../src/typeset/lineDemerits.ts';
import { type LineGoal, createLineSolver } from '../../src/typeset/lineSolver.ts';

let state = 12_345;
const random = (): number => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;

interface Entry {
  readonly end: number;
  readonly start: number;
  readonly gaps: number;
  readonly gapsAfter: number;
  readonly penalty: number;
  readonly hyphenated: boolean;
}

const space = { width: 3, stretch: 1.5, shrink: 1 };

function put(table: BreakTable, entry: Entry): void {
  const index = addBreak(table);
  const isForced = entry.penalty <= forcedBreak;
  table.endWidth[index] = entry.end;
  table.startWidth[index] = entry.start;
  table.endStretch[index] = entry.gaps * space.stretch + (isForced ? 1e5 : 0);
  table.endShrink[index] = entry.gaps * space.shrink;
  table.startStretch[index] = entry.gapsAfter * space.stretch;
  table.startShrink[index] = entry.gapsAfter * space.shrink;
  table.penalty[index] = entry.penalty;
  table.hyphenated[index] = entry.hyphenated ? 1 : 0;
}

/** A paragraph of random words, many of them with a place for a hyphen. */
function randomParagraph(hyphenShare: number): BreakTable {
  const table = createBreakTable();
  const wordCount = 10 + Math.floor(random() * 60);
  let x = 0;
  put(table, { end: 0, start: -5, gaps: 0, gapsAfter: 0, penalty: 0, hyphenated: false });
  for (let index = 0; index < wordCount; index++) {
    const width = 3 + random() * 18;
    if (random() < hyphenShare) {
      const before = x + width * (0.3 + random() * 0.4);
      put(table, { end: before + 2, start: before, gaps: index, gapsAfter: index, penalty: 50, hyphenated: true });
    }
    x += width;
    const isLast = index === wordCount - 1;
    const penalty = isLast ? forcedBreak : 0;
    put(table, { end: x, start: x + space.width, gaps: index, gapsAfter: index + 1, penalty, hyphenated: false });
    x += space.width;
  }
  return table;
}

const at = (array: Float64Array | Uint8Array | Int32Array, index: number): number => array[index] ?? NaN;

/** The demerits of a line and the fitness it has, or `null` when it may not be. */
function lineCost(table: BreakTable, goal: LineGoal, from: number, fit: number, to: number): [number, number] | null {
  const width = at(table.endWidth, to) - at(table.startWidth, from);
  const stretch = at(table.endStretch, to) - at(table.startStretch, from) + goal.lineStretchPt;
  const ratio = adjustmentRatio(goal.measurePt - width, stretch, at(table.endShrink, to) - at(table.startShrink, from));
  if (ratio < -1 || ratio > goal.tolerance) return null;
  const isForced = at(table.penalty, to) <= forcedBreak;
  let demerits = ownDemerits(ratio, at(table.penalty, to));
  if (at(table.hyphenated, to) === 1 && at(table.hyphenated, from) === 1) demerits += doubleHyphenDemerits;
  if (Math.abs(fitnessClass(ratio) - fit) > 1) demerits += fitnessDemerits;
  if (isForced && at(table.hyphenated, from) === 1) demerits += finalHyphenDemerits;
  if (isForced && width < goal.shortestLastLinePt) demerits += shortLastLineDemerits;
  return [demerits, fitnessClass(ratio)];
}

/** The least demerits over every choice of breaks, by trying each line before each break in each state. */
function leastDemerits(table: BreakTable, goal: LineGoal): number {
  const best: number[][][] = Array.from({ length: table.count }, () =>
    Array.from({ length: maxHyphensInARow + 1 }, () => [Infinity, Infinity, Infinity, Infinity]),
  );
  const start = best[0]?.[0];
  if (start !== undefined) start[1] = 0;
  for (let to = 1; to < table.count; to++) {
    for (let from = 0; from < to; from++) {
      for (let hyphens = 0; hyphens <= maxHyphensInARow; hyphens++) {
        for (let fit = 0; fit < 4; fit++) {
          const before = best[from]?.[hyphens]?.[fit] ?? Infinity;
          const cost = before < Infinity ? lineCost(table, goal, from, fit, to) : null;
          const hyphensNow = at(table.hyphenated, to) === 1 ? hyphens + 1 : 0;
          const row = best[to]?.[hyphensNow];
          if (cost !== null && row !== undefined) row[cost[1]] = Math.min(row[cost[1]] ?? Infinity, before + cost[0]);
        }
      }
    }
  }
  return Math.min(...(best.at(-1) ?? []).flat());
}

function demeritsOf(table: BreakTable, goal: LineGoal, breaks: Int32Array): number {
  let from = 0;
  let fit = 1;
  let sum = 0;
  for (const to of breaks) {
    const cost = lineCost(table, goal, from, fit, to);
    if (cost === null) return NaN;
    sum += cost[0];
    fit = cost[1];
    from = to;
  }
  return sum;
}

describe('createLineSolver', () => {
  it('finds the least demerits in 3,000 random paragraphs', () => {
    const solver = createLineSolver();
    let solved = 0;
    for (let trial = 0; trial < 3_000; trial++) {
      const table = randomParagraph(trial % 2 === 0 ? 0.3 : 0.8);
      const goal = {
        measurePt: 60 + random() * 60,
        tolerance: 3,
        lineStretchPt: 0,
        shortestLastLinePt: trial % 3 === 0 ? 15 : 0,
      };
      const breaks = solver.solve(table, goal);
      const least = leastDemerits(table, goal);
      if (breaks === null) {
        expect(least).toBe(Infinity);
      } else {
        solved++;
        expect(demeritsOf(table, goal, breaks)).toBeCloseTo(least, 4);
      }
    }
    expect(solved).toBeGreaterThan(1_000);
  }, 60_000);

  it('never ends three lines in a row in a hyphen', () => {
    const solver = createLineSolver();
    for (let trial = 0; trial < 300; trial++) {
      const table = randomParagraph(1);
      const goal = { measurePt: 50, tolerance: 1e6, lineStretchPt: 10, shortestLastLinePt: 0 };
      const ends = [...(solver.solve(table, goal) ?? [])].map(end => at(table.hyphenated, end)).join('');
      expect(ends).not.toContain('111');
    }
  });
});
