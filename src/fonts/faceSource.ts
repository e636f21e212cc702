import { CompileError } from '../diagnostics/compileError.ts';
import { type FaceFacts, readFacts } from './faceFacts.ts';
import { type FontFace, createFontFace } from './fontFace.ts';
import type { FontFile } from './fontFile.ts';
import { fontFormats, refuseFont } from './refuseFont.ts';
import { rewriteFont } from './rewriteFont.ts';
import { type SfntTables, readSfnt } from './sfnt.ts';

/** A font of a file that may be used, before its glyphs are needed. */
export interface FaceSource {
  readonly path: string;
  readonly facts: FaceFacts;
  /**
   * Opens it, at a weight where it is variable.
   * @throws CompileError `fonts/unreadable` for a table that cannot be read.
   */
  readonly open: (weight: number | null) => FontFace;
}

/** What shaping and PDF need of a font besides outlines. */
const neededTables = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post'] as const;

/**
 * The fonts of a file, each checked for what it needs and what its maker lets be done with it.
 * @throws CompileError `fonts/unreadable` or `fonts/embedding-forbidden`.
 */
export function readFaceSources(file: FontFile): FaceSource[] {
  return Array.from({ length: file.fonts }, (_, index) => readFaceSource(file, index));
}

function readFaceSource({ path, data }: FontFile, index: number): FaceSource {
  const tables = readSfnt(data, { path, index });
  requireTables(tables, path);
  const facts = readFacts(tables, fileStem(path));
  requireRights(facts, path);
  return {
    path,
    facts,
    open: weight => {
      const written = rewriteFont(data, { index, weight });
      if (written === null) throw refuseFont(path, 'is broken: its tables cannot be read');
      requireTables(readSfnt(written, { path, index: 0 }), path, 'is broken: it has no readable table');
      return createFontFace({
        data: written,
        path,
        id: postScriptName(facts, weight),
        isColored: facts.isColored,
        isForeign: true,
      });
    },
  };
}

function requireTables(tables: SfntTables, path: string, complaint = 'lacks the table'): void {
  const missing = neededTables.find(tag => !tables.has(tag));
  if (missing !== undefined) throw refuseFont(path, `${complaint} "${missing}"; ${fontFormats} was expected`);
  const hasTrueType = tables.has('glyf') && tables.has('loca');
  if (hasTrueType || tables.has('CFF ')) return;
  if (tables.has('CFF2')) {
    throw refuseFont(path, 'is a variable font with CFF2 outlines, which a PDF cannot hold', 'Name its static faces (.otf or .ttf).');
  }
  throw refuseFont(path, 'has no outlines, only pictures', 'Name a font with outlines; Noto Emoji, which comes with the program, has signs in black and white.');
} // prettier-ignore

/** The lowest four bits of `fsType` (OpenType 1.9.1, OS/2): of several, the one that allows most counts. */
const embeddingLevel = 0xf;
const restricted = 0x2;
const noSubsetting = 0x100;
const bitmapsOnly = 0x200;

function requireRights({ embedding, fullName }: FaceFacts, path: string): void {
  const refusal =
    (embedding & embeddingLevel) === restricted ? 'forbids embedding (fsType bit 1, restricted licence)'
    : (embedding & bitmapsOnly) !== 0 ? 'lets only bitmaps be embedded (fsType bit 9)'
    : (embedding & noSubsetting) !== 0 ? 'forbids subsetting (fsType bit 8), and a PDF holds the letters that it uses only'
    : null;
  if (refusal === null) return;
  throw new CompileError('fonts/embedding-forbidden', `The font “${fullName}” (${path}) ${refusal}.`, {
    hint: 'Ask its maker for a licence and a file that allow it, or choose another font.',
    path,
  });
} // prettier-ignore

/** `EB Garamond Bold` → `EBGaramond-Bold`: letters and figures that every reader of PDF takes in a name. */
function postScriptName({ family, fullName, weight, isItalic }: FaceFacts, chosen: number | null): string {
  const plain = (text: string): string => text.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '');
  const rest = fullName.startsWith(family) ? fullName.slice(family.length) : '';
  const style = chosen === null ? plain(rest) : `${chosen}`;
  const name = `${plain(family) || 'Font'}-${style || `${weight}`}`;
  return (isItalic && !/italic|oblique/i.test(name) ? `${name}Italic` : name).slice(0, longestPostScriptName);
}

/** Adobe's limit for names of fonts (OpenType 1.9.1, name id 6). */
const longestPostScriptName = 63;

/** `/a/Mine-Bold.ttf` → `Mine-Bold`. */
function fileStem(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).replace(/\.\w+$/, '');
}
