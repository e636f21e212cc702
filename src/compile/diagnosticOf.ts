import type { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** A failure that was expected, as a finding of a report. */
export function diagnosticOf(error: CompileError): Diagnostic {
  return {
    code: error.code,
    severity: 'error',
    message: error.message,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  };
}
