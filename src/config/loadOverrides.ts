import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CompileError } from '../diagnostics/compileError.ts';
import { noteRead } from '../reads/trackReads.ts';
import { decodeUtf8 } from './decodeUtf8.ts';
import { type OverridesConfig, parseOverrides } from './overridesConfig.ts';

/** How the names of overrides files end. */
export const overridesEnding = '.fascicle.yaml';

/** An overrides file that lies beside a story. */
export interface LoadedOverrides {
  readonly path: string;
  readonly config: OverridesConfig;
}

/** Where the overrides of a story are looked for: `smoke.txt.fascicle.yaml`, then `smoke.fascicle.yaml`. */
export function overridesPaths(storyPath: string): readonly [withEnding: string, withoutEnding: string] {
  const name = basename(storyPath);
  const place = (stem: string) => join(dirname(storyPath), `${stem}${overridesEnding}`);
  return [place(name), place(name.replace(/\.[^.]+$/, ''))];
}

/**
 * Loads the overrides that lie beside a story; `null` when there are none.
 * @throws CompileError `config/invalid-yaml`, `config/invalid` or `source/not-readable`.
 */
export function loadOverrides(storyPath: string): LoadedOverrides | null {
  for (const path of overridesPaths(storyPath)) {
    const bytes = readIfThere(path);
    noteRead(path, bytes);
    if (bytes !== null) return { path, config: parseOverrides(decodeUtf8(bytes, path), path) };
  }
  return null;
}

function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null;
    const reason = code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'permission is denied' : String(cause);
    throw new CompileError('source/not-readable', `The overrides ${path} cannot be read: ${reason}.`, {
      hint: 'Check its permissions, or move it away.',
      path,
      cause,
    });
  }
}
