import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ArtifactContent } from '../compile/artifactContent.ts';
import { makeFolders } from './outputFolder.ts';
import { writeFailure } from './writeFailure.ts';

/** What of a file was written. */
export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a file whole or not at all: beside its place under another name, as its content comes, then renamed. Other files
 * stay untouched.
 * @throws CompileError `output/not-writable` or `output/disk-full`, or whatever its content fails with.
 */
export async function writeOutput(path: string, content: ArtifactContent): Promise<Written> {
  const temporary = join(dirname(path), `.fascicle-${process.pid}.part`);
  const removeTemporary = () => {
    if (existsSync(temporary)) rmSync(temporary, { force: true });
  };
  // An interrupted run ends through here, too.
  process.once('exit', removeTemporary);
  try {
    await makeFolders(dirname(path));
    const file = await open(temporary, 'w');
    let written: Written;
    try {
      written = await writeAll(file, content);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return written;
  } catch (cause) {
    removeTemporary();
    throw cause instanceof ContentFailure ? cause.cause : writeFailure(path, cause);
  } finally {
    process.off('exit', removeTemporary);
  }
}

/** The next part is asked for when the one before is written. */
async function writeAll(file: FileHandle, content: ArtifactContent): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of failingApart(content)) {
    await file.writeFile(chunk);
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** What a content fails with, its cause, which is no failure to write. */
class ContentFailure extends Error {}

async function* failingApart(content: ArtifactContent): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (cause) {
    // The disk's failures reach the loop that writes, and never come through here.
    throw new ContentFailure('the content cannot be made', { cause });
  }
}
