import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { processBuilder } from '../../src/shelf/processBuilder.ts';
import { useWorkplace } from '../cli/spawnCli.ts';
import { childrenOf, digestsBelow, isAlive, startBuild, until, writeShelf } from './builtShelf.ts';

const place = useWorkplace();
const fast = ['-f', 'epub', '--cover', 'none', '--no-cache'] as const;
/** Enough for the program and a short story. */
const smallHeapMb = 48;
/** Who started what is told by Linux alone. */
const onLinux = it.runIf(existsSync('/proc/self/task'));

function finishedIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String).filter(name => name.endsWith('.epub')) : []; // prettier-ignore
}

describe('books built side by side', () => {
  it('are those that are built one after another, in processes or not', () => {
    writeShelf(place.folder(), 6, 20);
    const runs = [1, 2, 3].map(jobs => {
      const run = place.run(['build', '-o', `out-${jobs}`, '--jobs', String(jobs), ...fast]);
      expect(run.status).toBe(0);
      return digestsBelow(join(place.folder(), `out-${jobs}`));
    });
    expect(Object.keys(runs[0] ?? {})).toHaveLength(6);
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
  });

  it('a number of jobs that is none is refused', () => {
    writeShelf(place.folder(), 2, 2);
    for (const wrong of ['0', '-1', '2.5', 'many', '1000', '']) {
      const { status, stderr } = place.run(['build', `--jobs=${wrong}`, ...fast]);
      expect([status, stderr]).toEqual([2, expect.stringContaining('auto or a number from 1 to 256 was expected')]);
    }
  });

  onLinux('a process that is killed once costs nothing', async () => {
    writeShelf(place.folder(), 12, 150);
    const build = startBuild(place.folder(), ['-o', 'out', '--jobs', '2', ...fast]);
    const victim = await until(
      () => finishedIn(join(place.folder(), 'out')).length > 0 && childrenOf(build.child.pid)[0],
    );
    process.kill(victim, 'SIGKILL');
    expect(await build.ended).toEqual({ code: 0, signal: null });
    const clean = place.run(['build', '-o', 'clean', '--jobs', '1', ...fast]);
    expect(clean.status).toBe(0);
    expect(digestsBelow(join(place.folder(), 'out'))).toEqual(digestsBelow(join(place.folder(), 'clean')));
  });

  onLinux('a process that dies again costs its own book, and the others are built', async () => {
    writeShelf(place.folder(), 4, 3000);
    const build = startBuild(place.folder(), ['-o', 'out', '--jobs', '2', '--quiet', ...fast]);
    const { pid } = build.child;
    const [first = 0, second = 0] = await until(() => {
      const workers = childrenOf(pid);
      return workers.length === 2 && workers;
    });
    process.kill(first, 'SIGSEGV');
    const third = await until(() => childrenOf(pid).find(worker => worker !== first && worker !== second));
    process.kill(third, 'SIGKILL');
    expect((await build.ended).code).toBe(1);
    expect(finishedIn(join(place.folder(), 'out'))).toHaveLength(3);
    expect(build.output.stderr).toMatch(/tale-\d\.txt was not finished: the process that built it ended twice/);
    expect(build.output.stderr).toContain('signal SIGKILL');
    expect(build.output.stderr).toContain('--jobs 1');
  });
});

describe('a process whose memory is full', () => {
  it('costs its own book, and the next one is built', async () => {
    writeShelf(place.folder(), 2, 20);
    const long = join(place.folder(), 'tales/tale-1.txt');
    writeFileSync(long, Array.from({ length: 60_000 }, (_, night) => `On night ${night} he counted the lamps.\n`).join('\n'));
    const jobOf = (name: string) => ({
      id: name,
      options: { stories: [{ files: [{ path: join(place.folder(), 'tales', name) }] }], editions: ['epub'], cover: 'none' as const },
      outputFolder: join(place.folder(), 'out'),
      failedStories: [],
      diagnostics: [],
    });
    const builder = processBuilder(smallHeapMb, undefined, null);
    try {
      const full = await builder.build(jobOf('tale-1.txt'), () => undefined);
      expect(full).toMatchObject({ status: 'failed', files: [], diagnostics: [{ code: 'shelf/worker-died' }] });
      expect(await builder.build(jobOf('tale-2.txt'), () => undefined)).toMatchObject({ status: 'built', diagnostics: [] });
    } finally {
      await builder.end();
    }
    expect(Object.keys(digestsBelow(join(place.folder(), 'out')))).toHaveLength(1);
  }); // prettier-ignore
});

describe('a build that is interrupted', () => {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    onLinux(`finishes the current files at ${signal}, says what was done, and leaves nothing else`, async () => {
      writeShelf(place.folder(), 60, 100);
      const build = startBuild(place.folder(), ['-o', 'out', '--jobs', '2', ...fast]);
      const out = join(place.folder(), 'out');
      await until(() => finishedIn(out).length >= 2);
      const workers = childrenOf(build.child.pid);
      process.kill(build.child.pid ?? 0, signal);
      expect(await build.ended).toEqual({ code, signal: null });
      const made = Object.keys(digestsBelow(out));
      expect(made.length).toBeLessThan(60);
      expect(made.filter(name => !name.endsWith('.epub'))).toEqual([]);
      expect(build.output.stderr).toContain('interrupt again to leave at once');
      expect(workers.filter(isAlive)).toEqual([]);
      expect(place.run(['build', '-o', 'out', ...fast]).status).toBe(0);
      expect(finishedIn(out)).toHaveLength(60);
    });
  }

  onLinux('leaves at once the second time, and takes its processes and temporaries with it', async () => {
    writeShelf(place.folder(), 4, 4000);
    const build = startBuild(place.folder(), [
      '-o',
      'out',
      '--jobs',
      '2',
      '-f',
      'pdf',
      '--cover',
      'none',
      '--no-cache',
    ]);
    const workers = await until(() => {
      const children = childrenOf(build.child.pid);
      return children.length === 2 && children;
    });
    process.kill(build.child.pid ?? 0, 'SIGINT');
    await until(() => build.output.stderr.includes('interrupt again'));
    await new Promise(resolve => setTimeout(resolve, 150));
    process.kill(build.child.pid ?? 0, 'SIGINT');
    expect(await build.ended).toEqual({ code: 130, signal: null });
    await until(() => workers.every(pid => !isAlive(pid)));
    expect(Object.keys(digestsBelow(join(place.folder(), 'out'))).filter(name => !name.endsWith('.pdf'))).toEqual([]);
  });

  onLinux('of one book makes the file it is at its last', async () => {
    writeShelf(place.folder(), 1, 3000);
    const build = startBuild(place.folder(), ['tales/tale-1.txt', '-o', 'out', '-f', 'pdf,epub', '--cover', 'none']);
    await until(() => build.output.stderr.includes('make '));
    process.kill(build.child.pid ?? 0, 'SIGINT');
    expect(await build.ended).toEqual({ code: 130, signal: null });
    expect(Object.keys(digestsBelow(join(place.folder(), 'out'))).length).toBeLessThanOrEqual(1);
    expect(build.output.stderr).toContain('interrupted before all its files were made');
  });

  onLinux('hears in the middle of a long file that it is to leave at once', async () => {
    const chapters = Array.from({ length: 60 }, (_, at) => `## Chapter ${at + 1}\n\n${'He counted the lamps along the river, and wrote it down.\n\n'.repeat(400)}`);
    place.write({ 'long.md': `# The Lamps\n\nby Ned Hollow\n\n${chapters.join('')}` });
    const build = startBuild(place.folder(), ['long.md', '-o', 'out', '-f', 'pdf', '--cover', 'none']);
    await until(() => build.output.stderr.includes('make '));
    process.kill(build.child.pid ?? 0, 'SIGINT');
    await until(() => build.output.stderr.includes('interrupt again'));
    await new Promise(resolve => setTimeout(resolve, 150));
    process.kill(build.child.pid ?? 0, 'SIGINT');
    expect(await build.ended).toEqual({ code: 130, signal: null });
    expect(digestsBelow(join(place.folder(), 'out'))).toEqual({});
  }); // prettier-ignore

  onLinux('its processes leave when it is killed', async () => {
    writeShelf(place.folder(), 40, 200);
    const build = startBuild(place.folder(), ['-o', 'out', '--jobs', '2', ...fast]);
    const workers = await until(() => {
      const children = childrenOf(build.child.pid);
      return children.length === 2 && finishedIn(join(place.folder(), 'out')).length > 0 && children;
    });
    build.child.kill('SIGKILL');
    await build.ended;
    await until(() => workers.every(pid => !isAlive(pid)));
  });
});
