import { wordsFor } from './completionWords.ts';
import type { DescribedCommand, DescribedOption } from './describedCommand.ts';

/** A script for fish. */
export function fishCompletion(commands: readonly DescribedCommand[]): string {
  return `# Completion of fascicle in fish: fascicle completion fish | source
complete -c fascicle -n __fish_use_subcommand -f -l version -d 'Print the version'
complete -c fascicle -l help -s h -d 'Show help'
${commands.flatMap(command => linesOf(command)).join('\n')}
`;
}

function linesOf({ name, describe, options, actions }: DescribedCommand): string[] {
  const inside = `complete -c fascicle -n '__fish_seen_subcommand_from ${name}'`;
  const undone = `'__fish_seen_subcommand_from ${name}; and not __fish_seen_subcommand_from ${actions.join(' ')}'`;
  return [
    `complete -c fascicle -n __fish_use_subcommand -f -a ${name} -d ${quoted(describe)}`,
    ...(actions.length === 0 ? [] : [`complete -c fascicle -n ${undone} -f -a '${actions.join(' ')}'`]),
    ...options.map(option => `${inside} ${optionOf(option)}`),
  ];
}

function optionOf(option: DescribedOption): string {
  const letter = option.letter === null ? '' : ` -s ${option.letter}`;
  return `-l ${option.name}${letter} -d ${quoted(option.describe)}${option.takesValue ? ` ${valueOf(option)}` : ''}`;
}

/** Of editions and the like the first is offered alone; fish has no list parted by commas but by a program of its own. */
function valueOf(option: DescribedOption): string {
  const offered = wordsFor(option);
  if (offered === null) return '-r';
  const words = quoted(offered.words.join(' '));
  if (offered.isList) return `-x -a "(__fish_append , ${offered.words.join(' ')})"`;
  return offered.orFile ? `-r -a ${words}` : `-x -a ${words}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}
