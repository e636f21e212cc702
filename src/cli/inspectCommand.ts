import type { CommandModule } from 'yargs';
import { describeStoryOptions, lastValue, type StoryArguments } from './storyOptions.ts';

/** The options of `fascicle inspect`, as yargs reads them. */
export interface InspectArguments extends StoryArguments {
  readonly story?: string[] | undefined;
  readonly json: boolean;
  readonly markdown: boolean;
  readonly propose: boolean;
  readonly below?: string | undefined;
  readonly out?: string | undefined;
  readonly force: boolean;
  readonly pager: boolean;
}

/** `fascicle inspect STORY`. */
export function inspectCommand(done: (exitCode: number) => void): CommandModule<object, InspectArguments> {
  return {
    command: 'inspect <story..>',
    describe: 'Show what each line of a story was taken for, and why',
    builder: yargs =>
      describeStoryOptions(
        yargs
          .positional('story', { type: 'string', array: true, describe: 'A story file, or the files of one story' })
          .option('json', { type: 'boolean', default: false, describe: 'Print everything as JSON (schema fascicle/inspect@1)' })
          .option('markdown', { type: 'boolean', default: false, describe: 'Print the story as Markdown that reads back as the same story' })
          .option('propose', { type: 'boolean', default: false, describe: 'Print corrections that settle what is doubtful, to keep or to change' })
          .option('below', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'With --propose: how sure a decision must be to be left out [default: 0.8]' })
          .option('out', { alias: 'o', type: 'string', requiresArg: true, coerce: lastValue, describe: 'With --propose or --markdown: write to this file' })
          .option('force', { type: 'boolean', default: false, describe: 'With --out: replace a file that is there' })
          .option('pager', { type: 'boolean', default: true, describe: 'Show a page at a time on a terminal' }),
      )
        .example('$0 inspect smoke.txt', 'a page to read')
        .example('$0 inspect smoke.txt --propose -o smoke.fascicle.yaml', 'corrections to keep or change')
        .example('$0 inspect smoke.txt --json | jq .story.metadata', 'for scripts'),
    handler: async args => {
      const { runInspect } = await import('./runInspect.ts');
      done(await runInspect(args));
    },
  };
} // prettier-ignore
