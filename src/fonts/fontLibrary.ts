import type { Report } from '../diagnostics/diagnostic.ts';
import { defaultFamily } from './bundledFamilies.ts';
import { bundledFallbacks, bundledFamily, emojiFamily } from './bundledFonts.ts';
import { coversText } from './coverage.ts';
import { type ChainLink, splitOverChain } from './fallback.ts';
import type { FontFace } from './fontFace.ts';
import { type FaceName, type FontFamily, nearestFace } from './fontFamily.ts';
import { type FontPackages, createFontPackages } from './fontPackages.ts';
import { packagedFamilies, packagesFor } from './scriptFonts.ts';
import { isOfScripts } from './scripts.ts';

export type { FaceName } from './fontFamily.ts';

/** A face by its family, `EB Garamond/italic`. */
export type FontId = `${string}/${FaceName}`;

/** A stretch of text in one face. */
export interface FaceStretch {
  readonly text: string;
  /** `null`: the face that was asked for. */
  readonly font: FontId | null;
  /** How large it is set beside that face, so that small letters are of one height. */
  readonly scale: number;
  /** Grapheme clusters that no font has. */
  readonly missing: readonly string[];
}

/** The fonts of a book: its text families, and where to turn for what they lack. */
export interface FontLibrary {
  /** BCP 47, of the book. */
  readonly language: string;
  /** The face of that name, or the nearest that the family has; the bundled text face where there is no such family. */
  readonly face: (id: FontId) => FontFace;
  /**
   * Parts a text among the faces that can set it: its own, those named for the book, the program's, installed packages.
   * @param language BCP 47, of the text; the book's unless it is said
   */
  readonly split: (text: string, font: FontId, language?: string) => readonly FaceStretch[];
  /** Notes that a face has no glyphs for a feature that it was to be set with. */
  readonly noteFeatures: (id: FontId, features: readonly string[]) => void;
}

/** What a book's fonts are, besides the program's own. */
export interface FontLibraryOptions {
  /** Families that text is set in by name; they go before the program's own of the same name. */
  readonly families?: readonly FontFamily[];
  /** Families to turn to before the program's own, in this order. */
  readonly fallbacks?: readonly FontFamily[];
  /** Folders in whose `node_modules` packages of fonts may be, besides the program's own. */
  readonly packageFolders?: readonly string[];
  /** BCP 47; which Chinese characters are taken depends on it. */
  readonly language?: string;
  /** Is told of each face that a family named for the book lacks, once. */
  readonly report?: Report;
}

/** What an id leads to. */
interface PlacedFont {
  readonly family: FontFamily;
  readonly face: FaceName;
  readonly own: FontFace;
}

interface FamilyLink extends ChainLink {
  readonly family: FontFamily;
}

/** What text may hold without any face lacking a glyph for it. */
const plainAscii = /^[\x20-\x7e]*$/;

/** Puts together the fonts of a book; with no options, those of the program. */
export function createFontLibrary(options: FontLibraryOptions = {}): FontLibrary {
  const { families = [], fallbacks = [], packageFolders, language = 'und', report } = options;
  const packages = createFontPackages(packageFolders);
  const named = new Map<string, FontFamily>();
  const notes = createNotes(report);

  function familyOf(name: string): FontFamily {
    let family = named.get(name);
    if (family === undefined) {
      family = [...families, ...fallbacks].find(each => each.name === name) ?? bundledFamily(name) ?? findPackaged(name) ?? familyOf(defaultFamily);
      named.set(name, family);
    }
    return family;
  }
  function findPackaged(name: string): FontFamily | null {
    const packaged = packagedFamilies.find(({ family }) => family === name);
    return packaged === undefined ? null : packages.find(packaged);
  }
  const others = [...fallbacks.map(family => ({ family, yields: false })), ...bundledLinks()];
  const chains = new Map<string, readonly FamilyLink[]>();
  /** The links behind the text's own face for one face name and language. */
  function chainFor(name: FaceName, spoken: string): readonly FamilyLink[] {
    const key = `${name} ${spoken}`;
    let chain = chains.get(key);
    if (chain === undefined) {
      chain = [...others.map(({ family, yields }) => familyLink(family, name, yields)), ...packagedLinks(name, spoken, packages)];
      chains.set(key, chain);
    }
    return chain;
  }

  const places = new Map<FontId, PlacedFont>();
  function placed(font: FontId): PlacedFont {
    let place = places.get(font);
    if (place === undefined) {
      const { family: name, face } = fontOf(font);
      const family = familyOf(name);
      place = { family, face, own: family.face(face) };
      places.set(font, place);
    }
    return place;
  }

  return {
    language,
    face: id => {
      const { family: name, face } = fontOf(id);
      const family = familyOf(name);
      notes.noteFace(family, face);
      return family.face(face);
    },
    split: (text, font, spoken = language) => {
      if (plainAscii.test(text)) return [{ text, font: null, scale: 1, missing: [] }];
      const { family, face, own } = placed(font);
      if (coversText(own, text)) return [{ text, font: null, scale: 1, missing: [] }];
      const link = familyLink(family, face, false);
      const options = { isEastAsian: isEastAsian(spoken) };
      return splitOverChain(text, [link, ...chainFor(face, languageOf(text, spoken))], options).map(run => {
        const isOwn = run.link === link;
        const id = isOwn ? null : fontId(run.link.family.name, nearestFace(run.link.family.faces, face));
        const scale = isOwn ? 1 : fallbackScale(own, run.link.family.face(face), run.text);
        return { text: run.text, font: id, scale, missing: run.missing };
      });
    },
    noteFeatures: (id, features) => {
      notes.noteFeatures(familyOf(fontOf(id).family), fontOf(id).face, features);
    },
  };
} // prettier-ignore

function bundledLinks(): { readonly family: FontFamily; readonly yields: boolean }[] {
  return bundledFallbacks.flatMap(name => {
    const family = bundledFamily(name);
    return family === null ? [] : [{ family, yields: name !== emojiFamily }];
  });
}

/** A link that opens its font when it is first asked what it covers. */
function familyLink(family: FontFamily, face: FaceName, yieldsEmoji: boolean): FamilyLink {
  return { family, yieldsEmoji, covers: text => coversText(family.face(face), text) };
}

/** Links to packages, of which one is looked for when a character of its scripts comes up. */
function packagedLinks(face: FaceName, language: string, packages: FontPackages): FamilyLink[] {
  const scripts = new Set(packagedFamilies.flatMap(each => each.scripts));
  const ordered = new Set([...scripts].flatMap(script => packagesFor(script, language)));
  return [...ordered].map(packaged => {
    const family = () => packages.find(packaged);
    return {
      get family(): FontFamily {
        return family() ?? missingFamily;
      },
      covers: (text: string) => {
        if (!isOfScripts(text, packaged.scripts) && !sharedMark.test(text)) return false;
        const found = family();
        return found !== null && coversText(found.face(face), text);
      },
    };
  });
}

/** Marks that scripts share, and that are as wide as its characters where they stand beside those of a script in squares. */
const sharedMark = /^[“”‘’—…⸺]$/;

/** Only asked for where nothing is covered, so never for a face. */
const missingFamily: FontFamily = {
  name: defaultFamily,
  path: null,
  faces: ['regular'],
  face: () => {
    throw new RangeError('a package that is not installed has no face');
  },
};

function isEastAsian(language: string): boolean {
  return /^(?:zh|ja|ko|yue)\b/i.test(language);
}

/** The language that a text's characters are of: its own where that has them, else what kana or hangul say. */
function languageOf(text: string, spoken: string): string {
  if (isEastAsian(spoken)) return spoken;
  if (/[\u3040-\u30ff]/.test(text)) return 'ja';
  return /[\u1100-\u11ff\uac00-\ud7af]/.test(text) ? 'ko' : spoken;
}

/** How far a fallback face is scaled towards the small letters of the text; beside EB Garamond, most faces are large. */
const smallestScale = 0.85;
/** Letters that have no small form are scaled less, for their strokes would grow thin. */
const smallestScriptScale = 0.92;
const largestScale = 1.2;

/** Matches a text with letters that have a small form; not signs, or letters of scripts without one. */
const hasSmallLetters = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
/** Matches other letters; not signs, nor Arabic, which is drawn small. */
const hasOtherLetters = /(?!\p{Script=Arabic})\p{L}/u;

function fallbackScale(own: FontFace, other: FontFace, text: string): number {
  if (own === other || own.xHeight <= 0 || other.xHeight <= 0) return 1;
  const smallest = hasSmallLetters.test(text) ? smallestScale : hasOtherLetters.test(text) ? smallestScriptScale : 1;
  if (smallest === 1) return 1;
  const scale = Math.min(Math.max(own.xHeight / other.xHeight, smallest), largestScale);
  return Math.round(scale * 100) / 100;
}

interface Notes {
  readonly noteFace: (family: FontFamily, face: FaceName) => void;
  readonly noteFeatures: (family: FontFamily, face: FaceName, features: readonly string[]) => void;
}

const faceWords: Readonly<Record<FaceName, string>> = {
  regular: 'regular',
  italic: 'italic',
  bold: 'bold',
  boldItalic: 'bold italic',
};

/** What families that the user named lack, each told once. */
function createNotes(report: Report | undefined): Notes {
  const told = new Set<string>();
  const tell = (family: FontFamily, message: string, hint: string): void => {
    if (family.path === null || told.has(message)) return;
    told.add(message);
    report?.({ code: 'fonts/face-missing', severity: 'info', message, hint });
  };
  return {
    noteFace: (family, face) => {
      if (family.path === null || family.faces.includes(face)) return;
      const instead = nearestFace(family.faces, face);
      const message = `The font “${family.name}” (${family.path}) has no ${faceWords[face]} face; its ${faceWords[instead]} stands in.`;
      tell(family, message, 'Name a folder with all faces of the family.');
    },
    noteFeatures: (family, face, features) => {
      if (family.path === null || !features.includes('smcp') || family.face(face).hasFeature('smcp')) return;
      const message = `The font “${family.name}” (${family.path}) has no small capitals; labels and running heads are set in its small letters.`;
      tell(family, message, 'Choose a font with small capitals (its feature smcp).');
    },
  };
}

/** The id of a family's face. */
export function fontId(family: string, face: FaceName): FontId {
  return `${family}/${face}`;
}

/** Splits an id: `EB Garamond/italic` → `EB Garamond` and `italic`. */
export function fontOf(id: FontId): { readonly family: string; readonly face: FaceName } {
  const at = id.lastIndexOf('/');
  const name = id.slice(at + 1);
  const face = name === 'italic' || name === 'bold' || name === 'boldItalic' ? name : 'regular';
  return { family: id.slice(0, at), face };
}
