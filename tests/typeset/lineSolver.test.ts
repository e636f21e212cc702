import { type InputItem, MIN_COST, breakLines } from 'tex-linebreak';
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
  /** Of the glyphs before the break. */
  readonly given: number;
  readonly penalty: number;
  readonly hyphenated: boolean;
}

const space = { width: 3, stretch: 1.5, shrink: 1 };

function put(table: BreakTable, entry: Entry): void {
  const index = addBreak(table);
  const isForced = entry.penalty <= forcedBreak;
  table.endWidth[index] = entry.end;
  table.startWidth[index] = entry.start;
  table.endStretch[index] = entry.gaps * space.stretch + entry.given + (isForced ? 1e5 : 0);
  table.endShrink[index] = entry.gaps * space.shrink + entry.given;
  table.startStretch[index] = entry.gapsAfter * space.stretch + entry.given;
  table.startShrink[index] = entry.gapsAfter * space.shrink + entry.given;
  table.penalty[index] = entry.penalty;
  table.hyphenated[index] = entry.hyphenated ? 1 : 0;
}

/** A paragraph of random words, many of them with a place for a hyphen, whose glyphs give a share of their width. */
function randomParagraph(hyphenShare: number, expansion: number, otherShare = 0.1): BreakTable {
  const table = createBreakTable();
  const wordCount = 10 + Math.floor(random() * 60);
  let x = 0;
  let glyphs = 0;
  put(table, { end: 0, start: -5, gaps: 0, gapsAfter: 0, given: 0, penalty: 0, hyphenated: false });
  for (let index = 0; index < wordCount; index++) {
    const width = 3 + random() * 18;
    const before = width * (0.3 + random() * 0.6);
    const breaks = { gaps: index, gapsAfter: index, given: expansion * (glyphs + before) };
    if (random() < hyphenShare) {
      put(table, { end: x + before + 2, start: x + before, ...breaks, penalty: 50, hyphenated: true });
    } else if (random() < otherShare) {
      put(table, { end: x + before, start: x + before, ...breaks, penalty: 20, hyphenated: false });
    }
    x += width;
    glyphs += width;
    const penalty = index === wordCount - 1 || random() < otherShare / 5 ? forcedBreak : 0;
    const given = expansion * glyphs;
    const start = x + space.width;
    put(table, { end: x, start, gaps: index, gapsAfter: index + 1, given, penalty, hyphenated: false });
    x += space.width;
  }
  return table;
}

const at = (array: Float64Array | Uint8Array | Int32Array, index: number): number => array[index] ?? NaN;

/** A state of the search: how many lines there are, at most as many as have measures of their own, how they end, how they fit. */
interface State {
  readonly line: number;
  readonly hyphens: number;
  readonly fit: number;
}

/** The demerits of a line and the state after it, or `null` when it may not be. */
function lineCost(table: BreakTable, goal: LineGoal, from: number, before: State, to: number): [number, State] | null {
  const width = at(table.endWidth, to) - at(table.startWidth, from);
  const stretch = at(table.endStretch, to) - at(table.startStretch, from) + goal.lineStretchPt;
  const shrink = at(table.endShrink, to) - at(table.startShrink, from);
  const ratio = adjustmentRatio((goal.measuresPt[before.line] ?? NaN) - width, stretch, shrink);
  const hyphens = at(table.hyphenated, to) === 1 ? before.hyphens + 1 : 0;
  if (ratio < -1 || ratio > goal.tolerance || hyphens > maxHyphensInARow) return null;
  const isForced = at(table.penalty, to) <= forcedBreak;
  const fit = fitnessClass(ratio);
  let demerits = ownDemerits(ratio, at(table.penalty, to));
  if (hyphens > 1) demerits += doubleHyphenDemerits;
  if (Math.abs(fit - before.fit) > 1) demerits += fitnessDemerits;
  if (isForced && before.hyphens > 0) demerits += finalHyphenDemerits;
  if (isForced && width < goal.shortestLastLinePt) demerits += shortLastLineDemerits;
  return [demerits, { line: Math.min(before.line + 1, goal.measuresPt.length - 1), hyphens, fit }];
}

const start: State = { line: 0, hyphens: 0, fit: 1 };

/** Whether a line from one break to another would run over one that the text asks for. */
function crossesForcedBreak(table: BreakTable, from: number, to: number): boolean {
  for (let entry = from + 1; entry < to; entry++) if (at(table.penalty, entry) <= forcedBreak) return true;
  return false;
}

/** The least demerits over every choice of breaks, by trying each line before each break in each state. */
function leastDemerits(table: BreakTable, goal: LineGoal): number {
  const best = Array.from({ length: table.count }, () => new Map<string, readonly [number, State]>());
  best[0]?.set('', [0, start]);
  for (let to = 1; to < table.count; to++) {
    for (let from = 0; from < to; from++) {
      if (crossesForcedBreak(table, from, to)) continue;
      for (const [before, stateBefore] of best[from]?.values() ?? []) {
        const cost = lineCost(table, goal, from, stateBefore, to);
        if (cost === null) continue;
        const key = JSON.stringify(cost[1]);
        const known = best[to]?.get(key)?.[0] ?? Infinity;
        if (before + cost[0] < known) best[to]?.set(key, [before + cost[0], cost[1]]);
      }
    }
  }
  return Math.min(...[...(best.at(-1)?.values() ?? [])].map(([demerits]) => demerits));
}

function demeritsOf(table: BreakTable, goal: LineGoal, breaks: Int32Array): number {
  let from = 0;
  let before = start;
  let sum = 0;
  for (const to of breaks) {
    const cost = crossesForcedBreak(table, from, to) ? null : lineCost(table, goal, from, before, to);
    if (cost === null) return NaN;
    sum += cost[0];
    before = cost[1];
    from = to;
  }
  return sum;
}

/** One measure for all lines, or others for the first ones: as beside a large letter, or wider. */
function randomMeasures(trial: number): LineGoal['measuresPt'] {
  const measure = 60 + random() * 60;
  const others = Array.from({ length: trial % 4 }, () => measure * (0.6 + random() * 0.6));
  const [first, ...rest] = others;
  return first === undefined ? [measure] : [first, ...rest, measure];
}

describe('createLineSolver', () => {
  it('finds the least demerits in 3,000 random paragraphs', () => {
    const solver = createLineSolver();
    let solved = 0;
    for (let trial = 0; trial < 3_000; trial++) {
      const table = randomParagraph(trial % 2 === 0 ? 0.3 : 0.8, trial % 3 === 0 ? 0 : 0.02);
      const goal = {
        measuresPt: randomMeasures(trial),
        tolerance: 3,
        lineStretchPt: trial % 5 === 0 ? 10 : 0,
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
      const table = randomParagraph(1, 0);
      const goal = { measuresPt: [50], tolerance: 1e6, lineStretchPt: 10, shortestLastLinePt: 0 } as const;
      const ends = [...(solver.solve(table, goal) ?? [])].map(end => at(table.hyphenated, end)).join('');
      expect(ends).not.toContain('111');
    }
  });

  it('is never worse than tex-linebreak, and finds lines wherever it does', () => {
    const solver = createLineSolver();
    let compared = 0;
    for (let trial = 0; trial < 500; trial++) {
      const table = randomParagraph(0, 0, 0);
      const goal = { measuresPt: [60 + random() * 60], tolerance: 3, lineStretchPt: 0, shortestLastLinePt: 0 } as const;
      const theirs = breaksOfOthers(table, goal);
      const ours = solver.solve(table, goal);
      if (theirs === null) continue;
      compared++;
      expect(ours).not.toBeNull();
      expect(demeritsOf(table, goal, ours ?? new Int32Array())).toBeLessThanOrEqual(
        demeritsOf(table, goal, theirs) + 1e-4,
      );
    }
    expect(compared).toBeGreaterThan(200);
  });
});

/** The breaks that tex-linebreak chooses for a paragraph of one stretch without hyphens; `null` where it finds none. */
function breaksOfOthers(table: BreakTable, { measuresPt: [measurePt], tolerance }: LineGoal): Int32Array | null {
  const items: InputItem[] = [];
  for (let entry = 1; entry < table.count; entry++) {
    items.push({ type: 'box', width: at(table.endWidth, entry) - at(table.startWidth, entry - 1) });
    if (entry < table.count - 1) items.push({ type: 'glue', ...space });
  }
  items.push({ type: 'glue', width: 0, stretch: 1e5, shrink: 0 });
  items.push({ type: 'penalty', width: 0, cost: MIN_COST, flagged: false });
  try {
    const ends = breakLines(items, measurePt, { maxAdjustmentRatio: tolerance, initialMaxAdjustmentRatio: tolerance });
    // After each word stands a glue: the one behind word n, counted from 0, is item 2n + 1, and entry n + 1 of the table.
    return Int32Array.from(ends.slice(1), end => Math.min((end + 1) / 2, table.count - 1));
  } catch {
    return null;
  }
}
