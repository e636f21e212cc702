import type { CommandModule } from 'yargs';
import { exitCodes } from './exitCodes.ts';
import { lastValue } from './storyOptions.ts';

/** The options of `fascicle report`, as yargs reads them. */
export interface ReportArguments {
  readonly action: string;
  readonly files?: string[] | undefined;
  readonly out?: string | undefined;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** `fascicle report merge FILES…` and `fascicle report show FILES…`. */
export function reportCommand(done: (exitCode: number) => void): CommandModule<object, ReportArguments> {
  return {
    command: 'report <action> <files..>',
    describe: 'Join the reports of a shelf’s shards, or show one',
    builder: yargs =>
      yargs
        .positional('action', { type: 'string', choices: ['merge', 'show'], demandOption: true, describe: 'Join reports to one, or show them as a table' })
        .positional('files', { type: 'string', array: true, describe: 'Reports, as --report writes them, or what --json printed' })
        .option('out', { alias: 'o', type: 'string', requiresArg: true, coerce: lastValue, describe: 'The file for the joined report [default: standard output]' })
        .option('verbose', { type: 'boolean', default: false, describe: 'Show all books, and all that was found' })
        .option('quiet', { alias: 'q', type: 'boolean', default: false, describe: 'Print errors only' })
        .example('$0 report merge shard-*.json -o shelf.json', 'the report of the whole shelf')
        .example('$0 report show shelf.json', 'its books in a table')
        .epilogue(`Exit codes: ${exitCodes.done} all is well, ${exitCodes.failed} a book failed or a shard is missing, ${exitCodes.usage} usage, or a file that is no report.`),
    handler: async args => {
      const { runReport } = await import('./runReport.ts');
      done(await runReport(args));
    },
  };
} // prettier-ignore
