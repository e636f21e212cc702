import type { CommandModule } from 'yargs';
import { type CacheArguments, describeCacheOptions } from './cacheOptions.ts';

/** The options of `fascicle cache`, as yargs reads them. */
export interface CacheRequest extends CacheArguments {
  readonly action?: 'info' | 'clean' | undefined;
  readonly json: boolean;
}

const actions = ['info', 'clean'] as const;

/** `fascicle cache info` and `fascicle cache clean`. */
export function cacheCommand(done: (exitCode: number) => void): CommandModule<object, CacheRequest> {
  return {
    command: 'cache <action>',
    describe: 'Show or remove what is kept for later builds',
    builder: yargs =>
      describeCacheOptions(yargs)
        .positional('action', {
          choices: actions,
          demandOption: true,
          describe: 'info: where it is and how much; clean: remove it',
        })
        .option('json', { type: 'boolean', default: false, describe: 'Print it as JSON' })
        .example('$0 cache info', 'where it is, how much it holds')
        .example('$0 cache clean', 'remove all of it; the next build makes everything anew'),
    handler: async request => {
      const { runCache } = await import('./runCache.ts');
      done(await runCache(request));
    },
  };
}
