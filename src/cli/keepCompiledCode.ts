import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { userCacheFolder } from '../cache/cacheFolder.ts';
import { cacheLayout } from '../cache/cacheLayout.ts';
import { makePrivateFolders } from '../cache/wholeFiles.ts';
import { whyNotOurs } from '../cache/whyNotOurs.ts';

/** Typed, they say that nothing is to be written, or only where whoever may write there is trusted with books, not with code. */
// Matches `--no-cache`, `--cache=x`, `--dry-run`, `-n`, `-qn`; not `--cache-size`.
const wishes = /^(?:--(?:no-cache$|cache(?:=|$)|dry-run)|-[a-z]*n)/;

/**
 * Has Node keep the program as it compiled it, and take it from there the next time (https://nodejs.org/api/module.html#module-compile-cache):
 * where books are kept for later builds, if nobody but the user may write there, for commands that make books. What cannot be kept is not.
 */
export async function keepCompiledCode(args: readonly string[], enableCompileCache: unknown): Promise<void> {
  const named = process.env.FASCICLE_CACHE ?? '';
  const [command = ''] = args;
  if (typeof enableCompileCache !== 'function' || named.toLowerCase() === 'off') return;
  if (!['build', 'cover'].includes(command) || args.some(arg => wishes.test(arg))) return;
  try {
    const { folder, code } = cacheLayout(named === '' ? userCacheFolder() : resolve(named));
    await makePrivateFolders(folder);
    if ((await whyNotOurs(folder)) !== null) return;
    const place = await folderOfProgram(code);
    await makePrivateFolders(place);
    Reflect.apply(enableCompileCache, undefined, [place]);
  } catch {
    // There is no such place, or nothing can be written there: the program is compiled each time.
  }
}

/** The folder for this program; another's, such as that before an update, goes. */
async function folderOfProgram(code: string): Promise<string> {
  const program = (await readFile(new URL('../chunks/buildId.txt', import.meta.url), 'utf8')).slice(0, idLength);
  const kept = await readdir(code).catch(() => []);
  for (const name of kept) if (name !== program) await rm(join(code, name), { recursive: true, force: true });
  return join(code, program);
}

/** Of the 64 digits of a digest, as many as tell one program from the next. */
const idLength = 16;
