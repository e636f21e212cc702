import { wordsFor } from './completionWords.ts';
import type { DescribedCommand, DescribedOption } from './describedCommand.ts';

/** A script for bash, from 3.2 on, which macOS has: no arrays by name, no `compopt`. */
export function bashCompletion(commands: readonly DescribedCommand[]): string {
  return `# Completion of fascicle in bash: source <(fascicle completion bash)
_fascicle() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words= list= given=
  COMPREPLY=()
  # bash takes --bind=both for three words.
  if [[ $current == = ]]; then current=
  elif [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  if ((COMP_CWORD == 1)); then
    words='${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}'
  else
    case "$command $before" in
${commands.flatMap(command => command.options.flatMap(option => valueCase(command, option))).join('\n')}
    *)
      case $command in
${commands.map(command => commandCase(command)).join('\n')}
      esac
    esac
  fi
  if [[ $list && $current == *,* ]]; then given=\${current%,*},; fi
  COMPREPLY=($(compgen -W "$words" -P "$given" -- "\${current#"$given"}"))
}
complete -o bashdefault -o default -F _fascicle fascicle
`;
}

/** What comes after an option that takes a value; of files bash knows by itself. */
function valueCase({ name }: DescribedCommand, option: DescribedOption): string[] {
  if (!option.takesValue) return [];
  const names = [`--${option.name}`, ...(option.letter === null ? [] : [`-${option.letter}`])];
  const pattern = names.map(each => `"${name} ${each}"`).join('|');
  const offered = wordsFor(option);
  if (offered === null) return [`    ${pattern}) ;;`];
  return [`    ${pattern}) words='${offered.words.join(' ')}'${offered.isList ? ' list=1' : ''} ;;`];
}

/** Options where one is begun, else what the command does, or files. */
function commandCase({ name, options, actions }: DescribedCommand): string {
  const known = [...options.map(option => `--${option.name}`), '--help'].join(' ');
  const first = actions.length === 0 ? '' : `; elif ((COMP_CWORD == 2)); then words='${actions.join(' ')}'`;
  return `      ${name}) if [[ $current == -* ]]; then words='${known}'${first}; fi ;;`;
}
