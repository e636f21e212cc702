import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { checkData } from '../data/checkData.ts';
import { parseYaml } from '../data/parseYaml.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { nearestWord } from '../text/nearestWord.ts';
import type { Theme } from './theme.ts';

/** The themes that come with the program, each a folder under `templates/`. */
export const bundledThemes = ['plain'] as const;

/** `src/theme` and `dist/theme` stand equally deep below the package root, where the templates are. */
const templatesFolder = fileURLToPath(new URL('../../templates/', import.meta.url));

const lengthPt = v.pipe(v.number('must be a number of points'), v.minValue(0, 'must not be negative'));

const themeSchema = v.object({
  name: v.string('must be text'),
  cover: v.object({ style: v.string('must be the name of a cover style') }),
  print: v.object({
    trim: v.tuple([lengthPt, lengthPt], 'must be [width, height] in points'),
    margins: v.object({ top: lengthPt, bottom: lengthPt, inner: lengthPt, outer: lengthPt }),
    bodySize: lengthPt,
    leading: lengthPt,
    paragraphIndent: lengthPt,
    sceneBreakOrnament: v.string('must be text'),
  }),
});

/**
 * Loads a theme by the name of a bundled one, or from a folder that holds `theme.yaml` and `epub.css`.
 * @throws CompileError `config/unknown-theme` or `theme/invalid`.
 */
export function loadTheme(nameOrFolder: string): Theme {
  const isBundled = bundledThemes.some(name => name === nameOrFolder);
  const folder = isBundled ? join(templatesFolder, nameOrFolder) : nameOrFolder;
  if (!existsSync(join(folder, 'theme.yaml'))) throw unknownTheme(nameOrFolder);
  const design = readDesign(join(folder, 'theme.yaml'));
  return {
    name: design.name,
    stylesheet: readThemeFile(join(folder, 'epub.css')),
    print: {
      trimPt: design.print.trim,
      marginsPt: design.print.margins,
      bodyFontSizePt: design.print.bodySize,
      leadingPt: design.print.leading,
      paragraphIndentPt: design.print.paragraphIndent,
      sceneBreakOrnament: design.print.sceneBreakOrnament,
    },
    cover: design.cover,
  };
}

function readDesign(path: string): v.InferOutput<typeof themeSchema> {
  const yaml = parseYaml(readThemeFile(path));
  if (!yaml.ok) {
    const lines = yaml.problems.map(problem => `line ${problem.line}: ${problem.message}`);
    throw invalidTheme(path, lines);
  }
  const checked = checkData(themeSchema, yaml.value);
  if (!checked.ok) throw invalidTheme(path, checked.problems);
  return checked.value;
}

function readThemeFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new CompileError('theme/invalid', `The theme's file ${path} cannot be read.`, {
      hint: 'A theme is a folder with theme.yaml and epub.css; copy templates/plain to start from.',
      path,
      cause,
    });
  }
}

function invalidTheme(path: string, problems: readonly string[]): CompileError {
  return new CompileError('theme/invalid', `The theme ${path} has mistakes:\n  ${problems.join('\n  ')}`, {
    hint: 'Compare it with templates/plain/theme.yaml.',
    path,
  });
}

function unknownTheme(name: string): CompileError {
  const nearest = nearestWord(name, bundledThemes);
  const known = `The themes are ${bundledThemes.join(', ')}; or name a folder that holds theme.yaml and epub.css.`;
  return new CompileError('config/unknown-theme', `There is no theme "${name}".`, {
    hint: nearest === null ? known : `Did you mean "${nearest}"? ${known}`,
  });
}
