import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type FaceStyle, bundledFacePath, bundledFamilyNames } from '../fonts/bundledFamilies.ts';
import { invalidTheme } from './invalidTheme.ts';
import { lintStylesheet } from './stylesheet/lintStylesheet.ts';
import type { StylesheetSurroundings } from './stylesheet/lintStylesheet.ts';
import type { EmbeddedFont, EpubDesign, SceneBreak, ThemeFile } from './theme.ts';
import { hasThemeFile, readThemeFile, readThemePicture } from './themeFolder.ts';
import type { EpubData, FontData } from './themeSchema.ts';

export interface ReadEpubDesign {
  readonly design: EpubDesign;
  /** Hazards in the style sheet that do not break it. */
  readonly findings: readonly Diagnostic[];
}

/** Where a design is read from; the sheets of the themes that come with the program are known to be sound. */
export interface EpubDesignFolder {
  readonly folder: string;
  readonly isBundled: boolean;
}

/**
 * Reads how a theme's EPUBs look, laid over the design that it extends, if any: the base's style sheet comes first.
 * @throws CompileError `theme/invalid`.
 */
export function readEpubDesign(
  { folder, isBundled }: EpubDesignFolder,
  own: EpubData = {},
  base: EpubDesign | null,
): ReadEpubDesign {
  const files = withReplacements(base?.files ?? [], ownFiles(folder, own));
  const fonts = [...(base?.fonts ?? []), ...(own.fonts ?? []).map(font => readFont(folder, font))];
  const sheet = readStylesheet(folder, base !== null);
  const surroundings = {
    files: files.map(file => file.fileName),
    setsBodyFont: fonts.some(font => font.uses.includes('body')),
  };
  const findings = isBundled ? [] : checkStylesheet(join(folder, 'epub.css'), sheet, surroundings);
  const ownSceneBreak = own.sceneBreak === undefined ? undefined : sceneBreakOf(own.sceneBreak);
  const design: EpubDesign = {
    stylesheet: base === null ? sheet : base.stylesheet + withoutCharset(sheet),
    files,
    openings: own.openings ?? base?.openings ?? 'plain',
    openers: own.openers ?? base?.openers ?? 'none',
    sceneBreak: ownSceneBreak ?? base?.sceneBreak ?? { type: 'rule' },
    fonts,
  };
  return { design, findings };
}

/** The style sheet of a theme; one that extends another may do without. */
function readStylesheet(folder: string, isExtending: boolean): string {
  if (isExtending && !hasThemeFile(folder, 'epub.css')) return '';
  return new TextDecoder().decode(readThemeFile(folder, 'epub.css'));
}

function ownFiles(folder: string, { files = [], sceneBreak }: EpubData): ThemeFile[] {
  const ornament = sceneBreak === undefined ? null : ornamentFile(sceneBreak.ornament);
  const names = new Set([...files, ...(ornament === null ? [] : [ornament])]);
  return [...names].map(name => readThemePicture(folder, name));
}

/** A theme's file takes the place of one of the same name in the theme that it extends. */
function withReplacements(base: readonly ThemeFile[], own: readonly ThemeFile[]): readonly ThemeFile[] {
  const kept = base.filter(file => !own.some(other => other.fileName === file.fileName));
  return [...kept, ...own];
}

/** How high a picture at a scene break is when the theme does not say: a line's height. */
const ornamentHeightEm = 1.2;

function sceneBreakOf({ ornament, text = '* * *', height = ornamentHeightEm, rules = false }: NonNullable<EpubData['sceneBreak']>): SceneBreak {
  if (ornament === 'rule') return { type: 'rule' };
  if (ornament === 'motif') return { type: 'motif', text, heightEm: height, hasRules: rules };
  if (ornament === 'stars') return { type: 'stars', text };
  return { type: 'picture', fileName: ornament, heightEm: height };
} // prettier-ignore

/** The ornaments that are no file of the theme's. */
const knownOrnaments: ReadonlySet<string> = new Set(['rule', 'stars', 'motif']);

function ornamentFile(ornament: string): string | null {
  return knownOrnaments.has(ornament) ? null : ornament;
}

/** The first bytes of TrueType and OpenType files; WOFF2 is not read by Kobo, collections by nobody. */
const fontSignatures: ReadonlySet<string> = new Set(['\u0000\u0001\u0000\u0000', 'OTTO', 'true']);

function readFont(folder: string, { family, file, weight = 'normal', style = 'normal', use }: FontData): EmbeddedFont {
  const data = file === undefined ? readBundledFont(folder, family, weight, style) : readThemeFile(folder, file);
  if (!fontSignatures.has(String.fromCharCode(...data.subarray(0, 4)))) {
    throw invalidTheme(folder, [`${file ?? family} must be a TrueType or OpenType font (.ttf or .otf)`]);
  }
  return { family, weight, style, uses: use, data };
}

function readBundledFont(
  folder: string,
  family: string,
  weight: EmbeddedFont['weight'],
  style: EmbeddedFont['style'],
): Uint8Array {
  const path = bundledFacePath(family, faceStyle(weight, style));
  if (path !== null) return readFileSync(path);
  const known = bundledFamilyNames.join(', ');
  throw invalidTheme(folder, [
    `the font "${family}" in ${weight} ${style} is not among those that come with the program (${known}); give its "file"`,
  ]);
}

function faceStyle(weight: EmbeddedFont['weight'], style: EmbeddedFont['style']): FaceStyle {
  if (weight === 'normal') return style;
  return style === 'normal' ? 'bold' : 'bold italic';
}

/** Refuses what breaks the sheet; what is a hazard only is told. */
function checkStylesheet(path: string, css: string, known: StylesheetSurroundings): Diagnostic[] {
  const problems = lintStylesheet(css, known);
  const errors = problems.filter(problem => problem.severity === 'error');
  if (errors.length > 0) {
    throw new CompileError(
      'theme/invalid',
      `The style sheet ${path} has what some readers choke on:\n  ${errors.map(({ line, what, why }) => `line ${line}: ${what}: ${why}`).join('\n  ')}`,
      { hint: 'Take it out; docs/themes.md says what is safe and what to write instead.', path },
    );
  }
  return problems.map(({ line, what, why }) => ({
    code: 'theme/hazard',
    severity: 'warning',
    message: `${path}, line ${line}: ${what}: ${why}.`,
    hint: 'See docs/themes.md for what is safe.',
  }));
}

/** Only the first line of a sheet may say its encoding. */
function withoutCharset(css: string): string {
  return css.replace(/^@charset "utf-8";\n*/i, '\n');
}
