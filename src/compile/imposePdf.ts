import type { ImposedFile, ImposeRequest } from './imposeFile.ts';

/** `imposeFile`, whose reader of PDFs is loaded when it is first asked for. */
export async function imposePdf(request: ImposeRequest): Promise<ImposedFile> {
  const { imposeFile } = await import('./imposeFile.ts');
  return imposeFile(request);
}
