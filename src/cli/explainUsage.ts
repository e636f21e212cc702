import { nearestWord } from '../text/nearestWord.ts';
import { impositionOptionNames } from './impositionOptions.ts';
import { planOptionNames } from './planOptions.ts';
import { negatedValue } from './storyOptions.ts';

/** The options of each command, to find the one that a mistyped one was meant to be. */
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  build: ['bind', 'format', 'out', 'title', 'author', 'editor', 'language', 'encoding', 'typography', 'max-size', 'notes', 'theme', 'font', 'cover', 'cover-color', 'trim', 'font-size', 'stock', 'wrap', ...impositionOptionNames, 'fold-preview', 'one-story', 'verify', 'fetch-images', 'jobs', 'watch', ...planOptionNames, 'cache', 'cache-size', 'strict', 'json', 'report', 'verbose', 'quiet', 'help'],
  cover: ['style', 'all', 'out', 'cover-color', 'bind', 'title', 'author', 'editor', 'language', 'encoding', 'typography', 'max-size', 'theme', 'font', 'trim', 'one-story', 'json', 'report', 'verbose', 'quiet', 'help'],
  inspect: ['json', 'markdown', 'propose', 'below', 'out', 'force', 'pager', 'language', 'encoding', 'typography', 'max-size', 'help'],
  check: ['for', 'thorough', 'strict', 'json', 'help'],
  impose: ['out', 'scheme', 'box', ...impositionOptionNames, 'fold-preview', 'json', 'quiet', 'help'],
  init: ['shelf', 'help'],
  report: ['out', 'quiet', 'verbose', 'help'],
  cache: ['cache', 'cache-size', 'json', 'help'],
  completion: ['help'],
}; // prettier-ignore

const commands = Object.keys(optionsOf);

/** A mistake on the command line in words that say what was found, and what to do. */
export interface UsageExplanation {
  readonly message: string;
  readonly hint: string;
}

/** Turns what the argument parser says into a sentence: `Unknown argument: fromat` → There is no option "--fromat". */
export function explainUsage(parserMessage: string, args: readonly string[]): UsageExplanation {
  const command = commands.find(name => name === args[0]);
  const help = `Run "fascicle ${command === undefined ? '' : `${command} `}--help" to see what there is.`;
  const [first = ''] = args;
  if (command === undefined && first !== '' && !first.startsWith('-')) {
    return { message: `There is no command "${first}".`, hint: suggest(nearestWord(first, commands), '', help) };
  }
  const optionNames = optionsOf[command ?? ''] ?? ['help', 'version'];
  const negated = parserMessage === negatedValue ? args.find(arg => arg.startsWith('--no-')) : undefined;
  const option = args.find(arg => isUnknownOption(arg, optionNames));
  if (negated !== undefined) return { message: `There is no option "${negated}".`, hint: help };
  if (option !== undefined) {
    const name = optionName(option);
    return { message: `There is no option "${option.split('=')[0] ?? option}".`, hint: suggest(nearestWord(name, optionNames), option.startsWith('--no-') ? '--no-' : '--', help) }; // prettier-ignore
  }
  return { message: reword(parserMessage, command ?? ''), hint: help };
}

function isUnknownOption(arg: string, optionNames: readonly string[]): boolean {
  if (/^-[a-z]/i.test(arg)) return !/^-[fojnwsqhV]/.test(arg);
  return arg.startsWith('--') && arg !== '--' && !optionNames.includes(optionName(arg));
}

/** `--no-json=x` → `json`. */
function optionName(arg: string): string {
  return arg.replace(/^-+(?:no-)?/, '').replace(/=.*$/, '');
}

/** What the parser says, in a sentence; its other messages as they are. */
function reword(message: string, command: string): string {
  const missing = /^Not enough arguments following: (\S+)/.exec(message)?.[1];
  if (missing !== undefined) return `${missing.length === 1 ? '-' : '--'}${missing} needs a value.`;
  if (message.startsWith('Not enough non-option arguments')) return `"fascicle ${command}" needs a file.`;
  const surplus = /^Unknown arguments?: ([^,]+)/.exec(message)?.[1];
  if (surplus !== undefined) return `"${surplus}" is one argument too many.`;
  const invalid = /Argument: (\S+), Given: ("[^"]*"), Choices: (.+)/.exec(message);
  if (invalid !== null) return `--${invalid[1] ?? ''} is ${invalid[2] ?? ''}; it may be ${invalid[3] ?? ''}.`;
  return message.split('\n').map(line => line.trim()).filter(line => line !== '').slice(0, 2).join(' '); // prettier-ignore
}

function suggest(nearest: string | null, dashes: string, help: string): string {
  return nearest === null ? help : `Did you mean "${dashes}${nearest}"? ${help}`;
}
