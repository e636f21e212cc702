import { CompileError } from '../diagnostics/compileError.ts';
import { publish } from './publishedEvent.ts';
import { reportRefusal } from './runBuild.ts';

/** Prints the report of a build that was not begun for a mistake in its command line. */
export function printRefusal({ message, hint }: { readonly message: string; readonly hint: string | undefined }): void {
  const error = new CompileError('config/usage', message, hint === undefined ? {} : { hint });
  publish({ type: 'report', report: reportRefusal(error) });
}
