import type { CommandModule } from 'yargs';

export interface InspectArguments {
  readonly story?: string[] | undefined;
  readonly json: boolean;
}

/** `fascicle inspect STORY`. */
export function inspectCommand(done: (exitCode: number) => void): CommandModule<object, InspectArguments> {
  return {
    command: 'inspect <story..>',
    describe: 'Show what each line of a story was taken for, and why',
    builder: yargs =>
      yargs
        .positional('story', { type: 'string', array: true, describe: 'A story file, or the files of one story' })
        .option('json', {
          type: 'boolean',
          default: false,
          describe: 'Print everything as JSON (schema fascicle/inspect@1)',
        })
        .example('$0 inspect smoke.txt', 'a page to read')
        .example('$0 inspect smoke.txt --json | jq .story.metadata', 'for scripts'),
    handler: async args => {
      const { runInspect } = await import('./runInspect.ts');
      done(await runInspect(args.story ?? [], args.json));
    },
  };
}
