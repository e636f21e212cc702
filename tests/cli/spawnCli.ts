import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';

/** The built program, as npm installs it. */
export const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own for each test, gone afterwards. */
export interface Workplace {
  readonly folder: () => string;
  /** Writes files below the folder, by their relative paths. */
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => void;
  /** Runs the program in the folder. */
  readonly run: (args: readonly string[], environment?: Readonly<Record<string, string>>) => CliRun;
  /** Runs the program with its stdout piped into a shell command; the status is the program's. */
  readonly runInto: (args: readonly string[], command: string) => CliRun;
  /** Runs the program as a user who may not do everything; only root can. */
  readonly runAsNobody: (args: readonly string[]) => CliRun;
}

/** Whether pipes can be tested: the shell tells the status of each part of one. */
export const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;

/** Sets a workplace up for every test of a file. */
export function useWorkplace(): Workplace {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fascicle-cli-'));
  });
  afterEach(() => {
    for (const made of [folder, `${folder}-cache`]) rmSync(made, { recursive: true, force: true });
  });
  const spawn = (
    command: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): CliRun => {
    const inherited = {
      ...process.env,
      NO_COLOR: undefined,
      SOURCE_DATE_EPOCH: undefined,
      FASCICLE_CACHE: join(folder, '..', `${basename(folder)}-cache`),
    };
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env: { ...inherited, ...environment } }); // prettier-ignore
    return { status, stdout, stderr };
  };
  return {
    folder: () => folder,
    write: files => {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
    },
    run: (args, environment) => spawn(process.execPath, [program, ...args], environment),
    runInto: (args, command) => spawn('bash', ['-c', `"$@" | ${command}; exit "\${PIPESTATUS[0]}"`, 'bash', process.execPath, program, ...args]), // prettier-ignore
    runAsNobody: args => spawn('/usr/bin/setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, program, ...args]), // prettier-ignore
  };
}

/** The report that a build with `--json` prints: what its last line holds. */
export function lastReport({ stdout }: CliRun): unknown {
  const last: unknown = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
  if (typeof last !== 'object' || last === null || !('type' in last) || last.type !== 'report') return undefined;
  return 'report' in last ? last.report : undefined;
}
