import type { Argv } from 'yargs';
import { lastValue } from './storyOptions.ts';

/** Options that choose among the books of a shelf, or only look. */
export interface PlanArguments {
  readonly only?: string[] | undefined;
  readonly changed?: boolean | undefined;
  readonly shard?: string | undefined;
  readonly 'dry-run'?: boolean | undefined;
}

export const planOptionNames = ['only', 'changed', 'shard', 'dry-run'] as const;

/** Adds the options to a command. */
export function describePlanOptions<Before>(yargs: Argv<Before>): Argv<Before & PlanArguments> {
  return yargs
    .option('only', { type: 'string', array: true, nargs: 1, requiresArg: true, describe: 'Of a shelf: only books whose path has this in it, or matches a pattern' })
    .option('changed', { type: 'boolean', describe: 'Of a shelf: only books that are not as they would be built' })
    .option('shard', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'Of a shelf: one of several parts for several machines, such as 3/16' })
    .option('dry-run', { alias: 'n', type: 'boolean', describe: 'Say what would be written and why, and write nothing' });
} // prettier-ignore
