import yargs from 'yargs';
import { CompileError } from '../diagnostics/compileError.ts';
import { buildCommand } from './buildCommand.ts';
import { cacheCommand } from './cacheCommand.ts';
import { checkCommand } from './checkCommand.ts';
import { completionCommand } from './completionCommand.ts';
import { exitCodeOf, exitCodes } from './exitCodes.ts';
import { imposeCommand } from './imposeCommand.ts';
import { coverCommand } from './coverCommand.ts';
import { initCommand } from './initCommand.ts';
import { reportCommand } from './reportCommand.ts';
import { inspectCommand } from './inspectCommand.ts';
import { printError } from './printDiagnostics.ts';
import { explainUsage } from './explainUsage.ts';

/** A mistake in the way the program was called, as yargs words it. */
class UsageError extends Error {}

/**
 * Runs the command line and returns the exit code: 0 done, 1 a story or an edition failed, 2 usage or configuration,
 * 70 a bug.
 */
export async function runCli(args: readonly string[]): Promise<number> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  process.once('SIGINT', () => process.exit(exitCodes.interrupted));
  process.once('SIGTERM', () => process.exit(exitCodes.terminated));
  let exitCode: number = exitCodes.done;
  const done = (code: number) => void (exitCode = code);
  try {
    await createParser(done).parseAsync([...args]);
    return exitCode;
  } catch (error) {
    const explained = explainMistake(error, args);
    if (explained === null || !isAskedForLines(args)) return reportFailure(error, args);
    const { printRefusal } = await import('./printRefusal.ts');
    printRefusal(explained);
    return exitCodes.usage;
  }
}

/** A mistake in the command line, in words; `null` for any other failure. */
function explainMistake(error: unknown, args: readonly string[]): { message: string; hint: string | undefined } | null {
  if (error instanceof UsageError) return explainUsage(error.message, args);
  return error instanceof CompileError && error.code === 'config/usage' ? error : null;
}

/** Whether a script reads what a build prints: it is told of a mistake in the command line in the same way. */
function isAskedForLines([command = '', ...options]: readonly string[]): boolean {
  return (command === 'build' || command === 'cover') && options.includes('--json');
}

/** A reader that has seen enough, such as `head`, is no failure; the work itself goes on. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function createParser(done: (exitCode: number) => void): ReturnType<typeof yargs> {
  const commands = {
    build: buildCommand(done),
    cover: coverCommand(done),
    inspect: inspectCommand(done),
    check: checkCommand(done),
    impose: imposeCommand(done),
    init: initCommand(done),
    report: reportCommand(done),
    cache: cacheCommand(done),
  };
  return yargs()
    .scriptName('fascicle')
    .usage('$0 <command>\n\nCompiles stories found in the wild into books: EPUB and PDF, with covers.')
    .command(commands.build)
    .command(commands.cover)
    .command(commands.inspect)
    .command(commands.check)
    .command(commands.impose)
    .command(commands.init)
    .command(commands.report)
    .command(commands.cache)
    .command(completionCommand(Object.values(commands)))
    .example('$0 build stories/', 'bind a folder of stories into one EPUB and PDF')
    .example('$0 build smoke.txt -f epub', 'one story, EPUB only')
    .example('$0 inspect smoke.txt', 'see what each line was taken for')
    .epilogue(
      `Exit codes: ${exitCodes.done} done, ${exitCodes.failed} a story, a book or an edition failed, ${exitCodes.usage} usage or configuration, ${exitCodes.bug} a bug, ${exitCodes.interrupted} interrupted.`,
    ) // prettier-ignore
    .demandCommand(1, 'Name a command.')
    .recommendCommands()
    .strict()
    .version(false)
    .option('version', { type: 'boolean', describe: 'Print the version' })
    .help()
    .alias('help', 'h')
    .wrap(Math.min(100, process.stderr.columns || 80))
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      if (error !== undefined && error.name !== 'YError') throw error;
      throw new UsageError(message ?? error?.message ?? 'The command line is not understood.');
    });
}

function reportFailure(error: unknown, args: readonly string[]): number {
  if (error instanceof UsageError) {
    const { message, hint } = explainUsage(error.message, args);
    printError(message, hint);
    return exitCodes.usage;
  }
  if (error instanceof CompileError) {
    printError(error.message, error.hint);
    return exitCodeOf(error);
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  printError(`This is a bug in fascicle, not in your files.\n${stack}`, 'Please report it with the text above.');
  return exitCodes.bug;
}
