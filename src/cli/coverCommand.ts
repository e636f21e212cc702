import type { Argv, CommandModule } from 'yargs';
import { withBookFile } from './buildCommand.ts';
import { exitCodes } from './exitCodes.ts';
import { describeStoryOptions, lastValue, type StoryArguments } from './storyOptions.ts';

/** The options of `fascicle cover`, as yargs reads them. */
export interface CoverArguments extends StoryArguments {
  readonly inputs?: string[] | undefined;
  readonly style?: string | undefined;
  readonly all: boolean;
  readonly 'cover-color'?: string[] | undefined;
  readonly out: string;
  readonly bind?: string | undefined;
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly editor?: string | undefined;
  readonly theme?: string | undefined;
  readonly font?: string[] | undefined;
  readonly trim?: string | undefined;
  readonly 'one-story': boolean;
  readonly json: boolean;
  readonly report?: string | undefined;
  readonly verbose: boolean;
  readonly quiet: boolean;
}

/** `fascicle cover [inputs…]`. */
export function coverCommand(done: (exitCode: number) => void): CommandModule<object, CoverArguments> {
  return {
    command: 'cover [inputs..]',
    describe: 'Draw the cover of stories, or of a book.yaml, in all its sizes',
    builder: yargs => describeOptions(yargs),
    handler: async args => {
      const { runCover } = await import('./runCover.ts');
      const rest = {
        'fetch-images': false,
        'fold-preview': false,
        verify: false,
        strict: false,
        cover: args.style,
      } as const;
      done(await runCover({ ...(await withBookFile({ ...args, ...rest })), all: args.all }));
    },
  };
}

function describeOptions(yargs: Argv): Argv<CoverArguments> {
  const withInputs = yargs
    .positional('inputs', {
      type: 'string',
      array: true,
      describe: 'Story files, folders, globs, or a book.yaml; with none, the book.yaml here',
    })
    .option('style', { alias: 's', type: 'string', requiresArg: true, coerce: lastValue, describe: 'A style, auto, or the file of a picture [default: what suits]' })
    .option('all', { type: 'boolean', default: false, describe: 'Show every style on a page to choose from' })
    .option('cover-color', { type: 'string', array: true, nargs: 1, requiresArg: true, describe: 'A colour, such as #1b3a4b: ground, then ink, then accent' })
    .option('out', { alias: 'o', type: 'string', requiresArg: true, coerce: lastValue, default: 'out', describe: 'Folder for the covers' })
    .option('bind', { type: 'string', requiresArg: true, coerce: lastValue, choices: ['anthology', 'separate', 'both'], describe: 'How several stories are bound [default: anthology]' })
    .option('title', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'The book’s title' })
    .option('author', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'The author of a single story' })
    .option('editor', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'Who collected the stories' });
  return describeStoryOptions(withInputs)
    .option('theme', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'A theme, which may prefer a style [default: plain]' })
    .option('font', { type: 'string', array: true, nargs: 1, requiresArg: true, describe: 'A font to turn to for letters that ours lack' })
    .option('trim', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'Size of the printed front: A5, 6x9, or sides such as 120x190mm' })
    .option('one-story', { type: 'boolean', default: false, describe: 'The files are chapters of one story' })
    .option('json', { type: 'boolean', default: false, describe: 'Print what happens as lines of JSON, the report last' })
    .option('report', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'Write the report as JSON to a file, too' })
    .option('verbose', { type: 'boolean', default: false, describe: 'Say why the cover is as it is' })
    .option('quiet', { alias: 'q', type: 'boolean', default: false, describe: 'Print errors only' })
    .group(['style', 'all', 'cover-color', 'trim', 'font', 'theme', 'out'], 'The cover:')
    .group(['bind', 'one-story', 'title', 'author', 'editor', 'language', 'encoding', 'typography', 'max-size'], 'The book:')
    .example('$0 cover smoke.txt', 'for shops, readers and print, in the style that suits')
    .example('$0 cover smoke.txt --all', 'a page of every style to choose from')
    .example('$0 cover book.yaml --style woodcut --cover-color "#e6b566"', 'a style in a colour of your own')
    .epilogue(`Exit codes: ${exitCodes.done} done, ${exitCodes.failed} a story or a cover failed, ${exitCodes.usage} usage or configuration, ${exitCodes.bug} a bug.`); // prettier-ignore
} // prettier-ignore
