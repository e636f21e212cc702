import type { CompileError } from '../diagnostics/compileError.ts';
import { buildAsked, reportShelfRefusal } from './buildAsked.ts';
import type { BuildRequest } from './buildCommand.ts';
import { planAsked } from './planAsked.ts';
import { reportingRefusals } from './tellReport.ts';

/** Runs `fascicle build` on a shelf and returns the exit code; with `--json`, a failure is told as a report too. */
export async function runShelfBuild(request: BuildRequest, shelfFile: string): Promise<number> {
  const refused = (error: CompileError) => reportShelfRefusal(error, request);
  return reportingRefusals(request, refused, async () => {
    const startMs = performance.now();
    return buildAsked(await planAsked(request, shelfFile), request, startMs);
  });
}
