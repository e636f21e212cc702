import type { Argv } from 'yargs';
import { lastValue } from './storyOptions.ts';

/** Options about what is kept for later builds. */
export interface CacheArguments {
  /** A folder; `false` for `--no-cache`. */
  readonly cache?: string | false | undefined;
  readonly 'cache-size'?: string | undefined;
}

/** Adds the options to a command. */
export function describeCacheOptions<Before>(yargs: Argv<Before>): Argv<Before & CacheArguments> {
  return yargs
    .option('cache', { type: 'string', requiresArg: true, coerce: lastFolder, describe: 'Folder for what is kept for later builds; --no-cache keeps nothing [default: the user’s place for caches]' })
    .option('cache-size', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'What that folder may weigh [default: 2GB]' });
} // prettier-ignore

/** An option given twice means what it says last; `--no-cache` is `false`. */
function lastFolder(value: string | false | readonly (string | false)[] | undefined): string | false | undefined {
  return typeof value === 'object' ? value.at(-1) : value;
}
