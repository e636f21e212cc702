import { basename } from 'node:path';
import yargs, { type CommandModule } from 'yargs';
import { CompileError } from '../diagnostics/compileError.ts';
import { type CommandSource, describeCommand } from './describedCommand.ts';

export interface CompletionArguments {
  readonly shell?: string | undefined;
}

const shells = ['bash', 'zsh', 'fish'] as const;

/**
 * `fascicle completion [SHELL]`: prints a script by which a shell completes what is typed. It has all words in it, so that no
 * process is started at a press of the key.
 */
export function completionCommand(commands: readonly CommandSource[]): CommandModule<object, CompletionArguments> {
  const describe = 'Print a script that completes commands and options in a shell';
  return {
    command: 'completion [shell]',
    describe,
    builder: parser =>
      parser
        .positional('shell', { type: 'string', choices: shells, describe: 'The shell [default: the one that you use]' })
        .example('source <($0 completion bash)', 'in ~/.bashrc; for zsh the like, in ~/.zshrc behind compinit')
        .example('$0 completion fish | source', 'in ~/.config/fish/config.fish'),
    handler: async ({ shell }) => {
      const { completionScripts } = await import('./completionScripts.ts');
      const own = { name: 'completion', describe, options: [], actions: shells };
      const known = [...commands.map(command => describeCommand(command, yargs())), own];
      process.stdout.write(completionScripts[readShell(shell)](known));
    },
  };
}

/** @throws CompileError when none is named and the user has another */
function readShell(named: string | undefined): (typeof shells)[number] {
  const name = named ?? basename(process.env.SHELL ?? '');
  const known = shells.find(shell => shell === name);
  if (known !== undefined) return known;
  throw new CompileError('config/usage', `Which shell is to be served is not known${name === '' ? '' : `; it is not ${name}`}.`, {
    hint: `Name it: fascicle completion ${shells.join(', ')}.`,
  }); // prettier-ignore
}
