import { diagnosticOf } from '../compile/diagnosticOf.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readSource } from '../source/readSource.ts';
import { verifyEpub } from '../verify/verifyEpub.ts';
import { printDiagnostics } from './printDiagnostics.ts';
import { paletteFor, printable } from './terminal.ts';

interface CheckedFile {
  readonly path: string;
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks EPUB files and prints what was found; `true` when none has an error. */
export async function runCheck(paths: readonly string[], isJson: boolean): Promise<boolean> {
  const results: CheckedFile[] = [];
  for (const path of paths) {
    const diagnostics = await checkFile(path);
    const ok = !diagnostics.some(diagnostic => diagnostic.severity === 'error');
    results.push({ path, ok, diagnostics });
    if (!isJson) printResult({ path, ok, diagnostics });
  }
  const ok = results.every(result => result.ok);
  if (isJson) {
    const diagnostics = results.flatMap(result => result.diagnostics);
    process.stdout.write(
      `${JSON.stringify({ schema: 'fascicle/check@1', ok, files: results, diagnostics }, null, 2)}\n`,
    );
  }
  return ok;
}

async function checkFile(path: string): Promise<readonly Diagnostic[]> {
  try {
    return await verifyEpub((await readSource(path)).bytes);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return [diagnosticOf(error)];
  }
}

function printResult({ path, ok, diagnostics }: CheckedFile): void {
  const palette = paletteFor(process.stdout);
  const errors = diagnostics.filter(diagnostic => diagnostic.severity === 'error').length;
  const others = diagnostics.length - errors;
  const verdict = ok ? palette.green('sound') : palette.red(`${errors} ${errors === 1 ? 'error' : 'errors'}`);
  const more = others === 0 ? '' : `, ${others} ${others === 1 ? 'remark' : 'remarks'}`;
  process.stdout.write(`${printable(path)}: ${verdict}${more}\n`);
  printDiagnostics(diagnostics);
}
