import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { inLanes } from './inLanes.js';
import { runTool } from './runTool.js';
import { writeStressBooks } from './stress/writeStressBooks.js';

const root = resolve(import.meta.dirname, '..');
export const program = join(root, 'dist/cli/main.js');

/** What is made for Kobo has the pages of the EPUB beside it, each sentence in a span. */
export function isKepub(file) {
  return file.endsWith('.kepub.epub');
}

/** Every theme that comes with the program. */
export const themes = readdirSync(join(root, 'templates'))
  .filter(name => existsSync(join(root, 'templates', name, 'theme.yaml')))
  .sort();

/**
 * Writes the sources that the gates build from into `folder`, and returns the builds to make of them, each
 * `{ name, inputs, options }`: our own stories and the stress books, or the texts of `corpus` if it is given.
 */
export async function writeSources(folder, corpus) {
  if (corpus !== null) {
    cpSync(corpus, folder, { recursive: true });
    return [{ name: 'corpus', inputs: storiesOf(folder), options: ['--bind', 'both', '-f', 'epub,pdf'] }];
  }
  cpSync(join(root, 'stories'), join(folder, 'stories'), { recursive: true });
  await writeStressBooks(folder);
  const inEveryTheme = (name, input, formats) =>
    themes.map(theme => ({
      name: `${name} in ${theme}`,
      inputs: [input],
      options: ['--bind', 'anthology', '--theme', theme, '-f', formats],
    }));
  return [
    ...inEveryTheme('anthology', 'stories', 'epub,kepub,pdf'),
    { name: 'each story', inputs: ['stories'], options: ['--bind', 'separate', '-f', 'epub,pdf,archive'] },
    { name: 'pictures', inputs: ['pictures'], options: ['-f', 'epub,pdf,archive'] },
    ...inEveryTheme('kinds', 'kinds', 'epub,kepub,pdf'),
    { name: 'sheets', inputs: ['stories'], options: ['--bind', 'anthology', '-f', 'booklet,signatures,cut-and-stack'] },
    { name: 'length', inputs: ['length'], options: ['-f', 'epub,kepub,print'] },
    { name: 'turned', inputs: ['turned'], options: ['-f', 'epub,kepub,pdf,kdp'] },
    { name: 'nameless', inputs: ['nameless'], options: ['-f', 'epub,kepub,screen,print,kdp,lulu,archive'] },
  ];
}

/**
 * Makes the builds from the sources in `folder` into folders of `out`, two at a time.
 * Returns the paths of the files, relative to `out`, sorted.
 */
export async function buildBooks(builds, folder, { out, environment, report }) {
  mkdirSync(out);
  await inLanes(builds, 2, async ({ name, inputs, options }) => {
    const args = [program, 'build', ...inputs, ...options, '--out', join(out, name), '--quiet'];
    const { status, stderr } = await runTool(process.execPath, args, {
      env: { ...process.env, ...environment },
      cwd: folder,
    });
    if (status !== 0) report(false, `build ${name}`, `exit ${status}\n${stderr}`);
  });
  return builds.flatMap(({ name }) => readdirSync(join(out, name)).map(file => join(name, file))).sort();
}

function storiesOf(folder) {
  return readdirSync(folder)
    .filter(name => /\.(?:txt|md)$/i.test(name))
    .sort()
    .map(name => basename(name));
}
