import { join } from 'node:path';
import { checkData } from '../data/checkData.ts';
import { parseYaml } from '../data/parseYaml.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { nearestWord } from '../text/nearestWord.ts';
import { invalidTheme } from './invalidTheme.ts';
import { printDesign, printDesignOver } from './printDesign.ts';
import { readEpubDesign } from './readEpubDesign.ts';
import { printFonts } from './printFonts.ts';
import type { PrintDesign, Theme } from './theme.ts';
import { hasThemeFile, readThemeFile, templatesFolder } from './themeFolder.ts';
import { extendingThemeSchema, wholeThemeSchema } from './themeSchema.ts';
import type { ThemeData, ThemePrintData } from './themeSchema.ts';
import { isSameTrim } from './trimSizes.ts';

/** The themes that come with the program, each a folder under `templates/`. */
export const bundledThemes = ['plain', 'classic', 'zine'] as const;

/**
 * Loads a theme by the name of a bundled one, or from a folder that holds `theme.yaml` and `epub.css`.
 * @throws CompileError `config/unknown-theme` or `theme/invalid`.
 */
export function loadTheme(nameOrFolder: string): Theme {
  const isBundled = bundledThemes.some(name => name === nameOrFolder);
  const folder = isBundled ? join(templatesFolder, nameOrFolder) : nameOrFolder;
  if (!hasThemeFile(folder, 'theme.yaml')) throw unknownTheme(nameOrFolder);
  const data = readThemeData(folder);
  if (!('extends' in data)) {
    const { design, findings } = readEpubDesign({ folder, isBundled }, data.epub, null);
    return {
      name: data.name,
      epub: design,
      print: printDesign(data.print, folder),
      printOver: null,
      cover: data.cover,
      findings,
    };
  }
  const base = loadTheme(baseName(data.extends, nameOrFolder, folder));
  const { design, findings } = readEpubDesign({ folder, isBundled }, data.epub, base.epub);
  return {
    name: data.name,
    epub: design,
    ...extendedPrint(base.print, data.print ?? {}, folder),
    cover: data.cover ?? base.cover,
    findings: [...base.findings, ...findings],
  };
}

/** The pages of a theme that extends another; on a page of another size, what it does not say is derived when it is used. */
function extendedPrint(base: PrintDesign, own: ThemePrintData, folder: string): Pick<Theme, 'print' | 'printOver'> {
  const from = { ...base, fonts: printFonts(base.fonts, own.fonts, folder) };
  const isOtherPage = own.trim !== undefined && !isSameTrim(own.trim, base.trimPt);
  return { print: printDesignOver(from, own), printOver: isOtherPage ? { base: from, settings: own } : null };
}

/** Only what comes with the program is extended: its themes are whole, and stay where they are. */
function baseName(base: string, ownName: string, folder: string): string {
  const known = bundledThemes.filter(name => name !== ownName);
  if (known.some(name => name === base)) return base;
  throw invalidTheme(join(folder, 'theme.yaml'), [`"extends" must be one of ${known.join(', ')}; it is "${base}"`]);
}

function readThemeData(folder: string): ThemeData {
  const path = join(folder, 'theme.yaml');
  const yaml = parseYaml(new TextDecoder().decode(readThemeFile(folder, 'theme.yaml')));
  if (!yaml.ok) {
    throw invalidTheme(
      path,
      yaml.problems.map(problem => `line ${problem.line}: ${problem.message}`),
    );
  }
  const { value } = yaml;
  const isExtending = typeof value === 'object' && value !== null && 'extends' in value;
  const checked = isExtending ? checkData(extendingThemeSchema, value) : checkData(wholeThemeSchema, value);
  if (!checked.ok) throw invalidTheme(path, checked.problems);
  return checked.value;
}

function unknownTheme(name: string): CompileError {
  const nearest = nearestWord(name, bundledThemes);
  const known = `The themes are ${bundledThemes.join(', ')}; or name a folder that holds theme.yaml and epub.css.`;
  return new CompileError('config/unknown-theme', `There is no theme "${name}".`, {
    hint: nearest === null ? known : `Did you mean "${nearest}"? ${known}`,
  });
}
