import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import * as engine from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { useWorkplace } from './spawnCli.ts';

const place = useWorkplace();
const built = fileURLToPath(new URL('../../dist/cli/keepCompiledCode.js', import.meta.url));

/** The folder that an engine is asked to keep code in; empty when it is not asked. */
function folderAskedFor(args: readonly string[], cache: string): string {
  const script = `import { keepCompiledCode } from ${JSON.stringify(built)};
    await keepCompiledCode(${JSON.stringify(args)}, folder => process.stdout.write(folder));`;
  const environment = { ...process.env, FASCICLE_CACHE: cache, HOME: place.folder(), XDG_CACHE_HOME: undefined };
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', cwd: place.folder(), env: environment }); // prettier-ignore
  expect(status).toBe(0);
  return stdout;
}

const story = 'The Lamp\n\nby Ned Hollow\n\nThe lamp had been lit before anybody thought of asking.\n';

describe('keeping compiled code', () => {
  it('names a folder of this program in the cache, for its user alone, and drops those of others', () => {
    const cache = join(place.folder(), 'cache');
    mkdirSync(join(cache, 'fascicle-1/code/before'), { recursive: true, mode: 0o700 });
    const folder = folderAskedFor(['build', 'lamp.txt'], 'cache');
    expect(folder).toMatch(/\/cache\/fascicle-1\/code\/[0-9a-f]{16}$/);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(cache, 'fascicle-1/code'))).toHaveLength(1);
  });

  it.runIf(process.platform === 'linux')('takes the user’s place for caches when none is named', () => {
    expect(folderAskedFor(['build', 'lamp.txt'], '')).toContain(
      join(place.folder(), '.cache/fascicle/fascicle-1/code/'),
    );
  });

  it.each([
    [['build', 'lamp.txt'], 'off'],
    [['build', 'lamp.txt', '--no-cache'], 'cache'],
    [['build', '--cache', 'shared'], 'cache'],
    [['build', '--cache=shared'], 'cache'],
    [['build', '--dry-run'], 'cache'],
    [['inspect', 'lamp.txt'], 'cache'],
    [['cache', 'clean'], 'cache'],
  ])('keeps nothing for %j with FASCICLE_CACHE=%s', (args, cache) => {
    expect(folderAskedFor(args, cache)).toBe('');
    expect(readdirSync(place.folder())).toEqual([]);
  });

  it('keeps nothing where others may write', () => {
    mkdirSync(join(place.folder(), 'cache'));
    chmodSync(join(place.folder(), 'cache'), 0o777);
    expect(folderAskedFor(['build', 'lamp.txt'], 'cache')).toBe('');
  });

  it('keeps nothing where a file stands', () => {
    place.write({ cache: '' });
    expect(folderAskedFor(['build', 'lamp.txt'], 'cache')).toBe('');
  });

  it.runIf('enableCompileCache' in engine)('makes the same bytes with it, and "cache clean" removes it', () => {
    place.write({ 'lamp.txt': story });
    const environment = { FASCICLE_CACHE: join(place.folder(), 'cache') };
    const books = ['first', 'second'].map(out => {
      expect(place.run(['build', 'lamp.txt', '-f', 'pdf', '--cover', 'none', '-q', '-o', out], environment)).toMatchObject({ status: 0, stderr: '' }); // prettier-ignore
      return readFileSync(join(place.folder(), out, 'the-lamp.pdf'));
    });
    expect(books[1]).toEqual(books[0]);
    const [program = ''] = readdirSync(join(place.folder(), 'cache/fascicle-1/code'));
    expect(readdirSync(join(place.folder(), 'cache/fascicle-1/code', program))).not.toEqual([]);
    expect(place.run(['cache', 'clean'], environment).status).toBe(0);
    expect(existsSync(join(place.folder(), 'cache'))).toBe(false);
  });
});
