import { counted } from './describeNumbers.ts';
import { describeRemaining } from './pace.ts';
import { printableLine } from './terminal.ts';
import { shortened, widthOf } from './textWidth.ts';

/** How far some work has come. */
export interface WorkState {
  readonly done: number;
  /** `null` while it is not known. */
  readonly total: number | null;
  readonly unit: readonly [one: string, many: string];
  readonly failed: number;
  /** What is being done, as a verb and a name, such as `making` and `lamp.epub`; `null` between two things. */
  readonly doing: readonly [verb: string, name: string] | null;
  /** How many things more are being done side by side. */
  readonly others: number;
  readonly remainingMs: number | null;
}

/** How far work has come, in one sentence without an end: `214 of 1,000 books, 3 failed, about 3 min left`. */
export function progressSentence(state: WorkState): string {
  return factsOf(state).join(', ');
}

/**
 * How far work has come, as lines for a terminal: how much, with a bar where there is room for one, and what is being done.
 * No line is wider than `columns`.
 */
export function progressLines(state: WorkState, columns: number): string[] {
  const width = Math.max(1, columns);
  const told = toldIn(width, factsOf(state));
  const room = Math.min(maxBar, width - widthOf(told) - 2);
  const hasBar = state.total !== null && state.total > 0 && room >= minBar;
  const first = hasBar ? `${barOf(state.done / state.total, room)}  ${told}` : shortened(told, width);
  return [first, ...doingLine(state, width)];
}

function factsOf({ done, total, unit, failed, remainingMs }: WorkState): string[] {
  const [one, many] = unit;
  const amount =
    total === null ? counted(done, one, many) : `${done.toLocaleString('en')} of ${counted(total, one, many)}`;
  return [
    amount,
    ...(failed === 0 ? [] : [`${failed.toLocaleString('en')} failed`]),
    ...(remainingMs === null ? [] : [describeRemaining(remainingMs)]),
  ];
}

/** As many of the facts as there is room for; the last to go is how much is done. */
function toldIn(columns: number, facts: readonly string[]): string {
  const whole = facts.join('  ');
  if (widthOf(whole) <= columns || facts.length === 1) return whole;
  const brief = whole.replace('  about ', '  ');
  return widthOf(brief) <= columns
    ? brief
    : toldIn(columns, facts.length === 3 ? [facts[0] ?? '', facts[2] ?? ''] : facts.slice(0, 1));
}

/** Bars are so many columns wide. */
const [minBar, maxBar] = [10, 30];

function barOf(share: number, columns: number): string {
  const filled = Math.min(columns, Math.floor(share * columns));
  return '━'.repeat(filled) + '┄'.repeat(columns - filled);
}

function doingLine({ doing, others }: WorkState, columns: number): string[] {
  if (doing === null) return [];
  const [verb, name] = doing;
  const more = others === 0 ? '' : ` and ${others} more`;
  const room = columns - widthOf(`${verb} ${more}`);
  const told = printableLine(name);
  return [room < minName ? shortened(`${verb} ${told}`, columns) : `${verb} ${shortened(told, room)}${more}`];
}

/** A name is not cut shorter than this to make room for what stands beside it. */
const minName = 12;
