import type { CommandModule } from 'yargs';
import { exitCodes } from './exitCodes.ts';

export interface CheckArguments {
  readonly files?: string[] | undefined;
  readonly json: boolean;
}

/** `fascicle check FILE.epub…`. */
export function checkCommand(done: (exitCode: number) => void): CommandModule<object, CheckArguments> {
  return {
    command: 'check <files..>',
    describe: 'Check EPUB files, ours or anyone’s',
    builder: yargs =>
      yargs
        .positional('files', { type: 'string', array: true, describe: 'EPUB files' })
        .option('json', { type: 'boolean', default: false, describe: 'Print the findings as JSON' })
        .example('$0 check out/*.epub', 'check every book in a folder'),
    handler: async args => {
      const { runCheck } = await import('./runCheck.ts');
      const isSound = await runCheck((args.files ?? []).map(String), args.json);
      done(isSound ? exitCodes.done : exitCodes.failed);
    },
  };
}
