import type { Argv } from 'yargs';

/** An option, as a shell offers it. */
export interface DescribedOption {
  /** Without its hyphens. */
  readonly name: string;
  /** A single letter; `null` where it has none. */
  readonly letter: string | null;
  readonly describe: string;
  readonly takesValue: boolean;
  readonly isRepeatable: boolean;
  /** The values that it may have, where only these may be. */
  readonly choices: readonly string[];
}

/** A command with its options, as a shell offers it. */
export interface DescribedCommand {
  readonly name: string;
  readonly describe: string;
  readonly options: readonly DescribedOption[];
  /** What may stand first after it; empty for files. */
  readonly actions: readonly string[];
}

/** What is read of a command as yargs takes it. */
export interface CommandSource {
  readonly command?: string | readonly string[] | undefined;
  readonly describe?: string | false | undefined;
  readonly builder?: unknown;
}

/** Reads a command's options from what it tells yargs of them. */
export function describeCommand({ command, describe, builder }: CommandSource, yargs: Argv): DescribedCommand {
  const options: DescribedOption[] = [];
  const actions: string[] = [];
  const told = (method: string | symbol, [name, facts]: readonly unknown[]) => {
    if (typeof name !== 'string' || !isFacts(facts)) return;
    if (method === 'option') options.push(...optionsOf(name, facts));
    if (method === 'positional') actions.push(...wordsOf(facts.choices));
  };
  // It hears what yargs would be told, and does nothing.
  const listener: Argv = new Proxy(yargs, {
    get: (_, method) => (...values: readonly unknown[]): Argv => {
      told(method, values);
      return listener;
    },
  }); // prettier-ignore
  if (typeof builder === 'function') Reflect.apply(builder, undefined, [listener]);
  // "build [inputs..]" → "build"
  const name = /^\w+/.exec(String(command))?.[0] ?? '';
  return { name, describe: describe === false || describe === undefined ? '' : describe, options, actions };
}

type Facts = Readonly<Partial<Record<'type' | 'alias' | 'describe' | 'choices' | 'array' | 'default', unknown>>>;

function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null;
}

/** The option, and its opposite where it is on by itself. */
function optionsOf(name: string, facts: Facts): DescribedOption[] {
  // "How several stories are bound [default: anthology]" → "How several stories are bound"
  const describe = (typeof facts.describe === 'string' ? facts.describe : '').replace(/ \[default: [^\]]*\]$/, '');
  const option: DescribedOption = {
    name,
    letter: typeof facts.alias === 'string' ? facts.alias : null,
    describe,
    takesValue: facts.type !== 'boolean',
    isRepeatable: facts.array === true,
    choices: wordsOf(facts.choices),
  };
  const isOn = facts.default === true || name === 'cache';
  const opposite = { name: `no-${name}`, letter: null, takesValue: false, isRepeatable: false, choices: [] };
  return isOn ? [option, { ...opposite, describe: `Not: ${describe}` }] : [option];
}

function wordsOf(choices: unknown): string[] {
  return Array.isArray(choices) ? choices.map(String) : [];
}
