import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CompileError } from '../diagnostics/compileError.ts';
import { bundledFamilyNames } from '../fonts/bundledFamilies.ts';
import { noteListing, notePresence, noteRead, noteTarget } from '../reads/trackReads.ts';
import { invalidTheme } from './invalidTheme.ts';
import type { ThemeFile } from './theme.ts';

/** `src/theme` and `dist/theme` stand equally deep below the package root, where the templates are. */
export const templatesFolder = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Whether a theme is the user's own, so that what is read of it may change while the program stays the same. */
function isOwn(folder: string): boolean {
  return !folder.startsWith(templatesFolder);
}

/** Whether a theme has a file. */
export function hasThemeFile(folder: string, fileName: string): boolean {
  const path = join(folder, fileName);
  const isThere = existsSync(path);
  if (isOwn(folder)) notePresence(path, isThere);
  return isThere;
}

/** Follows all links in a path of a theme. */
function targetOf(path: string, folder: string): string {
  const target = realpathSync(path);
  if (isOwn(folder)) noteTarget(path, target);
  return target;
}

/** Whole fonts for Chinese weigh this much; whatever is larger was named by mistake. */
const maxFileBytes = 30_000_000;

/** Matches `ornament.svg` and `fonts/Mine-Bold.ttf`; not `../a.svg`, `/a.svg`, `.hidden`, `a b.svg`: names that every zip and reader takes. */
const safeName = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

const pictureTypes: Readonly<Record<string, ThemeFile['mediaType']>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};

/** The name of the picture of the cover, which is the book's own. */
const reservedName = 'cover.jpg';
/** The folder of the motifs that are made of the cover. */
const reservedFolder = 'motifs/';

/**
 * Reads a file of a theme.
 * @throws CompileError `theme/invalid` for a name or a link that leads out of the folder, or a file that cannot be read.
 */
export function readThemeFile(folder: string, fileName: string): Uint8Array {
  const path = join(folder, fileName);
  if (!safeName.test(fileName)) {
    throw invalidTheme(folder, [
      `the file "${fileName}" must be named by a path inside the theme’s folder, of letters, digits, hyphens and dots`,
    ]);
  }
  try {
    const root = targetOf(folder, folder);
    if (!targetOf(path, folder).startsWith(root + sep))
      throw invalidTheme(folder, [`${fileName} links out of the folder`]);
    if (statSync(path).size > maxFileBytes) throw invalidTheme(folder, [`${fileName} is larger than 30 MB`]);
    const bytes = readFileSync(path);
    if (isOwn(folder)) noteRead(path, bytes);
    return bytes;
  } catch (cause) {
    if (cause instanceof CompileError) throw cause;
    throw new CompileError('theme/invalid', `The theme's file ${path} cannot be read.`, {
      hint: 'A theme is a folder with theme.yaml, epub.css and the files they name; copy templates/plain to start from.',
      path,
      cause,
    });
  }
}

/**
 * The path of a font of a theme, a file or a folder with the faces of a family.
 * @throws CompileError `theme/invalid` for a name or a link that leads out of the folder, or one that there is not.
 */
export function themeFontPath(folder: string, name: string): string {
  const path = join(folder, name);
  const complaint = `the font "${name}" must be a bundled family (${bundledFamilyNames.join(', ')}), or a file or folder inside the theme’s folder, of letters, digits, hyphens and dots`;
  if (!safeName.test(name.replace(/\/$/, '')) || !existsSync(path)) throw invalidTheme(folder, [complaint]);
  const root = targetOf(folder, folder) + sep;
  const inside = statSync(path).isDirectory() ? listFiles(path) : [];
  const leak = [path, ...inside].find(each => !targetOf(each, folder).startsWith(root));
  if (leak !== undefined) throw invalidTheme(folder, [`${leak} links out of the folder`]);
  return path;
}

function listFiles(folder: string): string[] {
  const names = readdirSync(folder);
  noteListing(folder, names);
  return names.map(name => join(folder, name));
}

/**
 * Reads a picture that the style sheet loads.
 * @throws CompileError `theme/invalid`, for a picture that is none or that could load or run something, too.
 */
export function readThemePicture(folder: string, fileName: string): ThemeFile {
  const extension = extname(fileName).toLowerCase();
  const mediaType = Object.hasOwn(pictureTypes, extension) ? pictureTypes[extension] : undefined;
  if (mediaType === undefined) throw invalidTheme(folder, [`${fileName} must be a picture: .svg, .png or .jpg`]);
  if (fileName === reservedName) throw invalidTheme(folder, [`${fileName} is the name of the book’s cover`]);
  if (fileName.startsWith(reservedFolder))
    throw invalidTheme(folder, [`${fileName} lies where the motifs of covers do`]);
  const content = readThemeFile(folder, fileName);
  const problem = mediaType === 'image/svg+xml' ? svgProblem(new TextDecoder().decode(content)) : null;
  if (problem !== null) throw invalidTheme(folder, [`${fileName} ${problem}`]);
  return { fileName, mediaType, content };
}

/** A drawing is shapes alone: readers run no scripts in it and fetch nothing for it, and EPUBCheck refuses both. */
function svgProblem(svg: string): string | null {
  if (!/<svg\b/.test(svg)) return 'is no SVG drawing';
  // Matches `<script>`, ` onload="`, `<!ENTITY`; not `<style>`.
  if (/<script\b|\son\w+\s*=|<!DOCTYPE|<!ENTITY|<foreignObject\b/i.test(svg)) return 'must hold shapes only, and no script or entity';
  // Matches `href="http://a"` and `url(http://a)`; not `href="#leaf"` or `url(#leaf)`.
  if (/href\s*=\s*["'](?!#)|url\(\s*["']?(?!#)|@import/i.test(svg)) return 'must not load other files';
  return null;
} // prettier-ignore
