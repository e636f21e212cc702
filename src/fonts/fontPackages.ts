import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { notePresence } from '../reads/trackReads.ts';
import { createFontFace } from './fontFace.ts';
import { type FontFamily, createFamily } from './fontFamily.ts';
import { readFontFileNow } from './fontFile.ts';
import type { PackagedFamily } from './scriptFonts.ts';

/** Finds the optional packages of fonts that are installed; nothing of one is read before a character asks for it. */
export interface FontPackages {
  readonly find: (packaged: PackagedFamily) => FontFamily | null;
}

/** `src/fonts` and `dist/fonts` stand equally deep below the package root. */
const ownFolder = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Looks for packages as Node does: in the `node_modules` of each folder and of those above it, the program's own folder
 * last.
 */
export function createFontPackages(folders: readonly string[] = []): FontPackages {
  const found = new Map<string, FontFamily | null>();
  return {
    find: packaged => {
      let family = found.get(packaged.package);
      if (family === undefined) {
        family = findFamily(packaged, [...folders, ownFolder]);
        found.set(packaged.package, family);
      }
      return family;
    },
  };
}

function findFamily({ family, package: name, files }: PackagedFamily, folders: readonly string[]): FontFamily | null {
  for (const folder of folders) {
    for (const modules of modulesAbove(folder)) {
      const pathOf = (file: string): string => join(modules, name, file);
      const isThere = (path: string): boolean => looksThere(path, folder);
      if (!isThere(pathOf(files.regular))) continue;
      const open = (face: string, file: string) => () => openPackaged(`${family}-${face}`, pathOf(file));
      const bold = isThere(pathOf(files.bold)) ? { bold: open('Bold', files.bold) } : {};
      return createFamily(family, null, { regular: open('Regular', files.regular), ...bold });
    }
  }
  return null;
}

/** A package may be installed later; of those beside the program itself a build knows by other means. */
function looksThere(path: string, folder: string): boolean {
  const isThere = existsSync(path);
  if (folder !== ownFolder) notePresence(path, isThere);
  return isThere;
}

function openPackaged(name: string, path: string): ReturnType<typeof createFontFace> {
  const { data } = readFontFileNow(path);
  return createFontFace({ data, path, id: name.replaceAll(' ', ''), isColored: false, isForeign: false });
}

/** `/a/b` → `/a/b/node_modules`, `/a/node_modules`, `/node_modules`. */
function modulesAbove(folder: string): string[] {
  const modules: string[] = [];
  for (let at = resolve(folder), above = ''; at !== above; above = at, at = dirname(at)) modules.push(join(at, 'node_modules'));
  return modules;
} // prettier-ignore
