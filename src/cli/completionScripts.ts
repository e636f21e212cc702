import { bashCompletion } from './bashCompletion.ts';
import type { DescribedCommand } from './describedCommand.ts';
import { fishCompletion } from './fishCompletion.ts';
import { zshCompletion } from './zshCompletion.ts';

/** The scripts by which shells complete what is typed. */
export const completionScripts: Readonly<
  Record<'bash' | 'zsh' | 'fish', (commands: readonly DescribedCommand[]) => string>
> = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };
