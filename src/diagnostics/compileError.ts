import type { DiagnosticCode } from './diagnostic.ts';

export interface CompileErrorDetails {
  readonly hint?: string;
  /** The file or folder the failure is about, as the user named it. */
  readonly path?: string;
  readonly cause?: unknown;
}

/** The one error that expected failures throw; anything else that is thrown is a bug and shows its stack. */
export class CompileError extends Error {
  override readonly name = 'CompileError';
  readonly code: DiagnosticCode;
  readonly hint: string | undefined;
  readonly path: string | undefined;

  constructor(code: DiagnosticCode, message: string, details: CompileErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.hint = details.hint;
    this.path = details.path;
  }
}
