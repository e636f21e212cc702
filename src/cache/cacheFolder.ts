import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where a user's caches are kept: `$XDG_CACHE_HOME/fascicle` or `~/.cache/fascicle`, `~/Library/Caches/fascicle` on macOS,
 * `%LOCALAPPDATA%\fascicle\Cache` on Windows (see https://specifications.freedesktop.org/basedir-spec/latest/).
 */
export function userCacheFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): string {
  const home = homedir();
  if (platform === 'win32') {
    return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'fascicle', 'Cache');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'fascicle');
  const { XDG_CACHE_HOME: named = '' } = environment;
  // "All paths set in these environment variables must be absolute. If an implementation encounters a relative path […] it should ignore it."
  return join(named.startsWith('/') ? named : join(home, '.cache'), 'fascicle');
}
