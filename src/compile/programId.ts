import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagedFamilies } from '../fonts/scriptFonts.ts';

let known: string | undefined;

/**
 * Tells apart all programs that may make another book of the same sources, as SHA-256 in hexadecimal: by the bytes of the
 * program, its templates and its fonts, the versions of the libraries and packages of fonts that are installed with it, and
 * those of Node.
 */
export function programId(): string {
  known ??= sha256(JSON.stringify([programDigest(), libraryVersions(), process.versions, process.platform, process.arch]));
  return known;
} // prettier-ignore

const besideModule = fileURLToPath(new URL('..', import.meta.url));
/** Rooms stand two folders below the package, in `src` and in `dist` alike. */
const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Written when the program is bundled; a program that runs from its modules is digested as it is. */
function programDigest(): string {
  const written = join(besideModule, 'chunks', 'buildId.txt');
  if (existsSync(written)) return readFileSync(written, 'utf8');
  const folders = [besideModule, join(packageFolder, 'templates'), join(packageFolder, 'fonts')];
  return sha256(folders.map(digestOfTree).join());
}

function digestOfTree(folder: string): string {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter(entry => entry.isFile());
  const paths = entries.map(entry => join(entry.parentPath, entry.name)).sort();
  return sha256(paths.map(path => sha256(readFileSync(path))).join());
}

/** `marked 18.2.1` of each library that the program needs, and of those that they need; and of packages of fonts. */
function libraryVersions(): string[] {
  const versions = new Map<string, string>();
  const visit = (folder: string): void => {
    const { name, version, libraries } = readManifest(folder);
    versions.set(folder, `${name} ${version}`);
    for (const library of libraries) {
      const found = findLibrary(library, folder);
      if (found !== null && !versions.has(found)) visit(found);
    }
  };
  visit(dirname(join(packageFolder, 'package.json')));
  for (const { package: name } of packagedFamilies) {
    const found = findLibrary(name, packageFolder);
    if (found !== null) visit(found);
  }
  return [...versions.values()].sort();
}

/** Looks for a library as Node does: in the `node_modules` of a folder and of those above it. */
function findLibrary(name: string, from: string): string | null {
  for (let at = from, below = ''; at !== below; below = at, at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  return null;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly libraries: readonly string[];
}

function readManifest(folder: string): Manifest {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const field = (name: string): unknown =>
    typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, name) : undefined;
  const namesIn = (value: unknown): string[] => (typeof value === 'object' && value !== null ? Object.keys(value) : []);
  const libraries = [...namesIn(field('dependencies')), ...namesIn(field('optionalDependencies'))];
  return { name: String(field('name')), version: String(field('version')), libraries };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
