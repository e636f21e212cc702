import type { Argv } from 'yargs';
import { CompileError } from '../diagnostics/compileError.ts';
import { knownEncoding } from '../source/encodings.ts';
import { parseByteSize } from '../text/byteSize.ts';

/** Options about how stories are read, which build and inspect share. */
export interface StoryArguments {
  readonly language?: string | undefined;
  readonly encoding?: string | undefined;
  readonly typography?: string | undefined;
  readonly 'max-size'?: string | undefined;
}

/** The names of those options. */
export const storyOptionNames = ['language', 'encoding', 'typography', 'max-size'] as const;

/** Adds the options to a command. */
export function describeStoryOptions<Before>(yargs: Argv<Before>): Argv<Before & StoryArguments> {
  return yargs
    .option('language', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'Language, such as en or pt-BR' })
    .option('encoding', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'Encoding of the files, such as windows-1252 [default: found out]' })
    .option('typography', { type: 'string', requiresArg: true, coerce: lastValue, choices: ['on', 'off'], describe: 'Set quotes and dashes as print has them [default: on]' })
    .option('max-size', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'Largest file that is read, such as 200MB [default: 64MiB]' });
} // prettier-ignore

/** What `lastValue` fails with; `explainUsage` puts it in words. */
export const negatedValue = 'a value was negated';

/**
 * An option given twice means what it says last.
 * @throws Error `negatedValue` for `--no-title`, which yargs takes for a title that is `false`
 */
export function lastValue(value: string | boolean | readonly string[]): string {
  if (typeof value === 'boolean') throw new Error(negatedValue);
  return typeof value === 'string' ? value : (value.at(-1) ?? '');
}

/** What the options say, for `compile`. */
export interface StoryRequest {
  readonly language: string | undefined;
  readonly encoding: string | undefined;
  readonly typography: 'on' | 'off' | undefined;
  readonly maxBytes: number | undefined;
}

/**
 * Reads what the options say.
 * @throws CompileError `config/usage` for an empty value or a size that is none, `source/unknown-encoding`.
 */
export function readStoryOptions(args: StoryArguments): StoryRequest {
  for (const name of storyOptionNames) {
    if (args[name]?.trim() !== '') continue;
    throw new CompileError('config/usage', `--${name} is empty.`, { hint: 'Leave it out, or give it a value.' });
  }
  const { language, encoding, typography, 'max-size': maxSize } = args;
  const maxBytes = maxSize === undefined ? undefined : parseByteSize(maxSize);
  if (maxBytes === null) {
    throw new CompileError('config/usage', `--max-size is "${maxSize ?? ''}"; a size was expected.`, {
      hint: 'Write it like 200MB or 1GiB.',
    });
  }
  const known = encoding === undefined ? undefined : knownEncoding(encoding, 'the files');
  return { language, encoding: known, typography: typography === 'on' || typography === 'off' ? typography : undefined, maxBytes }; // prettier-ignore
}
