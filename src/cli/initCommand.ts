import type { CommandModule } from 'yargs';
import { exitCodes } from './exitCodes.ts';

export interface InitArguments {
  readonly folder: string;
}

/** `fascicle init [DIR]`. */
export function initCommand(done: (exitCode: number) => void): CommandModule<object, InitArguments> {
  return {
    command: 'init [folder]',
    describe: 'Make a commented book.yaml and a sample story to start from',
    builder: yargs =>
      yargs
        .positional('folder', { type: 'string', default: '.', describe: 'Where to make them' })
        .example('$0 init my-anthology', 'then: cd my-anthology && fascicle build'),
    handler: async args => {
      const { runInit } = await import('./runInit.ts');
      await runInit(args.folder);
      done(exitCodes.done);
    },
  };
}
