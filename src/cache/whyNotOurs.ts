import { stat } from 'node:fs/promises';

/**
 * Why a folder is not to be trusted, in words; `null` for one that is the user's alone, or not there. Somebody else's folder in
 * the user's place for caches could hold whatever they want us to put into books, or to run.
 */
export async function whyNotOurs(folder: string): Promise<string | null> {
  if (process.getuid === undefined) return null;
  const info = await stat(folder).catch(() => null);
  if (info === null) return null;
  if (info.uid !== process.getuid()) return 'it belongs to somebody else';
  return (info.mode & writableByOthers) === 0 ? null : 'others may write in it';
}

const writableByOthers = 0o022;
