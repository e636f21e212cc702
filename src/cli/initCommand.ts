import type { CommandModule } from 'yargs';
import { exitCodes } from './exitCodes.ts';

export interface InitArguments {
  readonly folder: string;
  readonly shelf: boolean;
}

/** `fascicle init [DIR]`. */
export function initCommand(done: (exitCode: number) => void): CommandModule<object, InitArguments> {
  return {
    command: 'init [folder]',
    describe: 'Make a commented book.yaml, or a shelf, and a sample story to start from',
    builder: yargs =>
      yargs
        .positional('folder', { type: 'string', default: '.', describe: 'Where to make them' })
        .option('shelf', { type: 'boolean', default: false, describe: 'Make a fascicle.yaml, for many books' })
        .example('$0 init my-anthology', 'then: cd my-anthology && fascicle build')
        .example('$0 init my-shelf --shelf', 'many books, built together'),
    handler: async args => {
      const { runInit } = await import('./runInit.ts');
      await runInit(args.folder, args.shelf);
      done(exitCodes.done);
    },
  };
}
