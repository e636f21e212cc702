import type { SmallWords, StyledRun, TypeStyle } from '../drawing/lettering.ts';
import type { FaceName } from '../fonts/fontFamily.ts';
import { createFontLibrary, fontId, type FontLibrary } from '../fonts/fontLibrary.ts';
import { smallWordsOf } from './smallWords.ts';

/** The families that covers are lettered in; EB Garamond and Alegreya have all four faces, the others one. */
export type VoiceFamily = 'EB Garamond' | 'Alegreya' | 'Fira Sans Condensed' | 'Courier Prime';

/** How lettering looks, whatever its size and place. */
export interface LetteringVoice {
  readonly family: VoiceFamily;
  /** The nearest that the family has is taken. */
  readonly face: FaceName;
  readonly letters: 'asWritten' | 'capitals' | 'smallCapitals';
  /** Space added after each glyph, in thousandths of an em; what suits the letters unless it is said. */
  readonly tracking?: number;
  /** Distance from baseline to baseline, in ems; what suits the letters unless it is said. */
  readonly leadingEm?: number;
  /** Whether an "of" or "the" is set smaller than the words that it joins. */
  readonly hasSmallWords?: boolean;
}

/** How the words of a book are set in a voice. */
export interface VoiceSetting {
  /** BCP 47. */
  readonly language: string;
  /** The fonts of the book; those of the program unless it is said. */
  readonly fonts?: FontLibrary | undefined;
  /** A paragraph of many lines wants its air. */
  readonly isLong: boolean;
}

/** The voice as the lettering engine takes it: faces, what falls back to what, features. */
export function typeStyleOf(voice: LetteringVoice, { language, fonts, isLong }: VoiceSetting): TypeStyle {
  const library = fonts ?? programFonts();
  const id = fontId(voice.family, voice.face);
  const own = library.face(id);
  const split = (text: string): readonly StyledRun[] =>
    library.split(text, id, language).map(run => ({
      text: run.text,
      face: run.font === null ? own : library.face(run.font),
      scale: run.scale,
      missing: run.missing,
    }));
  const { tracking, leadingEm, features } = lettersSetting(voice, isLong);
  const style = {
    faces: [own],
    split,
    features,
    tracking: voice.tracking ?? tracking,
    leadingEm: voice.leadingEm ?? leadingEm,
  } as const;
  return voice.hasSmallWords === true ? { ...style, smallWords: smallWords(voice, language, own.capHeight) } : style;
}

/** The words in the letters of a voice: capitals by the rules of the language. */
export function inVoice(text: string, voice: LetteringVoice, language: string): string {
  return voice.letters === 'capitals' ? text.toLocaleUpperCase(localeOf(language)) : text;
}

function lettersSetting(
  { letters, face }: LetteringVoice,
  isLong: boolean,
): Pick<TypeStyle, 'features' | 'tracking' | 'leadingEm'> {
  switch (letters) {
    case 'capitals':
      return { features: ['case', '-liga'], tracking: 62, leadingEm: isLong ? 1.16 : 0.98 };
    case 'smallCapitals':
      return { features: ['smcp', 'onum', '-liga', '-clig'], tracking: 96, leadingEm: 1.34 };
    case 'asWritten':
      if (face === 'italic' || face === 'boldItalic') return { features: ['onum'], tracking: 2, leadingEm: 1.06 };
      return { features: ['onum'], tracking: -4, leadingEm: isLong ? 1.12 : 0.94 };
  }
}

/** Among capitals small words stand at half their height; among small letters they share the baseline. */
function smallWords({ letters }: LetteringVoice, language: string, capHeight: number): SmallWords {
  const rise = letters === 'capitals' ? (capHeight * (1 - smallWordScale)) / 2 : 0;
  return { words: smallWordsOf(language), scale: smallWordScale, rise };
}

const smallWordScale = 0.56;

let programLibrary: FontLibrary | null = null;

/** The fonts that come with the program, and packages of fonts that are installed beside it. */
function programFonts(): FontLibrary {
  return (programLibrary ??= createFontLibrary());
}

/** A language tag that `Intl` accepts; metadata may hold anything. */
function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'und';
  } catch {
    return 'und';
  }
}
