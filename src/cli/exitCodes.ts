import type { CompileError } from '../diagnostics/compileError.ts';
import type { DiagnosticCode } from '../diagnostics/diagnostic.ts';

/** What the program's end says to a script. */
export const exitCodes = {
  done: 0,
  /** A story or an edition failed; the others are done. */
  failed: 1,
  /** The command line or a configuration file is at fault. */
  usage: 2,
  bug: 70,
  interrupted: 130,
  terminated: 143,
} as const;

/** Failures of what the user asked for, not of a story. */
const usageCodes: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'source/missing-path',
  'source/no-stories-in-folder',
  'source/no-match',
  'source/unknown-format',
  'source/unknown-encoding',
  'compile/no-stories',
  'report/unreadable',
  'report/shard-repeated',
  'report/book-repeated',
  'report/not-one-set',
  'theme/invalid',
  'typeset/page-too-small',
  'fonts/not-found',
  'fonts/unreadable',
  'fonts/embedding-forbidden',
]);

/** The exit code of an expected failure that ended a command. */
export function exitCodeOf({ code }: CompileError): number {
  return code.startsWith('config/') || usageCodes.has(code) ? exitCodes.usage : exitCodes.failed;
}
