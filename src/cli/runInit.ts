import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CompileError } from '../diagnostics/compileError.ts';
import { writeOutput } from '../output/writeOutput.ts';

/** `src/cli` and `dist/cli` stand equally deep below the package root, where the starter files are. */
const starterFolder = fileURLToPath(new URL('../../templates/starter/', import.meta.url));
const starterFiles = {
  book: ['book.yaml', 'the-night-ferry.txt'],
  shelf: ['fascicle.yaml', 'stories/the-night-ferry.txt'],
} as const;

/**
 * Copies the starter files into a folder; existing files are never touched.
 * @throws CompileError `config/usage` when one of them is there already, `output/not-writable`.
 */
export async function runInit(folder: string, isShelf: boolean): Promise<void> {
  const files = starterFiles[isShelf ? 'shelf' : 'book'];
  const existing = files.map(String).find(name => existsSync(join(folder, name)));
  if (existing !== undefined) {
    throw new CompileError('config/usage', `${join(folder, existing)} is there already; nothing was changed.`, {
      hint: 'Name an empty folder: fascicle init my-book',
    });
  }
  for (const name of files) {
    await writeOutput(join(folder, name), [readFileSync(join(starterFolder, basename(name)))]);
    process.stdout.write(`${join(folder, name)}\n`);
  }
  const goThere = folder === '.' ? '' : `cd ${folder} && `;
  process.stderr.write(`Now run: ${goThere}fascicle build\n`);
}
