import { coverChoice } from '../compile/coverPlan.ts';
import { compileCovers } from '../compile/makeCoverFiles.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { BuildRequest } from './buildCommand.ts';
import { planBuild, putOut, reportRefusal } from './runBuild.ts';
import { reportingRefusals } from './tellReport.ts';

/** What is asked of `fascicle cover`: as of a build, and whether all styles are to be shown. */
export interface CoverRequest extends BuildRequest {
  readonly all: boolean;
}

/** Runs `fascicle cover` and returns the exit code; with `--json`, a failure is told as a report too. */
export async function runCover(request: CoverRequest): Promise<number> {
  return reportingRefusals(request, reportRefusal, async () => {
    refuseContradictions(request);
    const plan = await planBuild(request);
    const { cover, print } = plan.options;
    // A book that is to have no cover gets one when it is asked for here.
    const isNone = cover !== undefined && coverChoice(cover).style === 'none';
    const options = isNone ? { ...plan.options, cover: 'auto' } : plan.options;
    return await putOut(plan, compileCovers(options, { isSheet: request.all, trimPt: print?.trim ?? null }), request);
  });
}

function refuseContradictions({ all, cover }: CoverRequest): void {
  if (cover === 'none') {
    throw new CompileError('config/usage', '--style none makes no cover.', { hint: 'Leave it out, or name a style.' });
  }
  if (all && cover !== undefined) {
    throw new CompileError('config/usage', '--all shows every style, and --style names one.', {
      hint: 'Leave one of them out.',
    });
  }
}
