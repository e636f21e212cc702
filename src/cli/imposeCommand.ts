import type { CommandModule } from 'yargs';
import { exitCodes } from './exitCodes.ts';
import {
  type ImpositionArguments,
  describeImpositionOptions,
  impositionOptionNames,
  sheetsHeading,
} from './impositionOptions.ts';
import { lastValue } from './storyOptions.ts';

/** The options of `fascicle impose`, as yargs reads them. */
export interface ImposeArguments extends ImpositionArguments {
  readonly file?: string | undefined;
  readonly out?: string | undefined;
  readonly scheme: string;
  readonly box?: string | undefined;
  readonly 'fold-preview': boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** `fascicle impose FILE.pdf`. */
export function imposeCommand(done: (exitCode: number) => void): CommandModule<object, ImposeArguments> {
  return {
    command: 'impose <file>',
    describe: 'Lay the pages of any PDF on sheets to print, fold and bind',
    builder: yargs =>
      describeImpositionOptions(
        yargs
          .positional('file', { type: 'string', describe: 'A PDF' })
          .option('out', { alias: 'o', type: 'string', requiresArg: true, coerce: lastValue, describe: 'The file to write, or a folder for it [default: beside the PDF]' })
          .option('scheme', { type: 'string', requiresArg: true, coerce: lastValue, default: 'booklet', describe: 'booklet, signatures, mini-zine, quarto, octavo, cut-and-stack or stab' }),
      )
        .option('box', { type: 'string', requiresArg: true, coerce: lastValue, choices: ['auto', 'crop', 'trim'], describe: 'What of a page is placed: all that readers show, crop, or what is left when it is cut, trim [default: trim where all pages state it]' })
        .option('fold-preview', { type: 'boolean', default: false, describe: 'Draw the sheets, front and back' })
        .option('json', { type: 'boolean', default: false, describe: 'Print one report as JSON' })
        .option('quiet', { alias: 'q', type: 'boolean', default: false, describe: 'Print errors only' })
        .group(['out', 'scheme', 'box'], 'The PDF:')
        .group([...impositionOptionNames, 'fold-preview'], sheetsHeading)
        .example('$0 impose novella.pdf', 'a booklet, to staple through the fold')
        .example('$0 impose novel.pdf --scheme signatures --paper A4 --marks all', 'sheets to sew')
        .example('$0 impose zine.pdf --scheme mini-zine -o print/', 'eight pages on one sheet')
        .epilogue(`The sheets have no links, bookmarks or tags: they are for paper.\n\nExit codes: ${exitCodes.done} done, ${exitCodes.failed} the PDF cannot be laid on sheets, ${exitCodes.usage} usage, ${exitCodes.bug} a bug.`),
    handler: async args => {
      const { runImpose } = await import('./runImpose.ts');
      done(await runImpose(args));
    },
  };
} // prettier-ignore
