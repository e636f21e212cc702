import { createHash } from 'node:crypto';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ArtifactContent } from '../compile/artifactContent.ts';
import { makeFolders, removeEmptyFolders } from './outputFolder.ts';
import { claimTemporary, releaseTemporary, removeLeftovers } from './temporaryFile.ts';
import { writeFailure } from './writeFailure.ts';

/** What of a file was written. */
export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a file whole or not at all: beside its place under another name, as its content comes, then renamed. Other files
 * stay untouched, but for what dead builds left half written in its folder, which goes.
 * @throws CompileError `output/not-writable` or `output/disk-full`, or whatever its content fails with; folders made for it
 * are taken back then.
 */
export async function writeOutput(path: string, content: ArtifactContent): Promise<Written> {
  const folder = dirname(path);
  const temporary = claimTemporary(folder);
  const made: string[] = [];
  const takeBack = () => {
    releaseTemporary(temporary);
    removeEmptyFolders(made);
  };
  // An interrupted run ends through here, too.
  process.once('exit', takeBack);
  try {
    const file = await openIn(folder, temporary, made);
    let written: Written;
    try {
      written = await writeAll(file, content);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return written;
  } catch (cause) {
    takeBack();
    throw cause instanceof ContentFailure ? cause.cause : writeFailure(path, cause);
  } finally {
    releaseTemporary(temporary);
    process.off('exit', takeBack);
  }
}

/** @param made receives the folders that had to be made */
async function openIn(folder: string, path: string, made: string[]): Promise<FileHandle> {
  await makeFolders(folder, level => void made.push(level));
  await removeLeftovers(folder);
  try {
    return await open(path, 'wx');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    // Another process that failed took the folder back as empty, in between.
    await makeFolders(folder, level => void made.push(level));
    return open(path, 'wx');
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
