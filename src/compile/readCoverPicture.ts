import type { CoverPicture } from '../cover/pictureCover.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { readNamedImage } from '../source/readImageFile.ts';

/**
 * Reads a picture that is to be a cover and writes it anew: upright, in sRGB, without what cameras write into it.
 * @param altText what it shows, in words; `null` where nobody says it
 * @throws CompileError `config/invalid-cover`
 */
export async function readCoverPicture(path: string, altText: string | null): Promise<CoverPicture> {
  const read = await readNamedImage(path);
  if ('refusal' in read) throw refused(path, read.refusal);
  const { recodeCover } = await import('../images/recodeCover.ts');
  const recoded = await recodeCover(read.bytes);
  if ('reason' in recoded) throw refused(path, recoded);
  return { ...recoded, altText };
}

function refused(path: string, { reason, hint }: { readonly reason: string; readonly hint: string }): CompileError {
  return new CompileError('config/invalid-cover', `The cover ${path} ${reason}.`, { hint, path });
}
