import { diagnosticOf } from '../compile/diagnosticOf.ts';
import { inspect } from '../compile/inspect.ts';
import { inspectSchema } from '../compile/inspectStory.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { exitCodeOf, exitCodes } from './exitCodes.ts';
import { printInspection } from './printInspection.ts';

/** Runs `fascicle inspect` and returns the exit code; with `--json`, a failure is one JSON document, too. */
export async function runInspect(paths: readonly string[], isJson: boolean): Promise<number> {
  try {
    const inspection = await inspect(paths.map(path => ({ path })));
    if (isJson) printJson(inspection.view);
    else printInspection(inspection);
    return exitCodes.done;
  } catch (error) {
    if (!isJson || !(error instanceof CompileError)) throw error;
    printJson({ schema: inspectSchema, ok: false, diagnostics: [diagnosticOf(error)] });
    return exitCodeOf(error);
  }
}

function printJson(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
