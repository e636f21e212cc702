import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diagnosticOf } from '../compile/diagnosticOf.ts';
import { doubtfulBelow } from '../compile/doubts.ts';
import { markdownOf, openForInspection, viewOf } from '../compile/inspect.ts';
import { inspectSchema } from '../compile/inspectStory.ts';
import type { OpenedStory } from '../compile/openStory.ts';
import { proposeOverrides } from '../compile/proposeOverrides.ts';
import { overridesPaths } from '../config/loadOverrides.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { exitCodeOf, exitCodes } from './exitCodes.ts';
import type { InspectArguments } from './inspectCommand.ts';
import { showPaged } from './pager.ts';
import { describeInspection } from './printInspection.ts';
import { readStoryOptions } from './storyOptions.ts';
import { writeOutput } from '../output/writeOutput.ts';

/** Runs `fascicle inspect` and returns the exit code; with `--json`, a failure is one JSON document, too. */
export async function runInspect(args: InspectArguments): Promise<number> {
  try {
    const { below, ...settings } = readOptions(args);
    const paths = (args.story ?? []).map(String);
    refuseShelf(paths);
    const opened = await openForInspection(paths.map(path => ({ path })), settings); // prettier-ignore
    if (args.json) printJson(viewOf(opened).view);
    else if (args.markdown) await putOut(markdownOf(opened), args);
    else if (args.propose) await putOut(proposal(opened, paths, below), args);
    else await showPaged(describeInspection(viewOf(opened)), args.pager);
    return exitCodes.done;
  } catch (error) {
    if (!args.json || !(error instanceof CompileError)) throw error;
    printJson({ schema: inspectSchema, ok: false, diagnostics: [diagnosticOf(error)] });
    return exitCodeOf(error);
  }
}

function readOptions(args: InspectArguments): ReturnType<typeof readStoryOptions> & { readonly below: number } {
  const kinds = (['json', 'markdown', 'propose'] as const).filter(kind => args[kind]);
  if (kinds.length > 1) {
    throw usage(`--${kinds.join(' and --')} do not go together.`, 'Choose one of them.');
  }
  if (args.out !== undefined && !args.propose && !args.markdown) {
    throw usage('--out is for --propose and --markdown.', 'Add one of them, or leave --out away.');
  }
  if (args.below !== undefined && !args.propose) throw usage('--below is for --propose.', 'Add --propose.');
  if (args.propose && (args.story ?? []).length > 1) {
    throw usage('--propose is for one file: its corrections lie beside it.', 'Name the files one after another.');
  }
  const below = args.below === undefined ? doubtfulBelow : Number(args.below);
  if (args.below?.trim() === '' || Number.isNaN(below) || below < 0 || below > 1) {
    throw usage(`--below is "${args.below ?? ''}"; a confidence from 0 to 1 was expected.`, 'Write it like 0.9.');
  }
  return { ...readStoryOptions(args), below };
}

function refuseShelf(paths: readonly string[]): void {
  const named = paths.find(path => /^fascicle\.ya?ml$/i.test(basename(path)));
  const path = named ?? paths.map(folder => join(folder, 'fascicle.yaml')).find(file => existsSync(file));
  if (path === undefined) return;
  throw usage(`${path} is a shelf of many books; one story is inspected at a time.`, 'Name a story; "fascicle build --dry-run" shows what the shelf holds.');
} // prettier-ignore

function usage(message: string, hint: string): CompileError {
  return new CompileError('config/usage', message, { hint });
}

function proposal({ normalized }: OpenedStory, [path = '']: readonly string[], below: number): string {
  const [source] = normalized.sources;
  if (source === undefined) throw new TypeError('A story that was read has a source');
  if (source.container !== undefined) {
    throw usage(
      `--propose is for texts and pages; ${path} is an EPUB, which holds several files.`,
      'Write its corrections by hand, each with the text that it is about.',
    );
  }
  return proposeOverrides(normalized, source, below, basename(overridesPaths(path)[1]));
}

/** Writes to the file that was named, or to stdout. */
async function putOut(text: string, { out, force }: InspectArguments): Promise<void> {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  if (existsSync(out) && !force) {
    throw usage(`${out} is there already; nothing was changed.`, 'Name another file, or replace it with --force.');
  }
  await writeOutput(out, [new TextEncoder().encode(text)]);
  process.stdout.write(`${out}\n`);
}

function printJson(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
