import { existsSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolders } from './outputFolder.ts';
import { writeFailure } from './writeFailure.ts';

/**
 * Writes a file whole or not at all: beside its place under another name, then renamed. Other files stay untouched.
 * @throws CompileError `output/not-writable` or `output/disk-full`.
 */
export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.fascicle-${process.pid}.part`);
  const removeTemporary = () => {
    if (existsSync(temporary)) rmSync(temporary, { force: true });
  };
  // An interrupted run ends through here, too.
  process.once('exit', removeTemporary);
  try {
    await makeFolders(dirname(path));
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    removeTemporary();
    throw writeFailure(path, cause);
  } finally {
    process.off('exit', removeTemporary);
  }
}
