import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CompileError } from '../diagnostics/compileError.ts';
import { noteListing } from '../reads/trackReads.ts';
import { nearestWord } from '../text/nearestWord.ts';
import { bundledFamilyNames } from './bundledFamilies.ts';
import { bundledFamily } from './bundledFonts.ts';
import { type FaceSource, readFaceSources } from './faceSource.ts';
import { type FontFamily, gatherFamily } from './fontFamily.ts';
import { readFontFile } from './fontFile.ts';
import { fontFormats } from './refuseFont.ts';

/** Matches `Mine-Bold.ttf` and `Mine.WOFF2`; not `OFL.txt`. */
const fontEnding = /\.(?:ttf|otf|ttc|otc|woff2?)$/i;

/** A folder with more fonts holds many families; one of them should be named. */
const mostFiles = 100;

/**
 * Opens the fonts of a file or a folder: one family, or in a folder or a collection several, sorted by name.
 * @throws CompileError `fonts/not-found`, `fonts/unreadable` or `fonts/embedding-forbidden`.
 */
export async function openFamilies(path: string): Promise<FontFamily[]> {
  const sources: FaceSource[] = [];
  for (const file of listFiles(path)) sources.push(...readFaceSources(await readFontFile(file)));
  const names = new Set(sources.map(source => source.facts.family));
  return [...names].toSorted(byCodeUnits).map(name => {
    const own = sources.filter(source => source.facts.family === name);
    return gatherFamily(name, path, own.toSorted(byName));
  });
}

/**
 * Opens a file or folder that holds the faces of one family; of a collection of several, the first.
 * @throws CompileError as above, and `fonts/not-found` for a folder of several families.
 */
export async function openFamily(path: string): Promise<FontFamily> {
  const families = await openFamilies(path);
  const [first] = families;
  if (first !== undefined && (families.length === 1 || !isFolder(path))) return first;
  const names = families.map(({ name }) => name).join(', ');
  throw new CompileError('fonts/not-found', `The folder ${path} holds ${families.length} families (${names}); one was expected.`, {
    hint: 'Name a file, or a folder with the faces of one family.',
    path,
  });
} // prettier-ignore

/**
 * Opens a family by what a reader wrote for it: the name of one that comes with the program, a file or a folder.
 * @throws CompileError as above.
 */
export async function openNamedFamily(source: string): Promise<FontFamily> {
  return bundledFamily(source) ?? openFamily(source);
}

/** The font files that a path stands for, in an order that does not depend on the file system. */
function listFiles(path: string): string[] {
  let files: string[];
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path);
    noteListing(path, names);
    files = names.filter(name => fontEnding.test(name));
  } catch (cause) {
    throw new CompileError(
      'fonts/not-found',
      `There is no font ${path}: a file, a folder or the name of a family was expected.`,
      {
        hint: `${suggestFamily(path)}The families that need no file are ${bundledFamilyNames.join(' and ')}; a path counts from the folder of the file that names it.`,
        path,
        cause,
      },
    );
  }
  if (files.length > 0 && files.length <= mostFiles) return files.toSorted(byCodeUnits).map(name => join(path, name));
  const found = files.length === 0 ? 'no font files' : `${files.length} font files; at most ${mostFiles} were expected`;
  throw new CompileError('fonts/not-found', `The folder ${path} holds ${found}.`, {
    hint: `Put ${fontFormats} into it, one family.`,
    path,
  });
}

/** `./Garamond` may be meant for EB Garamond. */
function suggestFamily(path: string): string {
  const near = nearestWord(basename(path), bundledFamilyNames);
  return near === null ? '' : `Did you mean "${near}"? `;
}

function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}

function byName(left: FaceSource, right: FaceSource): number {
  return byCodeUnits(left.facts.fullName, right.facts.fullName) || byCodeUnits(left.path, right.path);
}

function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
