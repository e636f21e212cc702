import type { BookOrnaments, Ornament } from '../drawing/ornament.ts';
import { ornamentToSvg } from '../drawing/ornamentToSvg.ts';
import { ruledOrnament } from '../drawing/ruledOrnament.ts';
import type { EpubDesign, SceneBreak, ThemeFile } from '../theme/theme.ts';

/** The motifs of a book's cover in its EPUB. */
export interface BookMotifs {
  readonly files: readonly ThemeFile[];
  /** What stands with the titles; `null` where nothing does. */
  readonly openers: MotifOpeners | null;
  readonly sceneBreak: ShownBreak;
}

/** A scene break as the style sheet has it: a motif's file is named, and stars stand for one that there is not. */
export type ShownBreak = Exclude<SceneBreak, { type: 'motif' }>;

/** The files of the motifs that stand with titles, and what is read where they cannot be shown. */
export interface MotifOpeners {
  readonly book: string;
  /** By the story's place in the book. */
  readonly stories: readonly string[];
  readonly text: string;
}

/** A motif that stands with a title. */
export interface MotifOpener {
  readonly fileName: string;
  readonly text: string;
}

/**
 * A file of its own cannot take the colour of the text, and what can, markup inside of a page, comes out black on the dark
 * pages of Kindle, and would have to be there anew at each scene break, where only an `hr` is understood by ear. So motifs
 * are files in a grey that has a contrast of 4.4:1 on white and on black.
 */
const motifColor = '#777777';

/** Kindle's better typesetting is given up for books of more than 25 drawings (Kindle Publishing Guidelines, 9.4). */
const mostDrawings = 24;

const sceneBreakFile = 'motifs/scene-break.svg';

/** What stands where a drawing cannot be shown, unless the theme says otherwise. */
const usualText = '* * *';

export function bookMotifs(design: EpubDesign, ornaments: BookOrnaments | null): BookMotifs {
  const { sceneBreak } = design;
  if (ornaments === null) return { files: [], openers: null, sceneBreak: withoutMotif(sceneBreak) };
  const drawings = new Map<Ornament, string>();
  const hasOpeners = design.openers === 'motif';
  const text = 'text' in sceneBreak ? sceneBreak.text : usualText;
  const openers = hasOpeners ? { ...nameOpeners(ornaments, drawings), text } : null;
  const shown = sceneBreak.type === 'motif' ? nameSceneBreak(sceneBreak, ornaments, drawings) : sceneBreak;
  const files = [...drawings].map(([ornament, fileName]) => motifFile(fileName, ornament));
  return { files, openers, sceneBreak: shown };
}

/** Each drawing once, whoever shows it; the book's alone where the stories have too many. */
function nameOpeners(
  { opener, storyOpeners }: BookOrnaments,
  drawings: Map<Ornament, string>,
): Pick<MotifOpeners, 'book' | 'stories'> {
  const book = 'motifs/opener.svg';
  drawings.set(opener, book);
  if (new Set([opener, ...storyOpeners]).size > mostDrawings) return { book, stories: storyOpeners.map(() => book) };
  const stories = storyOpeners.map((ornament, index) => {
    const fileName = drawings.get(ornament) ?? `motifs/story-${String(index + 1)}.svg`;
    drawings.set(ornament, fileName);
    return fileName;
  });
  return { book, stories };
}

type MotifBreak = Extract<SceneBreak, { type: 'motif' }>;

function nameSceneBreak(
  { heightEm, hasRules }: MotifBreak,
  { sceneBreak }: BookOrnaments,
  drawings: Map<Ornament, string>,
): ShownBreak {
  drawings.set(hasRules ? ruledOrnament(sceneBreak) : { ...sceneBreak }, sceneBreakFile);
  return { type: 'picture', fileName: sceneBreakFile, heightEm };
}

function withoutMotif(sceneBreak: SceneBreak): ShownBreak {
  return sceneBreak.type === 'motif' ? { type: 'stars', text: sceneBreak.text } : sceneBreak;
}

/** How high a motif is where style sheets count for nothing: about as with them, in a text of sixteen pixels. */
const heightPx = { opener: 70, sceneBreak: 20 } as const;

function motifFile(fileName: string, ornament: Ornament): ThemeFile {
  const height = fileName === sceneBreakFile ? heightPx.sceneBreak : heightPx.opener;
  const content = new TextEncoder().encode(ornamentToSvg(ornament, motifColor, height));
  return { fileName, mediaType: 'image/svg+xml', content };
}
