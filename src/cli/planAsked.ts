import { readCacheSettings } from '../cache/readCacheSettings.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { planShelf } from '../shelf/planShelf.ts';
import type { BuildRequest } from './buildCommand.ts';
import { readTyped } from './runBuild.ts';
import { type AskedBooks, askedShard, takeAsked } from './takeAsked.ts';

/**
 * Plans a shelf and takes of it what is asked for.
 * @throws CompileError for a shelf or for options that cannot be used.
 */
export async function planAsked(request: BuildRequest, shelfFile: string): Promise<AskedBooks> {
  refuseOfOneBook(request, shelfFile);
  const shard = askedShard(request);
  const whole = await planShelf(shelfFile, { outputFolder: request.typedOut, settle: await readTyped(request) });
  const keeping = readCacheSettings({
    cache: request.cache ?? whole.settings.cache,
    size: request['cache-size'] ?? whole.settings.cacheSize,
  });
  return takeAsked(whole, request, { shard, keeping });
}

/** What is typed holds for every book of a shelf. */
function refuseOfOneBook(request: BuildRequest, shelfFile: string): void {
  const ofOne = (['title', 'author', 'editor', 'bind'] as const).find(name => request[name] !== undefined);
  const option = ofOne ?? (request['one-story'] ? 'one-story' : undefined);
  if (option === undefined) return;
  throw new CompileError('config/usage', `--${option} is for one book, and ${shelfFile} is a shelf.`, {
    hint: 'Say it under "books", or in a book.yaml; or name the stories instead of the shelf.',
  });
}
