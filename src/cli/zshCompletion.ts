import { wordsFor } from './completionWords.ts';
import type { DescribedCommand, DescribedOption } from './describedCommand.ts';

/** A script for zsh, by its own `_arguments`. */
export function zshCompletion(commands: readonly DescribedCommand[]): string {
  return `#compdef fascicle
# Completion of fascicle in zsh, after compinit: source <(fascicle completion zsh)
_fascicle() {
  local -a commands
  commands=(
${commands.map(({ name, describe }) => `    ${quoted(`${name}:${describe}`)}`).join('\n')}
  )
  if ((CURRENT == 2)); then
    if [[ $PREFIX == -* ]]; then compadd -- --help --version; else _describe command commands; fi
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
${commands.map(command => commandCase(command)).join('\n')}
  esac
}
compdef _fascicle fascicle
`;
}

function commandCase({ name, options, actions }: DescribedCommand): string {
  const help = {
    name: 'help',
    letter: 'h',
    describe: 'Show help',
    takesValue: false,
    isRepeatable: false,
    choices: [],
  };
  const specs = [...options, help].flatMap(option => specsOf(option));
  const first = actions.length === 0 ? [] : [quoted(`1:action:(${actions.join(' ')})`)];
  return `  ${name})
    _arguments -S \\
${[...specs, ...first, quoted('*:file:_files')].map(spec => `      ${spec}`).join(' \\\n')}
    ;;`;
}

/** `'(-f --format)--format=[Editions to make]:format:…'`, one for each of its names. */
function specsOf(option: DescribedOption): string[] {
  const names = [`--${option.name}`, ...(option.letter === null ? [] : [`-${option.letter}`])];
  const before = option.isRepeatable ? '*' : names.length > 1 ? `(${names.join(' ')})` : '';
  const what = `[${option.describe.replaceAll(/[[\]\\]/g, '\\$&')}]${option.takesValue ? valueOf(option) : ''}`;
  return names.map(each => {
    const takes = option.takesValue ? (each.startsWith('--') ? '=' : '+') : '';
    return quoted(`${before}${each}${takes}${what}`);
  });
}

function valueOf(option: DescribedOption): string {
  const offered = wordsFor(option);
  if (offered === null) return `:${option.name}:_files`;
  const words = offered.words.join(' ');
  if (offered.isList) return `:${option.name}:_sequence compadd - ${words}`;
  return offered.orFile ? `:${option.name}:{compadd ${words}; _files}` : `:${option.name}:(${words})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
