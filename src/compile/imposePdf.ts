import type { ImposedFile, ImposeRequest } from './imposeFile.ts';
import { paceOf, type Stoppable } from './pace.ts';

/** `imposeFile`, whose reader of PDFs is loaded when it is first asked for. */
export async function imposePdf(request: ImposeRequest, stoppable: Stoppable = {}): Promise<ImposedFile> {
  const pace = paceOf(stoppable);
  await pace.rest();
  const { imposeFile } = await import('./imposeFile.ts');
  return imposeFile(request, pace);
}
