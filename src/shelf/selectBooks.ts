import { CompileError } from '../diagnostics/compileError.ts';
import { digestOfText } from '../reads/trackReads.ts';
import { globMatcher, isGlobPattern } from '../text/globPattern.ts';
import { nearestWord } from '../text/nearestWord.ts';
import type { ShelfPlan } from './shelfPlan.ts';
import type { Shard } from './shelfReport.ts';

/** More machines than anybody has. */
const mostShards = 100_000;

/**
 * Reads `3/16`.
 * @throws CompileError `config/usage` for anything but the number of a shard and how many there are.
 */
export function readShard(text: string): Shard {
  const [, index, count] = /^\s*(\d{1,6})\s*\/\s*(\d{1,6})\s*$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.of && shard.of <= mostShards) return shard;
  throw new CompileError('config/usage', `--shard is "${text}"; which of how many was expected, such as 3/16.`, {
    hint: 'Count from 1: of four machines the first takes 1/4, the last 4/4.',
  });
}

/**
 * Which shard a book belongs to, from 1: by its id alone, so that it is the same on every machine, whatever else is on the
 * shelf.
 */
export function shardOf(id: string, count: number): number {
  // 48 bits are exact in a number, and spread evenly over any count.
  return (Number.parseInt(digestOfText(id.normalize('NFC')).slice(0, 12), 16) % count) + 1;
}

/** The books of a plan that belong to a shard. */
export function takeShard(plan: ShelfPlan, { index, of }: Shard): ShelfPlan {
  return keepBooks(plan, id => shardOf(id, of) === index);
}

/**
 * The books of a plan whose ids are meant by one of the patterns: a part of the id, or a pattern of all of it or of its name.
 * @throws CompileError `config/usage` for a pattern that means none.
 */
export function takeOnly(plan: ShelfPlan, patterns: readonly string[]): ShelfPlan {
  const ids = [...plan.jobs, ...plan.failed].map(({ id }) => id);
  const matchers = patterns.map(pattern => matcherOf(pattern));
  const idle = patterns.find((_, index) => !ids.some(id => matchers[index]?.(id)));
  if (idle !== undefined) throw noBook(idle, ids);
  return keepBooks(plan, id => matchers.some(matches => matches(id)));
}

/** A plan with some of its books, and how many that leaves out. */
export function keepBooks(plan: ShelfPlan, isKept: (id: string) => boolean): ShelfPlan {
  const jobs = plan.jobs.filter(({ id }) => isKept(id));
  const failed = plan.failed.filter(({ id }) => isKept(id));
  const leftOut = plan.jobs.length - jobs.length + plan.failed.length - failed.length;
  return { ...plan, jobs, failed, leftOut: plan.leftOut + leftOut };
}

function matcherOf(pattern: string): (id: string) => boolean {
  const said = pattern.trim().normalize('NFC').replace(/^\.\//, '');
  if (!isGlobPattern(said)) {
    const part = said.toLowerCase();
    return id => id.normalize('NFC').toLowerCase().includes(part);
  }
  const matches = globMatcher(said);
  return id => {
    const whole = id.normalize('NFC');
    return matches(whole) || (!said.includes('/') && matches(whole.split('/').at(-1) ?? ''));
  };
}

function noBook(pattern: string, ids: readonly string[]): CompileError {
  const names = new Map(ids.flatMap(id => [id, id.split('/').at(-1) ?? id, (id.split('/').at(-1) ?? id).replace(/\.\w+$/, '')].map(name => [name, id])));
  const nearest = nearestWord(pattern, [...names.keys()]);
  const shown = ids.slice(0, 3).join(', ');
  return new CompileError('config/usage', `--only ${pattern} is no book of the shelf.`, {
    hint: nearest === null ? `Name a part of a book’s path, such as ${shown}; or a pattern in quotes.` : `Did you mean "${names.get(nearest) ?? nearest}"?`,
  });
} // prettier-ignore
