import { isAbsolute, join } from 'node:path';

/** A path that is written in a file, from the folder of the process: relative ones count from the file's own folder. */
export function pathFrom(folder: string, path: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}
