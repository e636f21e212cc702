import { resolve } from 'node:path';
import { diagnosticOf } from '../compile/diagnosticOf.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readSource } from '../source/readSource.ts';
import { checkEpub } from '../verify/checkEpub.ts';
import type { Device } from '../verify/devices/device.ts';
import { findEpubcheck } from './findEpubcheck.ts';
import type { EpubcheckProgram } from './findEpubcheck.ts';
import { printCheck } from './printCheck.ts';
import { runEpubcheck } from './runEpubcheck.ts';

export interface CheckRequest {
  readonly devices: readonly Device[];
  /** Whether EPUBCheck itself is asked. */
  readonly thorough: boolean;
  /** Whether a warning fails. */
  readonly strict: boolean;
  readonly json: boolean;
}

/** What is said of one file. */
export interface CheckedFile {
  readonly path: string;
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** The largest EPUB that is read, in bytes: what Kobo advises as the limit, and more than any shop's. */
const maxEpubBytes = 1024 ** 3;

/**
 * Checks EPUB files and prints what was found; `true` when none has an error.
 * @throws CompileError `config/no-epubcheck` when EPUBCheck is asked for and not there.
 */
export async function runCheck(paths: readonly string[], request: CheckRequest): Promise<boolean> {
  const program = request.thorough ? await findEpubcheck() : null;
  const results: CheckedFile[] = [];
  for (const path of paths) {
    const diagnostics = await checkFile(path, request, program);
    const ok = !diagnostics.some(({ severity }) => severity === 'error' || (request.strict && severity === 'warning'));
    results.push({ path, ok, diagnostics });
    if (!request.json) printCheck({ path, ok, diagnostics });
  }
  const ok = results.every(result => result.ok);
  if (request.json) {
    const diagnostics = results.flatMap(result => result.diagnostics);
    process.stdout.write(
      `${JSON.stringify({ schema: 'fascicle/check@1', ok, files: results, diagnostics }, null, 2)}\n`,
    );
  }
  return ok;
}

async function checkFile(
  path: string,
  { devices }: CheckRequest,
  program: EpubcheckProgram | null,
): Promise<readonly Diagnostic[]> {
  try {
    const { bytes } = await readSource(path, { maxBytes: maxEpubBytes });
    const epubcheck = program === null ? undefined : () => runEpubcheck(program, resolve(path));
    return await checkEpub(bytes, { devices, epubcheck });
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return [diagnosticOf(error)];
  }
}
