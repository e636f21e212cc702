import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { noteRead, noteTarget, noteUnrepeatable } from '../reads/trackReads.ts';
import { type ImageRefusal, outsideFolder } from './imageAddress.ts';

/** The largest file of a picture that is read, in bytes: a photograph of a hundred megapixels is smaller. */
export const maxImageBytes = 40 * 1024 * 1024;

/** A picture's bytes, or why there are none. */
export type ImageBytes = { readonly bytes: Uint8Array } | { readonly refusal: ImageRefusal };

/**
 * Reads a picture that a story names, from inside a folder and nowhere else: what leads out of it is refused, by `../` or
 * by a link, wherever the file that it names is.
 *
 * @param paths the paths to try, from the story's own folder
 * @param storyPath the file that names the picture
 * @param root the folder that the picture has to be in
 */
export async function readImageFile(paths: readonly string[], storyPath: string, root: string): Promise<ImageBytes> {
  let first: ImageRefusal | null = null;
  for (const path of paths) {
    const file = resolve(dirname(storyPath), path);
    const read = isInside(file, resolve(root)) ? await readInside(file, root) : { refusal: outsideFolder };
    if ('bytes' in read) return read;
    first ??= read.refusal;
  }
  return { refusal: first ?? notFound };
}

const notFound: ImageRefusal = {
  code: 'not-found',
  reason: 'is not there',
  hint: 'Check its name; capital letters count.',
};

async function readInside(file: string, root: string): Promise<ImageBytes> {
  return tryToRead(file, async () => {
    const real = await followLinks(file);
    if (!isInside(real, await followLinks(root))) return { refusal: outsideFolder };
    return readRegular(real);
  });
}

/** Reads a picture that the user of the program names, wherever it is. */
export async function readNamedImage(path: string): Promise<ImageBytes> {
  return tryToRead(path, async () => readRegular(path));
}

async function followLinks(path: string): Promise<string> {
  const target = await realpath(path);
  noteTarget(path, target);
  return target;
}

async function tryToRead(path: string, read: () => Promise<ImageBytes>): Promise<ImageBytes> {
  try {
    return await read();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') {
      noteRead(path, null);
      return { refusal: notFound };
    }
    noteUnrepeatable();
    const reason = `cannot be read (${String(code)})`;
    return { refusal: { code: 'not-found', reason, hint: 'Check its permissions.' } };
  }
}

/** Reads a file that is neither a folder nor a pipe, which might never end. */
async function readRegular(file: string): Promise<ImageBytes> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const info = await handle.stat();
    const refusal = info.isFile() ? (info.size > maxImageBytes ? tooLarge(info.size) : null) : notAFile;
    if (refusal !== null) {
      // Nothing of it is read that could be compared later.
      noteUnrepeatable();
      return { refusal };
    }
    const bytes = await handle.readFile();
    noteRead(file, bytes);
    return { bytes };
  } finally {
    await handle.close();
  }
}

const notAFile: ImageRefusal = { code: 'not-an-image', reason: 'is no file', hint: 'Name the file of a picture.' };

export function tooLarge(bytes: number): ImageRefusal {
  return {
    code: 'too-large',
    reason: `has ${Math.ceil(bytes / 1024 / 1024)} MB; at most ${maxImageBytes / 1024 / 1024} MB are read`,
    hint: 'Save a smaller copy of it.',
  };
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The folder that a story's pictures have to be in: the one that is given, if the story is in it, else the story's own. */
export function imageRootOf(storyPath: string, given: string | undefined): string {
  return given !== undefined && isInside(resolve(storyPath), resolve(given)) ? given : dirname(storyPath);
}
